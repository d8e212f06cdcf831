import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRows } from '../../../statistics/cases/read-case.ts'
import { surveyInstrument, surveyItems } from '../cases/survey-2800.ts'
import type { Answers } from '../check-answers.ts'
import {
  listAxes,
  nameAxis,
  openCrossedSurvey,
  readAxis,
  readAxisName,
  type CrossAxis,
  type CrossedSheet,
} from './cross-axis.ts'
import { crossTable } from './cross-table.ts'

interface CrossCase {
  about: string
  rows: string[] | null
  columns: string[] | null
  counts: number[][]
  chiSquare: number
  p: number
  biasCorrected: number
  low: number
  residuals: number[][]
}
const path = new URL('../../../statistics/cases/cross-figures.json', import.meta.url)
const file: { source: string; cases: CrossCase[] } = JSON.parse(readFileSync(path, 'utf8'))

const sheets: readonly CrossedSheet[] = readRows('survey-2800.csv').map((row) => ({
  waveId: 'w',
  groupLabel: '',
  answers: Object.fromEntries(
    surveyItems.map((item) => [item, row[item] === '' ? null : Number(row[item])]),
  ),
  extra: { education: row['education'] ?? '', gender: row['gender'] ?? '' },
}))
const survey = openCrossedSurvey(surveyInstrument, sheets)

function axisOf(name: string): CrossAxis {
  return surveyItems.includes(name) ? { by: 'item', itemId: name } : { by: 'extra', name }
}
function tableOf(rows: CrossAxis, columns: CrossAxis, of = survey) {
  const [down, across] = [readAxis(of, rows), readAxis(of, columns)]
  if (down === null || across === null) throw new Error('no such axis')
  return crossTable(down, across, false)
}

describe(`the survey of 2,800 people, as in ${file.source} [INQ-40]`, () => {
  const cases = file.cases.flatMap(({ rows, columns, ...one }) => {
    const [row, column] = [rows?.[0], columns?.[0]]
    return row === undefined || column === undefined ? [] : [{ ...one, row, column }]
  })
  it.each(cases)('$about: counts, chi-square, V and residuals', ({ row, column, ...one }) => {
    const table = tableOf(axisOf(row), axisOf(column))
    expect(table.counts).toEqual(one.counts)
    expect(table.n + table.leftOut.missing).toBe(2800)
    const { test } = table
    if (test.kind !== 'chiSquare') throw new Error(test.kind)
    expect(test.chiSquare).toBeCloseTo(one.chiSquare, 8)
    expect(test.p / one.p).toBeCloseTo(1, 8)
    expect(table.association?.biasCorrected).toBeCloseTo(one.biasCorrected, 10)
    expect(table.association?.low).toBeCloseTo(one.low, 7)
    expect(table.residuals?.flat()).toEqual(
      one.residuals.flat().map((value) => expect.closeTo(value, 8)),
    )
  })

  it('says where a thin cell was let pass by Cochran’s rule', () => {
    expect(tableOf(axisOf('education'), axisOf('O4')).test).toMatchObject({ because: 'cochran' })
    expect(tableOf(axisOf('education'), axisOf('A1')).test).toMatchObject({ because: 'all' })
  })

  it('can be crossed by every background and closed question', () => {
    const axes = listAxes(surveyInstrument, sheets)
    expect(axes.slice(0, 2)).toEqual([
      { by: 'extra', name: 'education' },
      { by: 'extra', name: 'gender' },
    ])
    expect(axes).toHaveLength(27)
    expect(axes.map((axis) => readAxisName(nameAxis(axis)))).toEqual(axes)
  })
})

const small = {
  ...surveyInstrument,
  responseSets: [
    { id: 'yes', min: 0, max: 1, options: [], pictures: 'none' as const },
    {
      id: 'ways',
      min: 1,
      max: 3,
      pictures: 'none' as const,
      options: [1, 2, 3].map((value) => ({
        value,
        name: '',
        label: { 'zh-CN': '', en: '' },
        picture: null,
      })),
    },
  ],
  items: surveyInstrument.items.slice(0, 2).map((item, index) =>
    index === 0
      ? { ...item, id: 'away', response: { kind: 'choice' as const, set: 'yes' } }
      : {
          ...item,
          id: 'ways',
          response: { kind: 'multi' as const, set: 'ways' },
          showIf: [[{ item: 'away', is: 'equal' as const, value: 1 }]],
        },
  ),
}
function sheet(answers: Answers, groupLabel = 'a', waveId = 'w'): CrossedSheet {
  return { answers, groupLabel, waveId, extra: {} }
}
function repeat(count: number, one: CrossedSheet): CrossedSheet[] {
  return Array.from({ length: count }, () => one)
}

describe('a cross-table [INQ-40]', () => {
  const ways = { by: 'item', itemId: 'ways' } as const
  const away = { by: 'item', itemId: 'away' } as const
  const group = { by: 'group' } as const

  it('gives each of several answers its line, counts people once, and bears no test', () => {
    const table = tableOf(
      ways,
      group,
      openCrossedSurvey(small, [
        ...repeat(6, sheet({ away: 1, ways: '1 2' })),
        ...repeat(5, sheet({ away: 1, ways: '2' }, 'b')),
      ]),
    )
    expect(table.counts).toEqual([
      [6, 0],
      [6, 5],
      [0, 0],
    ])
    expect([table.n, ...table.columns.totals]).toEqual([11, 6, 5])
    expect(table.test).toEqual({ kind: 'none', because: 'several' })
  })

  it('tells who was not asked from who left it out; a stray answer counts nowhere [INQ-18]', () => {
    const { n, leftOut } = tableOf(
      ways,
      away,
      openCrossedSurvey(small, [
        sheet({ away: 1, ways: '1' }),
        sheet({ away: 1 }),
        sheet({ away: 0 }),
        sheet({ away: 0, ways: '3' }),
      ]),
    )
    expect([n, leftOut]).toEqual([1, { notAsked: 2, missing: 1, smallGroup: 0 }])
  })

  it('shows no group of fewer than five, and takes Fisher’s test where cells expect fewer', () => {
    const table = tableOf(
      away,
      group,
      openCrossedSurvey(small, [
        ...repeat(6, sheet({ away: 1 })),
        ...repeat(2, sheet({ away: 0 })),
        ...repeat(1, sheet({ away: 1 }, 'b')),
        ...repeat(7, sheet({ away: 0 }, 'b')),
        ...repeat(3, sheet({ away: 0 }, 'c')),
      ]),
    )
    expect(table.columns.categories).toEqual(['a', 'b'])
    expect(table.columns.hidden).toEqual(['c'])
    expect(table.leftOut.smallGroup).toBe(3)
    expect(table.rows.apart).toEqual([3, 0])
    expect(table.test).toMatchObject({ kind: 'fisher', p: expect.closeTo(0.0405594, 6) })
  })

  it('keeps an option that nobody chose, without residuals', () => {
    const table = tableOf(
      ways,
      group,
      openCrossedSurvey(
        { ...small, items: small.items.map((item) => ({ ...item, showIf: null })) },
        [...repeat(9, sheet({ ways: '1' })), ...repeat(9, sheet({ ways: '2' }, 'b'))],
      ),
    )
    expect(table.rows.totals).toEqual([9, 9, 0])
  })

  it('sets two waves beside each other without a test: the same people may have answered twice', () => {
    const both = openCrossedSurvey(small, [
      ...repeat(5, sheet({ away: 1 })),
      ...repeat(5, sheet({ away: 0 }, 'a', 'later')),
    ])
    const table = tableOf(away, { by: 'wave' }, both)
    expect(table.columns.categories).toEqual(['w', 'later'])
    expect(table.test).toEqual({ kind: 'none', because: 'waves' })
  })
})
