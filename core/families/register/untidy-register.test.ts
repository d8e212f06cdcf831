import { describe, expect, it } from 'vitest'
import { afterSaving, planOf, plainHeader, tableOf, type Written } from '../cases/register-table.ts'
import type { RegisterPlan } from './plan-register-import.ts'

const ming: Written[] = ['Z村', '王小明', '男', '2014-03-05', '', '王大', '', '东莞', '李梅']
const hong: Written[] = ['Z村', '王小红', '女', '2016年7月1日', '', '王大', '', '东莞', '李梅']
const fang: Written[] = ['Z村', '赵小芳', '女', '农历三月', '', '赵五', '', '温州', '钱二']

function sheet(...rows: readonly (readonly Written[])[]) {
  return tableOf([plainHeader, ...rows])
}

function asidesOf(plan: RegisterPlan) {
  return plan.notes
    .filter(({ weight }) => weight === 'aside')
    .map(({ row, column, reason, shown }) => `${row}/${column} ${reason} ${shown}`)
}

function birthsOf(plan: RegisterPlan) {
  return plan.bundles
    .flat()
    .filter(({ fields }) => fields['role'] === 'child')
    .map(({ verb, fields }) => `${verb} ${String(fields['name'])} ${String(fields['bornOn'])}`)
}

describe('a row without a child in it (FAM-29)', () => {
  it.each<[string, Written[]]>([
    ['3/1 totalRow 合计', ['合计', '56人', '', '']],
    ['3/1 totalRow 合 计', ['合 计', '', '', '', '', 56]],
    ['3/2 totalRow 小计', ['', '小计', 12]],
    ['3/1 totalRow 总计:56 人', ['总计：56 人']],
    ['3/1 totalRow Z村小计', ['Z村小计', 12]],
    ['3/2 totalRow 本页合计', ['', '本页合计', '男 3 女 4']],
    ['3/1 totalRow Total', ['Total', 56]],
    ['3/1 noteRow 注:1.户籍以户口簿为准', ['注：1.户籍以户口簿为准']],
    ['3/1 noteRow 填表人:张三', ['填表人：张三', '', '审核人：李四', '', '', '填表日期：2024.3.5']],
    ['3/2 noteRow 填表人:张三', ['', '填表人：张三']],
    ['3/2 noteRow (必填)', ['', '（必填）', '（必填）']],
    ['3/1 headerAgain 村', ['村', '儿童姓名', '性别', '出生日期']],
  ])('is passed over with the reason: %s', (expected, row) => {
    const plan = planOf(sheet(ming, row), { doubtfulCells: 'leaveCellEmpty' })
    expect(asidesOf(plan)).toEqual([expected])
    expect(plan.asides).toEqual([3])
    expect(plan.rowsOut).toEqual([])
    expect(plan.counts).toMatchObject({ rows: 1, children: 1 })
  })

  it('is a line merged across the table', () => {
    const table = tableOf(
      [plainHeader, ming, ['以下是Y村'], hong],
      [{ fromRow: 3, toRow: 3, fromColumn: 1, toColumn: 13 }],
    )
    expect(asidesOf(planOf(table))).toEqual(['3/1 noteRow 以下是Y村'])
  })

  it('is never somebody with a birth date, nor a child of a village with a colon in its name', () => {
    const plan = planOf(
      sheet(['', '小计', '男', '2014-03-05'], ['Z村：3组', '陈总', '男', '不详']),
      { doubtfulCells: 'leaveCellEmpty' },
    )
    expect(birthsOf(plan)).toEqual(['create 小计 2014-03-05', 'create 陈总 null'])
  })
})

describe('a child whose birth date cannot be read (FAM-21)', () => {
  it('is named by cell and waits for the person to choose', () => {
    const plan = planOf(sheet(fang))
    expect(plan.notes).toMatchObject([
      { row: 2, column: 4, reason: 'dateLunar', weight: 'cell', shown: '农历三月' },
    ])
    expect(plan.rowsOut).toEqual([2])
  })

  it('is registered with the birth date still to be asked, if the person says so', () => {
    const plan = planOf(sheet(fang, ming), { doubtfulCells: 'leaveCellEmpty' })
    expect(birthsOf(plan)).toEqual(['create 赵小芳 null', 'create 王小明 2014-03-05'])
    expect(plan.counts.withoutBirth).toBe(1)
  })

  it('is known again when the date was put right, and gets it (FAM-25)', () => {
    const first = planOf(sheet(fang), { doubtfulCells: 'leaveCellEmpty' })
    const right = fang.map((cell, index) => (index === 3 ? '2015-04-21' : cell))
    const again = planOf(sheet(right), { existing: afterSaving(first.bundles) })
    expect(again.already).toMatchObject([{ row: 2, name: '赵小芳' }])
    expect(again.bundles).toMatchObject([[{ verb: 'edit', fields: { bornOn: '2015-04-21' } }]])
    expect(again.notes).toMatchObject([{ reason: 'birthFilledIn', weight: 'look' }])
  })

  it('is not brought in a second time without one (FAM-25)', () => {
    const first = planOf(sheet(fang), { doubtfulCells: 'leaveCellEmpty' })
    const again = planOf(sheet(fang), {
      existing: afterSaving(first.bundles),
      doubtfulCells: 'leaveCellEmpty',
    })
    expect([again.already.length, again.bundles]).toEqual([1, []])
  })

  it('is another child where the parents are others', () => {
    const other = ['Z村', '赵小芳', '女', '不详', '', '孙六', '', '温州', '周七']
    const plan = planOf(sheet(fang, other), { doubtfulCells: 'leaveCellEmpty' })
    expect(plan.counts.children).toBe(2)
  })
})

describe('a cell merged over several rows', () => {
  it('counts for each of them, but never gives a child the name of another', () => {
    const rest = hong.map((cell, index) =>
      index === 0 || index === 5 || index === 8 ? null : cell,
    )
    const nameless = rest.map((cell, index) => (index === 1 ? null : cell))
    const down = (column: number) => ({
      fromRow: 2,
      toRow: 4,
      fromColumn: column,
      toColumn: column,
    })
    const plan = planOf(tableOf([plainHeader, ming, rest, nameless], [1, 2, 6, 9].map(down)))
    expect(plan.families).toMatchObject([{ village: 'Z村', children: [{ row: 2 }, { row: 3 }] }])
    expect(plan.notes.filter(({ weight }) => weight === 'row')).toMatchObject([
      { row: 4, reason: 'nameMissing' },
    ])
  })
})
