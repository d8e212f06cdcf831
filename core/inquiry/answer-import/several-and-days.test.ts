import { describe, expect, it } from 'vitest'
import { publishedInstrument, today } from '../cases/sheet-world.ts'
import { planAnswerImport } from './plan-answer-import.ts'
import { tableOf } from '../xlsform/cases/foreign-forms.ts'

const instrument = publishedInstrument({
  subscales: [],
  responseSets: [
    {
      id: 'ways',
      min: 1,
      max: 3,
      options: ['走路', '坐车', '骑车'].map((zh, index) => ({
        value: index + 1,
        label: { 'zh-CN': zh },
      })),
    },
  ],
  items: [
    { id: 'ways', number: 1, text: { en: 'Ways' }, response: { kind: 'multi', set: 'ways' } },
    {
      id: 'since',
      number: 2,
      text: { en: 'Since' },
      response: { kind: 'date', notAfterToday: true },
    },
    {
      id: 'tired',
      number: 3,
      text: { en: 'Tired' },
      response: { kind: 'number', min: 0, max: 10 },
      showIf: [[{ item: 'ways', is: 'includes', value: 1 }]],
      constraint: { holds: [[{ item: 'tired', is: 'less', value: 8 }]] },
    },
  ],
})

function plan(rows: readonly (readonly (string | number)[])[]) {
  return planAnswerImport(tableOf('Sheet1', [['编号', 'ways', 'since', 'tired'], ...rows]), {
    instrument,
    subject: 'codes',
    people: [],
    wave: { from: 'fixed', waveId: 'w' },
    existing: new Set<string>(),
    today,
  })
}

describe('importing several options and days', () => {
  it.each([
    ['1 3', '1 3'],
    ['3,1', '1 3'],
    ['走路┋骑车', '1 3'],
    ['骑车；走路', '1 3'],
    ['2', '2'],
  ])('reads %s as one answer (INQ-5)', (cell, answer) => {
    const planned = plan([['a', cell, '2025-09-01', '']])
    expect(planned.sheets[0]?.answers).toEqual({ ways: answer, since: '2025-09-01' })
  })

  it('names an option, a day and a rule that do not fit by cell (INQ-10, INQ-19)', () => {
    const planned = plan([
      ['a', '走路┋飞', '2025-09-01', ''],
      ['b', '1', '2025年9月1日', 9],
      ['c', '1', '2099-01-01', ''],
      ['d', '2', 'soon', ''],
    ])
    expect(planned.badCells.map(({ row, letter, reason }) => `${row}${letter} ${reason}`)).toEqual([
      '2B AnswerNotAnOption',
      '3D AnswerBreaksRule',
      '4C DateInFuture',
      '5C DateNotReadable',
    ])
  })

  it('lets an answer stand that was not asked for: it breaks no rule and does not count (INQ-18)', () => {
    const planned = plan([['a', '2', '', 9]])
    expect(planned.badCells).toEqual([])
    expect(planned.sheets[0]?.answers).toEqual({ ways: '2', tired: 9 })
  })
})
