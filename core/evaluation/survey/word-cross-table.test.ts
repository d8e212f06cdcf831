import { describe, expect, it } from 'vitest'
import {
  openCrossedSurvey,
  readAxis,
  type CrossAxis,
  type CrossedSheet,
} from '../../inquiry/cross-table/cross-axis.ts'
import { crossTable } from '../../inquiry/cross-table/cross-table.ts'
import { instrument } from '../../inquiry/instrument.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { wordingIn } from '../cases/group-world.ts'
import { barsOfCross, listItemBars } from './bars/bars-of-survey.ts'
import { drawBars } from './bars/draw-bars.ts'
import { hideCrossTable } from './hide-cross-table.ts'
import { listCrossRows } from './list-cross-rows.ts'
import { chooseUsualTables, nameAxisFor } from './name-axis.ts'
import { wordCrossTable } from './word-cross-table.ts'

const option = (value: number, zh: string, en: string) => ({ value, label: { 'zh-CN': zh, en } })
const village = instrument.read(
  fieldsAsJson({
    code: 'village',
    version: '1',
    title: { en: 'Village survey', 'zh-CN': '全村调查' },
    respondent: 'any',
    target: 'self',
    licence: { status: 'ours' },
    provenance: { reference: 'written for this test' },
    validation: { status: 'notValidated' },
    responseSets: [
      {
        id: 'often',
        min: 1,
        max: 3,
        pictures: 'faces',
        options: [
          option(1, '很少', 'seldom'),
          option(2, '有时', 'sometimes'),
          option(3, '常常', 'often'),
        ],
      },
      {
        id: 'who',
        min: 1,
        max: 2,
        options: [option(1, '没有', 'nobody'), option(2, '有', 'somebody')],
      },
      {
        id: 'ways',
        min: 1,
        max: 2,
        options: [option(1, '电话', 'call'), option(2, '信', 'letter')],
      },
    ],
    items: [
      {
        id: 'away',
        number: 1,
        text: { 'zh-CN': '家里有人外出打工吗', en: 'Is anybody away' },
        response: { kind: 'choice', set: 'who' },
      },
      {
        id: 'talk',
        number: 2,
        text: { en: 'We talk' },
        response: { kind: 'choice', set: 'often' },
      },
      {
        id: 'laugh',
        number: 3,
        text: { en: 'We laugh' },
        response: { kind: 'choice', set: 'often' },
      },
      { id: 'ways', number: 4, text: { en: 'How' }, response: { kind: 'multi', set: 'ways' } },
    ],
  }),
)
const sheets: readonly CrossedSheet[] = Array.from({ length: 80 }, (_, at) => ({
  waveId: 'w',
  groupLabel: '',
  extra: { 性别: at % 2 === 0 ? '女' : '男' },
  answers: {
    away: at % 4 === 0 ? 1 : 2,
    talk: at % 4 === 0 ? 3 : 1 + (at % 3),
    laugh: 1 + (at % 3),
    ways: '1 2',
  },
}))
const survey = openCrossedSurvey(village, sheets)
const item = (itemId: string): CrossAxis => ({ by: 'item', itemId })

function shownTable(rows: CrossAxis, columns: CrossAxis, outside = false) {
  const [down, across] = [readAxis(survey, rows), readAxis(survey, columns)]
  if (down === null || across === null) throw new Error('no such axis')
  return hideCrossTable(crossTable(down, across, outside), outside)
}
function namesFor(rows: CrossAxis, columns: CrossAxis, language: 'zh-CN' | 'en') {
  const name = (axis: CrossAxis) => nameAxisFor(axis, village, new Map(), wordingIn(language))
  return { rows: name(rows), columns: name(columns) }
}

describe('a cross-table in words [INQ-40]', () => {
  const table = shownTable(item('talk'), item('away'))
  it('has counts with shares, totals, marks of shape, and says which test it is and why', () => {
    const worded = wordCrossTable(
      table,
      namesFor(item('talk'), item('away'), 'en'),
      'column',
      wordingIn('en'),
    )
    expect(worded.heads).toEqual(['nobody', 'somebody', 'People'])
    expect(worded.lines.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['seldom', '0 · 0% ▼', '20 · 33% ▲', '20'],
      ['sometimes', '0 · 0% ▼', '20 · 33% ▲', '20'],
      ['often', '20 · 100% ▲▲', '20 · 33% ▼▼', '40'],
      ['People', '20', '60', '80'],
    ])
    expect(worded.notes.join(' ')).toMatch(/80 people answered both.*χ²\(2\) = 26\.67, p < 0\.001/)
  })

  it.each(['zh-CN', 'en'] as const)('speaks of no cause and no significance in %s', (language) => {
    const wording = wordingIn(language)
    for (const [rows, columns] of [
      [item('talk'), item('away')],
      [item('ways'), item('away')],
      [item('ways'), { by: 'extra', name: '性别' } as const],
    ] as const) {
      const names = namesFor(rows, columns, language)
      for (const outside of [false, true]) {
        const shown = shownTable(rows, columns, outside)
        const said = JSON.stringify([
          wordCrossTable(shown, names, 'row', wording),
          listCrossRows(shown, names, wording),
          barsOfCross(shown, names, 'none', wording),
        ])
        expect(said).not.toMatch(
          /evaluation:|\{\{|undefined|NaN|显著|signific|导致|because of|影响/,
        )
      }
    }
  })

  it('goes into a spreadsheet as numbers', () => {
    const rows = listCrossRows(table, namesFor(item('talk'), item('away'), 'en'), wordingIn('en'))
    expect(rows[2]).toEqual(['seldom', 0, 20, 20])
    expect(rows[7]).toEqual(['seldom', 0, 1, ''])
    expect(rows).toContainEqual(['often', 1, 0.3333, ''])
  })
})

it('the usual tables are every question by one background, then every question by the next [INQ-40]', () => {
  const axes: CrossAxis[] = [
    { by: 'group' },
    { by: 'extra', name: '性别' },
    ...village.items.map(({ id }) => item(id)),
  ]
  const pairs = chooseUsualTables(axes, village, 60)
  expect(pairs.map(({ rows, columns }) => JSON.stringify([rows, columns]))).toEqual(
    [{ by: 'extra', name: '性别' }, item('away')].flatMap((columns) =>
      ['talk', 'laugh', 'ways'].map((id) => JSON.stringify([item(id), columns])),
    ),
  )
})

describe('bars of a survey', () => {
  const counted = village.items.map(({ id }) => ({
    itemId: id,
    answered: 80,
    counts: (id === 'talk' || id === 'laugh' ? [1, 2, 3] : [1, 2]).map((value) => ({
      value,
      count: 20,
      share: value / 10,
    })),
  }))
  const figures = listItemBars(village, counted, wordingIn('en'))

  it('lay questions with the same answers over each other and draw the faces of the children’s screen', () => {
    expect(figures.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['apart', 2],
      ['centred', 2],
      ['apart', 2],
    ])
    expect(figures[1]?.description).toContain(
      '2. We talk: seldom 10%; sometimes 20%; often 30%. 3.',
    )
    const drawn = figures.map((bars) => drawBars(bars, 640))
    expect(drawn[1]?.parts.find(({ of }) => of === 'legend')?.shapes.length).toBeGreaterThan(12)
  })

  it('show what is not shown as one dashed box, and then lie around no middle', () => {
    const some = counted.map((one) => ({
      ...one,
      counts: one.counts.map((own) => (own.value < 3 ? { ...own, count: null, share: null } : own)),
    }))
    const bars = listItemBars(village, some, wordingIn('en'))[1]
    if (bars === undefined) throw new Error('no bars')
    expect(bars.kind).toBe('stacked')
    const dashed = drawBars(bars, 640).parts.flatMap(({ shapes }) =>
      shapes.filter((shape) => shape.kind === 'path' && shape.dash !== ''),
    )
    expect(dashed).toHaveLength(2)
  })

  it.each([280, 640])('stay within %i pixels', (room) => {
    for (const bars of figures)
      for (const shape of drawBars(bars, room).parts.flatMap(({ shapes }) => shapes))
        if (shape.kind === 'text' && shape.anchor === 'start') expect(shape.x).toBeLessThan(room)
        else if (shape.kind === 'path') expect(shape.d).not.toMatch(/NaN|Infinity/)
  })
})
