// Rows of a register that hold no child: totals, notes under the table, groups' titles, the heads of the next printed page.
import { showCell, type Cell, type Table } from '../../kit/table.ts'
import type { Day } from '../../kit/dates.ts'
import { headerOf, type RegisterMapping } from './propose-mapping.ts'
import { readDay } from './read-day.ts'
import { readNote } from './register-reading.ts'
import { plainText } from './read-words.ts'
import { isTarget } from './register-columns.ts'
import type { CellNote } from './register-row.ts'

const total =
  /^(本|全|.{0,10}[页村组班校镇乡县区])?(合计|总计|小计|共计|累计|总数|(sub)?total)([:：(（\d].*)?$/i
const totalAtEnd = /^.{1,12}(合计|总计|小计|共计)([:：(（\d].*)?$/
const remark =
  /^[(（【*※]*(注|备注|说明|填表|填报|制表|审核|复核|负责人|联系人|统计人|经办|单位|附[:：件注]|以上|以下|本表|第.{1,4}页|共.{1,4}[页人名]|必填|选填|示例|样例|填写|格式|note|remark|prepared|filled|reviewed|page)/i
const labelled = /^.{1,12}[:：]/

/** FAM-29: why a row is passed over, by the cell that says so; null for a row that is meant to be a child. */
export function findAside(
  cells: readonly Cell[],
  row: number,
  { table, mapping, today }: AsideWork,
): CellNote | null {
  const filled = cells.flatMap((cell, index) => {
    const words = plainText(showCell(cell))
    return words === '' ? [] : [{ column: index + 1, cell, words: words.replace(/\s/gu, '') }]
  })
  const first = filled[0]
  if (first === undefined || holdsBirthDate(cells, mapping, today)) return null
  const named = mapping.columns.indexOf('child.name') + 1
  const noteAt = (place: Place, reason: CellNote['reason']) =>
    readNote(place, { row, target: 'child.name', reason, weight: 'aside', kept: '' })
  if (repeatsHeader(filled, table, mapping)) return noteAt(first, 'headerAgain')
  const sum = filled.find(
    ({ column, words }) =>
      total.test(words) || (column !== named && column === first.column && totalAtEnd.test(words)),
  )
  if (sum !== undefined) return noteAt(sum, 'totalRow')
  const name = filled.find(({ column }) => column === named)
  const speaks = ({ words }: Place) => remark.test(words) || labelled.test(words)
  const remarks =
    isTitle(table, row, filled.length, mapping) ||
    (speaks(first) && (name === undefined || speaks(name)))
  return remarks ? noteAt(first, 'noteRow') : null
}

export interface AsideWork {
  readonly table: Table
  readonly mapping: RegisterMapping
  readonly today: Day
}

interface Place {
  readonly column: number
  readonly cell: Cell
  readonly words: string
}

/** Whoever has a birth date is a person, whatever the name looks like. */
function holdsBirthDate(cells: readonly Cell[], mapping: RegisterMapping, today: Day): boolean {
  const cell = cells[mapping.columns.indexOf('child.bornOn')]
  if (cell === undefined || cell.kind === 'empty' || cell.kind === 'formula') return false
  return readDay(cell, plainText(showCell(cell)), today).ok
}

/** Printed registers begin every page with the heads. */
function repeatsHeader(filled: readonly Place[], table: Table, mapping: RegisterMapping): boolean {
  const same = filled.filter(({ column, words }) => {
    const head = headerOf(table, mapping.headerRows, column).replace(/\s/gu, '')
    return words !== '' && head.split('·').includes(words)
  })
  return same.length >= 2 && same.length * 2 >= filled.length
}

/** A line merged over half of the columns with a target, and nothing beside it. */
function isTitle(table: Table, row: number, filled: number, mapping: RegisterMapping): boolean {
  const targets = mapping.columns.filter(isTarget).length
  return (
    filled === 1 &&
    table.merges.some(
      (range) =>
        range.fromRow === row &&
        range.toColumn - range.fromColumn + 1 >= Math.max(3, Math.ceil(targets / 2)),
    )
  )
}
