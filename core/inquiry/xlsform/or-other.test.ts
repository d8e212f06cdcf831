import { describe, expect, it } from 'vitest'
import { tableOf } from './cases/foreign-forms.ts'
import { readXlsform } from './read-xlsform.ts'

type Row = readonly string[]

function optionsOf(list: string, count: number): readonly Row[] {
  return Array.from({ length: count }, (_, at) => [list, `o${at}`, `${list} ${at}`])
}

function read(survey: readonly Row[], choices: readonly Row[]) {
  return readXlsform(
    [
      tableOf('survey', [['type', 'name', 'label'], ...survey]),
      tableOf('choices', [['list_name', 'name', 'label'], ...choices]),
    ],
    'form',
  )
}

describe('"or other" behind a list (INQ-20)', () => {
  it('takes the name of no list that is there', () => {
    const { instrument } = read(
      [
        ['select_one people_or_other', 'first', 'First'],
        ['select_one people or_other', 'second', 'Second'],
        ['select_one people or_other', 'third', 'Third'],
      ],
      [...optionsOf('people', 2), ...optionsOf('people_or_other', 5)],
    )
    expect(instrument?.responseSets.map(({ id, options }) => [id, options.length])).toEqual([
      ['people_or_other', 5],
      ['people_or_other2', 3],
    ])
    expect(instrument?.items.map(({ id, response }) => [id, response.kind])).toEqual([
      ['first', 'choice'],
      ['second', 'choice'],
      ['second_other', 'text'],
      ['third', 'choice'],
      ['third_other', 'text'],
    ])
  })

  it('is refused by sheet and row where the list is full or the name has no room for it', () => {
    const long = `q${'1'.repeat(39)}`
    expect(
      read([['select_one people or_other', 'who', 'Who']], optionsOf('people', 40)).faults,
    ).toMatchObject([{ id: 'listTooLong', sheet: 'survey', row: 2, name: 'people' }])
    expect(
      read([['select_one people or_other', long, 'Who']], optionsOf('people', 3)).faults,
    ).toMatchObject([{ id: 'nameNotUsable', sheet: 'survey', row: 2, name: `${long}_other` }])
  })
})
