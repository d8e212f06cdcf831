import { describe, expect, it } from 'vitest'
import { publishedInstrument, today } from '../cases/sheet-world.ts'
import { sheetKey, type AnswerImportOptions } from './answer-import-plan.ts'
import { planAnswerImport } from './plan-answer-import.ts'
import type { Table, Cell } from '../../kit/table.ts'

type Plain = string | number | null

function tableOf(rows: readonly (readonly Plain[])[]): Table {
  const cells = rows.map((row) =>
    row.map((value): Cell => {
      if (value === null) return { kind: 'empty' }
      return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value }
    }),
  )
  return { name: 'Sheet1', rows: cells, merges: [] }
}

const labels = ['从不', '很少', '有时', '经常', '总是']
const english = ['never', 'rarely', 'sometimes', 'often', 'always']
const small = publishedInstrument({
  responseSets: [
    {
      id: 'five',
      min: 1,
      max: 5,
      options: labels.map((label, index) => ({
        value: index + 1,
        label: { 'zh-CN': label, en: english[index] },
      })),
    },
  ],
  items: [
    {
      id: 'talk',
      number: 1,
      text: { 'zh-CN': '我和{parent}说话很轻松。', en: 'Talking with {parent} is easy.' },
      response: { kind: 'choice', set: 'five' },
    },
    {
      id: 'laugh',
      number: 2,
      text: { 'zh-CN': '我和{parent}会一起笑。', en: '{parent} and I laugh together.' },
      response: { kind: 'choice', set: 'five' },
    },
  ],
  subscales: [],
})

const people = [
  { key: 'wang', names: ['王小明'], codes: ['C01'] },
  { key: 'li-1', names: ['李娜'], codes: ['C02'] },
  { key: 'li-2', names: ['李娜'], codes: ['C03'] },
]

function plan(rows: readonly (readonly Plain[])[], changes: Partial<AnswerImportOptions> = {}) {
  return planAnswerImport(tableOf(rows), {
    instrument: small,
    subject: 'families',
    people,
    wave: { from: 'fixed', waveId: 'before' },
    today,
    ...changes,
  })
}

const heading = ['姓名', '1、我和妈妈说话很轻松[单选题]', '2、我和妈妈会一起笑。']

describe('planning an answer import', () => {
  it('matches items by their wording, people by name, and option texts in either language', () => {
    const planned = plan([
      heading,
      ['王 小明', '经 常', 'B. 很少'],
      ['C02', 'ＯＦＴＥＮ', '５'],
      ['c03', '(空)', '4分'],
    ])
    expect(planned.columns.map(({ as, why }) => [as, why])).toEqual([
      [{ role: 'respondent' }, 'heading'],
      [{ role: 'item', itemId: 'talk' }, 'text'],
      [{ role: 'item', itemId: 'laugh' }, 'text'],
    ])
    expect(planned.sheets.map((sheet) => [sheet.row, sheet.respondent, sheet.answers])).toEqual([
      [2, 'wang', { talk: 4, laugh: 2 }],
      [3, 'li-1', { talk: 4, laugh: 5 }],
      [4, 'li-2', { laugh: 4 }],
    ])
    expect(planned.missingPerItem).toEqual([
      { itemId: 'talk', count: 1 },
      { itemId: 'laugh', count: 0 },
    ])
    expect(planned).toMatchObject({ tableProblems: [], badCellCount: 0, ready: true })
  })

  it('names every bad cell by sheet, row, column and letter, and clips nothing (INQ-10)', () => {
    const planned = plan([heading, ['王小明', 6, '偶尔'], ['C02', 4.5, 3]])
    expect(planned.badCells).toEqual([
      {
        sheet: 'Sheet1',
        row: 2,
        column: 2,
        letter: 'B',
        reason: 'AnswerOutOfRange',
        value: '6',
        itemId: 'talk',
      },
      {
        sheet: 'Sheet1',
        row: 2,
        column: 3,
        letter: 'C',
        reason: 'AnswerNotAnOption',
        value: '偶尔',
        itemId: 'laugh',
      },
      {
        sheet: 'Sheet1',
        row: 3,
        column: 2,
        letter: 'B',
        reason: 'AnswerNotWhole',
        value: '4.5',
        itemId: 'talk',
      },
    ])
    expect(planned).toMatchObject({ sheets: [], ready: false })
    const kept = plan([heading, ['王小明', 6, 2], ['C02', 4, 3]], { badRows: 'leaveAnswerOut' })
    expect(kept.sheets.map((sheet) => sheet.answers)).toEqual([{ laugh: 2 }, { talk: 4, laugh: 3 }])
    const without = plan([heading, ['王小明', 6, 2], ['C02', 4, 3]], { badRows: 'leaveRowOut' })
    expect(without.sheets.map((sheet) => sheet.row)).toEqual([3])
    expect([kept.ready, without.ready]).toEqual([true, true])
  })

  it('shows who is not found and who is found twice, and guesses nobody', () => {
    const planned = plan([heading, ['赵六', 1, 1], ['李娜', 2, 2], [null, 3, 3], ['C01', 4, 4]])
    expect(planned.unmatched).toEqual([{ row: 2, value: '赵六' }])
    expect(planned.matchedTwice).toEqual([{ row: 3, value: '李娜', keys: ['li-1', 'li-2'] }])
    expect(planned.leftOut).toEqual([
      { row: 2, why: 'unmatched' },
      { row: 3, why: 'matchedTwice' },
      { row: 4, why: 'badCells' },
    ])
    expect(planned.sheets.map((sheet) => sheet.respondent)).toEqual(['wang'])
  })

  it('shows a sheet handed in twice and waits for the person to choose the first or the last', () => {
    const rows = [heading, ['C01', 1, 1], ['王小明', 5, 5], ['C02', 3, 3]]
    const asked = plan(rows)
    expect(asked.duplicates).toEqual([{ waveId: 'before', respondent: 'wang', rows: [2, 3] }])
    expect(asked.sheets.map((sheet) => sheet.row)).toEqual([4])
    expect(asked.ready).toBe(false)
    expect(plan(rows, { duplicates: 'first' }).sheets.map((sheet) => sheet.row)).toEqual([2, 4])
    expect(plan(rows, { duplicates: 'last' }).sheets.map((sheet) => sheet.row)).toEqual([3, 4])
    expect(plan(rows, { duplicates: 'last' }).ready).toBe(true)
  })

  it('leaves alone what is already there', () => {
    const existing = new Set([sheetKey('before', 'wang')])
    const planned = plan([heading, ['C01', 1, 1], ['C02', 3, 3]], { existing })
    expect(planned.leftOut).toEqual([{ row: 2, why: 'existing' }])
    expect(planned.sheets.map((sheet) => sheet.respondent)).toEqual(['li-1'])
  })

  it('reads the wave, the group and the day from their columns', () => {
    const planned = plan(
      [
        ['编号', '阶段', '班级', '提交答卷时间', 'talk', 'laugh'],
        ['C01', '前测', '三年级', '2026/3/1 20:15:03', 1, 2],
        ['C01', '后测', '三年级', '2026年3月9日', 3, 4],
        ['C02', '中测', '四年级', '2026-02-30', 3, 4],
      ],
      {
        wave: {
          from: 'column',
          waves: [
            { waveId: 'before', phase: 'before', words: [] },
            { waveId: 'after', phase: 'after', words: [] },
          ],
        },
      },
    )
    expect(
      planned.sheets.map((sheet) => [sheet.waveId, sheet.groupLabel, sheet.answeredOn]),
    ).toEqual([
      ['before', '三年级', '2026-03-01'],
      ['after', '三年级', '2026-03-09'],
    ])
    expect(planned.badCells.map((cell) => [cell.letter, cell.reason])).toEqual([
      ['B', 'PhaseUnknown'],
      ['D', 'DateNotReadable'],
    ])
  })

  it('never takes telephone, identity number or address along (INQ-11)', () => {
    const planned = plan([
      [...heading, '手机号码', '身份证号', '家庭住址', '来自IP'],
      ['C01', 1, 1, '13900000000', 'x', 'y', 'z'],
    ])
    expect(planned.columns.slice(3).map(({ as, why }) => [as.role, why])).toEqual(
      Array.from({ length: 4 }, () => ['ignored', 'private']),
    )
    const codes = plan(
      [
        ['姓名', '代码', 'talk', 'laugh'],
        ['王小明', 'K1', 1, 1],
      ],
      { subject: 'codes' },
    )
    expect(codes.columns[0]?.why).toBe('private')
    expect(codes.sheets[0]).toMatchObject({ respondent: 'K1', extra: {} })
  })

  it('turns positions into values, and numbers that mean "no answer" into gaps, when the person says so', () => {
    const zeroBased = publishedInstrument({
      responseSets: [{ id: 'five', min: 0, max: 2 }],
      items: ['a', 'b'].map((id, index) => ({
        id,
        number: index + 1,
        response: { kind: 'choice', set: 'five' },
      })),
      subscales: [],
    })
    const rows = [
      ['编号', 'a', 'b'],
      ['C01', 1, 3],
      ['C02', -3, -3],
    ]
    const asked = plan(rows, { instrument: zeroBased })
    expect(asked.suspectedMissing).toEqual([-3])
    const settled = plan(rows, {
      instrument: zeroBased,
      numbersAre: 'positions',
      missingNumbers: [-3],
    })
    expect(settled.badCellCount).toBe(0)
    expect(settled.sheets.map((sheet) => sheet.answers)).toEqual([{ a: 0, b: 2 }])
    expect(settled.leftOut).toEqual([{ row: 3, why: 'empty' }])
  })

  it('does not shift a key without wording by the name that the tool numbered too', () => {
    const bare = publishedInstrument({
      items: ['q1', 'q2', 'q3'].map((id, index) => ({
        id,
        number: index + 1,
        response: { kind: 'choice', set: 'five' },
      })),
      subscales: [],
    })
    const rolesOf = (headings: string[]) =>
      plan([headings, headings.map(() => 1)], { instrument: bare }).columns.map(({ as }) =>
        as.role === 'item' ? as.itemId : as.role,
      )
    expect(rolesOf(['Q1.您的姓名', 'Q2.甲', 'Q3.乙', 'Q4.丙'])).toEqual([
      'respondent',
      'q1',
      'q2',
      'q3',
    ])
    expect(rolesOf(['编号', '1、性别', '2、甲', '3、乙', '4、丙'])).not.toContain('q1')
    expect(rolesOf(['编号', '1', '2', '3', '99'])).toEqual([
      'respondent',
      'q1',
      'q2',
      'q3',
      'ignored',
    ])
  })

  it('takes what the person decided about a column instead of its proposal', () => {
    const rows = [
      ['谁', '甲', '乙'],
      ['C01', 1, 2],
    ]
    expect(plan(rows).tableProblems).toEqual(['NoItemColumns', 'NoRespondentColumn'])
    const planned = plan(rows, {
      columns: {
        0: { role: 'respondent' },
        1: { role: 'item', itemId: 'laugh' },
        2: { role: 'item', itemId: 'talk' },
      },
    })
    expect(planned.sheets[0]?.answers).toEqual({ laugh: 1, talk: 2 })
    expect(planned.columns.map(({ why }) => why)).toEqual(['chosen', 'chosen', 'chosen'])
    const twice = plan(rows, {
      columns: {
        0: { role: 'respondent' },
        1: { role: 'item', itemId: 'laugh' },
        2: { role: 'item', itemId: 'laugh' },
      },
      wave: { from: 'notChosen' },
    })
    expect(twice).toMatchObject({
      tableProblems: ['ItemTwice', 'NoWave'],
      sheets: [],
      ready: false,
    })
  })

  it('reads what a formula last showed and names an error cell', () => {
    const table = tableOf([heading, ['C01', 1, 1]])
    const cells: Cell[] = [
      { kind: 'text', text: 'C01' },
      { kind: 'formula', cached: { kind: 'number', value: 4 } },
      { kind: 'error', code: '#N/A' },
    ]
    const planned = planAnswerImport(
      { ...table, rows: [table.rows[0] ?? [], cells] },
      {
        instrument: small,
        subject: 'families',
        people,
        wave: { from: 'fixed', waveId: 'w' },
        badRows: 'leaveAnswerOut',
        today,
      },
    )
    expect(planned.sheets[0]?.answers).toEqual({ talk: 4 })
    expect(planned.badCells).toMatchObject([{ letter: 'C', reason: 'CellError', value: '#N/A' }])
  })
})

describe('finding the headings', () => {
  it('takes grouped wordings without merges as two rows, and answers never as headings', () => {
    const grouped = plan([
      ['说话', null, '其他', null],
      ['talk', 'laugh', '编号', '班级'],
      ['很少', '总是', 'C01', '三年级'],
      ['经常', '总是', 'C02', '三年级'],
    ])
    expect(grouped.heading.headingRows).toBe(2)
    expect(grouped.sheets.map((sheet) => sheet.answers)).toEqual([
      { talk: 2, laugh: 5 },
      { talk: 4, laugh: 5 },
    ])
    const nameless = plan([
      ['编号', 'talk', null, null],
      ['C01', '很少', '男', '北'],
      ['C02', '很少', '女', '北'],
      ['C02', '很少', '男', '南'],
    ])
    expect(nameless.heading.headingRows).toBe(1)
  })

  it('finds none where the first row is answers already, and follows the person', () => {
    expect(
      plan([
        ['C01', 4, 2, 2],
        ['C02', 1, 3, 5],
      ]).heading.headingRows,
    ).toBe(0)
    const chosen = { titleRows: 1, headingRows: 1 } as const
    expect(plan([['a', 'b'], heading, ['C01', 1, 1]], { heading: chosen }).sheets.length).toBe(1)
  })
})
