import { describe, expect, it } from 'vitest'
import { readSav } from '../../kit/spss/cases/read-sav.ts'
import { writeSav } from '../../kit/spss/write-sav.ts'
import { answerSheet } from '../answer-sheet.ts'
import { idOf, openWave, publishedInstrument } from '../cases/sheet-world.ts'
import { surveyInstrument } from '../cases/survey-2800.ts'
import type { SurveySheet } from '../survey-sheet.ts'
import { codePeople } from './code-people.ts'
import { listCsvRows } from './dataset.ts'
import { nameOnce } from './name-once.ts'
import { surveyDataset } from './survey-dataset.ts'
import { longDataset, type WaveSource, wideDataset } from './wave-dataset.ts'

const surveyWords = {
  language: 'zh-CN',
  noAnswer: '未作答',
  passedOver: '不想答',
  notAsked: '不用答',
  chosen: '选了',
  notChosen: '没选',
  code: '编号',
  group: '组别',
  answeredOn: '作答日期',
} as const

const sheet: SurveySheet = {
  waveId: '',
  instrumentId: '',
  respondentCode: '7',
  groupLabel: 'FT',
  answeredOn: '2026-03-01',
  answers: { A1: 2 },
  extra: { age: 16, '年 级': '三', code: 'b' },
}

describe('a survey by codes as a dataset', () => {
  const dataset = surveyDataset(
    surveyInstrument,
    [sheet, { ...sheet, respondentCode: '8', answers: {}, extra: { age: 15 } }],
    [{ scaleId: 'A', scores: [4.5, null] }],
    surveyWords,
  )

  it('holds code, group, day, background as it came, answers and scores', () => {
    const [heading = [], first, second] = listCsvRows(dataset)
    expect(heading.slice(0, 7)).toEqual([
      'code',
      'group',
      'answered_on',
      'age',
      '年_级',
      'code_2',
      'A1',
    ])
    expect(first?.slice(0, 8)).toEqual(['7', 'FT', '2026-03-01', 16, '三', 'b', 2, null])
    expect(second?.slice(3, 7)).toEqual([15, null, null, null])
    expect(first?.at(heading.indexOf('score_A'))).toBe(4.5)
    expect(first?.at(-1)).toBeNull()
  })

  it('says in the SPSS file that a question was not answered, with a code that counts as missing', () => {
    const written = writeSav({ ...dataset, madeAt: '2026-03-01T00:00:00Z' })
    if (!written.ok) throw new Error(written.refusal.id)
    const file = readSav(written.value)
    const at = file.variables.findIndex(({ name }) => name === 'A2')
    expect(file.rows[0]?.[at]).toBe(-9)
    expect(file.variables[at]?.missing).toEqual([-9, -8])
    expect(file.variables[at]?.labels.get(-9)).toBe('未作答')
    expect(file.variables.find(({ name }) => name === '年_级')?.label).toBe('年 级')
  })
})

const families = [1, 2, 3].map((n) => ({ id: idOf(100 + n), code: `Z-0${n}` }))
const people = [1, 2, 3].flatMap((n) => [
  { id: idOf(200 + n), familyId: idOf(100 + n), role: 'child' as const, name: `Child ${n}` },
  { id: idOf(300 + n), familyId: idOf(100 + n), role: 'parent' as const, name: `Parent ${n}` },
])

function sheetOf(n: number, waveNo: number, fields: object) {
  const own = answerSheet.read({
    waveId: idOf(waveNo),
    instrumentId: idOf(30),
    familyId: idOf(100 + n),
    childId: idOf(200 + n),
    respondentId: idOf(300 + n),
    mode: 'readAloud',
    state: 'submitted',
    submittedOn: '2026-03-02',
    ...fields,
  })
  return { ...own, id: idOf(400 + 10 * n + waveNo) }
}

const source: WaveSource = {
  instrument: { ...publishedInstrument(), id: idOf(30) },
  waves: [
    { ...openWave(), id: idOf(1) },
    { ...openWave({ phase: 'after', title: 'After' }), id: idOf(2) },
  ],
  sheets: [
    sheetOf(2, 1, { answers: { q1: 2, q2: 3 } }),
    sheetOf(1, 1, { answers: { q1: 3, q2: 4 } }),
    sheetOf(1, 2, { answers: { q1: 4, q2: 4 }, answeredOn: '2026-05-01' }),
    sheetOf(3, 1, { answers: { q1: 5, q2: 5 }, state: 'draft', submittedOn: null }),
  ],
  families,
  people,
  withOwnWords: false,
  words: {
    ...surveyWords,
    family: '家庭',
    person: '作答人',
    about: '评价对象',
    moment: '测次',
    moments: { before: '前测', after: '后测', followUp: '追踪', survey: '调查' },
  },
}

describe('waves of known families as a dataset', () => {
  it('puts the waves of one respondent beside each other in the wide form', () => {
    const ofWave = (ending: string) =>
      ['answered_on', 'q1', 'q2', 'score_talk'].map((name) => `${name}_${ending}`)
    expect(listCsvRows(wideDataset(source))).toEqual([
      ['family', 'person', 'about', ...ofWave('before'), ...ofWave('after')],
      ['Z-01', 'Z-01-P1', 'Z-01-C1', '2026-03-02', 3, 4, 7, '2026-05-01', 4, 4, 8],
      ['Z-02', 'Z-02-P1', 'Z-02-C1', '2026-03-02', 2, 3, 5, null, null, null, null],
    ])
  })

  it('gives each sheet its own row in the long form, with the wave', () => {
    expect(listCsvRows(longDataset(source))).toEqual([
      ['family', 'person', 'about', 'wave', 'answered_on', 'q1', 'q2', 'score_talk'],
      ['Z-01', 'Z-01-P1', 'Z-01-C1', 1, '2026-03-02', 3, 4, 7],
      ['Z-01', 'Z-01-P1', 'Z-01-C1', 2, '2026-05-01', 4, 4, 8],
      ['Z-02', 'Z-02-P1', 'Z-02-C1', 1, '2026-03-02', 2, 3, 5],
    ])
  })

  it('tells a question passed over from one left open', () => {
    const gaps = sheetOf(1, 1, { answers: { q1: null }, skipped: ['q2'] })
    expect(longDataset({ ...source, sheets: [gaps] }).rows[0]?.slice(5)).toEqual([-9, -8, null])
  })

  it('holds no name', () => {
    const written = JSON.stringify([wideDataset(source), longDataset(source)])
    for (const { name } of people) expect(written).not.toContain(name)
  })
})

describe('answers in people’s own words', () => {
  const said = '李小明的妈妈陈芳 13812345678 很高兴'
  const asked = publishedInstrument()
  const items = [
    ...asked.items,
    { id: 't1', number: 3, text: null, response: { kind: 'text', maxLength: 500 } },
  ]
  const instrument = { ...publishedInstrument({ items }), id: idOf(30) }
  const sheets = [sheetOf(1, 1, { answers: { q1: 3, q2: 4, t1: said } })]
  const own = { ...source, instrument, sheets }

  it('stay in the house: they may hold a name [INQ-17]', () => {
    for (const build of [wideDataset, longDataset]) {
      expect(build(own)).toEqual(build({ ...source, sheets }))
      expect(listCsvRows(build({ ...own, withOwnWords: true })).flat()).toContain(said)
    }
    const { waveId, instrumentId } = sheet
    const coded = [{ ...sheet, waveId, instrumentId, answers: { q1: 3, t1: said } }]
    const ofSurvey = (...withOwnWords: boolean[]) =>
      listCsvRows(surveyDataset(instrument, coded, [], surveyWords, ...withOwnWords)).flat()
    expect(ofSurvey()).not.toContain(said)
    expect(ofSurvey()).not.toContain('t1')
    expect(ofSurvey(true)).toContain(said)
  })
})

describe('names and codes', () => {
  const text = (name: string) => ({ type: 'text', name, label: '' }) as const

  it('are such as SPSS takes, each once, whatever a column was called', () => {
    const names = ['1. 性别', '性别', '性别 ', 'a b', 'A_B', 'with', '---', `${'想'.repeat(40)}。`]
    expect(nameOnce(names.map(text)).map(({ name }) => name)).toEqual([
      'v_1._性别',
      '性别',
      '性别_',
      'a_b',
      'A_B_2',
      'v_with',
      'v__',
      '想'.repeat(20),
    ])
  })

  it('number the people of a family by role in the order of registration', () => {
    const families = [{ id: 'f', code: 'Z-014' }]
    const of = (id: string, role: 'child' | 'grandparent') => ({ id, familyId: 'f', role })
    const codes = codePeople(families, [of('3', 'child'), of('2', 'grandparent'), of('1', 'child')])
    expect(Object.fromEntries(codes)).toEqual({ 1: 'Z-014-C1', 2: 'Z-014-G1', 3: 'Z-014-C2' })
  })
})
