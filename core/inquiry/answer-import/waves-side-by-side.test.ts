import { describe, expect, it } from 'vitest'
import type { Cell } from '../../kit/table.ts'
import { publishedInstrument, today } from '../cases/sheet-world.ts'
import { weightInstrument, weightRows } from '../cases/weight-trial.ts'
import type { AnswerImportOptions } from './answer-import-plan.ts'
import { looksSideBySide } from './match-wave.ts'
import { planAnswerImport } from './plan-answer-import.ts'

const waves = [
  { waveId: 'w1', phase: 'before', words: [] },
  { waveId: 'w2', phase: 'after', words: [] },
] as const

const options: AnswerImportOptions = {
  instrument: publishedInstrument(),
  subject: 'codes',
  people: [],
  wave: { from: 'heading', waves },
  today,
}

function rolesOf(headings: string[]) {
  const heading = headings.map((text): Cell => ({ kind: 'text', text }))
  const row = headings.map((): Cell => ({ kind: 'number', value: 1 }))
  const planned = planAnswerImport({ name: 'S', rows: [heading, row], merges: [] }, options)
  return planned.columns.map(({ as }) =>
    as.role === 'item' ? `${as.waveId}:${as.itemId}` : as.role,
  )
}

describe('waves side by side in one row', () => {
  it('makes a sheet per wave from the trial with weights before and after', () => {
    const planned = planAnswerImport(
      { name: 'trial', rows: weightRows(), merges: [] },
      { ...options, instrument: weightInstrument },
    )
    expect(planned).toMatchObject({ tableProblems: [], badCellCount: 0, ready: true })
    expect(planned.columns.map(({ as }) => as.role)).toEqual([
      'respondent',
      'group',
      'item',
      'item',
    ])
    const gainOf = (group: string) => {
      const weights = (waveId: string) =>
        planned.sheets.filter((sheet) => sheet.waveId === waveId && sheet.groupLabel === group)
      const total = (waveId: string) =>
        weights(waveId).reduce((sum, sheet) => sum + Number(sheet.answers['weight']), 0)
      return [weights('w1').length, weights('w2').length, total('w2') - total('w1')]
    }
    expect(planned.sheets.length).toBe(144)
    const [before, after, gain = 0] = gainOf('FT')
    expect([before, after]).toEqual([17, 17])
    expect(gain / 17).toBeCloseTo(7.264706, 6)
  })

  it.each([
    ['a word in front', ['id', 'pre_q1', 'post_q1']],
    ['a word behind in brackets', ['id', 'q1 (pre)', 'q1 (post)']],
    ['Chinese words', ['编号', '前测q1', '后测q1']],
    ['short words that stand alone', ['编号', 'T1 q1', 'q1_t2']],
  ])('reads the wave from %s', (_, headings) => {
    expect(rolesOf(headings)).toEqual(['respondent', 'w1:q1', 'w2:q1'])
  })

  it('does not find a short word inside another word, nor an item without a wave', () => {
    expect(rolesOf(['id', 'postcode', 'q1', '前q1'])).toEqual([
      'respondent',
      'extra',
      'extra',
      'extra',
    ])
  })

  it('leaves out only the wave in which nothing was answered', () => {
    const heading = ['id', 'q1 pre', 'q1 post'].map((text): Cell => ({ kind: 'text', text }))
    const row: Cell[] = [
      { kind: 'text', text: 'K1' },
      { kind: 'number', value: 3 },
      { kind: 'empty' },
    ]
    const planned = planAnswerImport({ name: 'S', rows: [heading, row], merges: [] }, options)
    expect(planned.sheets.map((sheet) => [sheet.waveId, sheet.answers])).toEqual([
      ['w1', { q1: 3 }],
    ])
    expect(planned.leftOut).toEqual([{ row: 2, why: 'empty' }])
  })
})

describe('headings of two occasions', () => {
  it.each<[boolean, readonly string[]]>([
    [true, ['编号', 'pre_1', 'pre_2', 'post_1', 'post_2']],
    [true, ['前测1', '后测1']],
    [true, ['编号', 'A1 (pre)', 'A1 (post)']],
    [false, ['编号', 'pre_1', 'pre_2']],
    [false, ['姓名', 'A1', 'A2']],
  ])('%s: %j', (expected, headings) => {
    expect(looksSideBySide(headings)).toBe(expected)
  })
})
