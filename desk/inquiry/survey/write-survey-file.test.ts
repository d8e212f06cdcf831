import { describe, expect, test } from 'vitest'
import { type Dataset, listCsvRows } from '../../../core/inquiry/dataset/dataset.ts'
import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import { writeSurveyFile } from './write-survey-file.ts'

const madeAt = '2026-03-01T08:00:00.000Z'

function datasetOf(people: number): Dataset {
  return {
    title: '调查',
    variables: [
      { type: 'text', name: 'code', label: '编号' },
      {
        type: 'number',
        name: 'q1',
        label: '第一题',
        measure: 'ordinal',
        decimals: 0,
        valueLabels: [],
        missing: [-9],
      },
    ],
    rows: Array.from({ length: people }, (_, at) => [`甲${at}`, at % 7 === 0 ? -9 : at % 5]),
  }
}

describe('a data file of a survey', () => {
  test.each([
    0, 1, 4999, 5000, 5001, 12_003,
  ])('of %i people is the same in pieces as at once', (people) => {
    const dataset = datasetOf(people)
    const written = writeSurveyFile(dataset, { format: 'csv', madeAt }, () => undefined)
    expect(written.ok && new TextDecoder('utf-8', { ignoreBOM: true }).decode(written.value)).toBe(
      writeGuardedCsv(listCsvRows(dataset)),
    )
  })

  test('tells how far it is, to the end', () => {
    const heard: number[] = []
    writeSurveyFile(datasetOf(12_003), { format: 'csv', madeAt }, (part) => heard.push(part))
    expect(heard).toHaveLength(3)
    expect(heard).toEqual(heard.toSorted((left, right) => left - right))
    expect(heard.at(-1)).toBe(1)
  })

  test('begins as SPSS files begin', () => {
    const written = writeSurveyFile(datasetOf(3), { format: 'sav', madeAt }, () => undefined)
    expect(written.ok && new TextDecoder().decode(written.value.subarray(0, 4))).toBe('$FL2')
  })
})
