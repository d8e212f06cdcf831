// Registers as villages keep them, for the tests of the import.
import type { Cell, MergedRange, Table } from '../../kit/table.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { Draft } from '../../sync/device.ts'
import { family } from '../family.ts'
import { person } from '../person.ts'
import { planRegisterImport, type RegisterImport } from '../register/plan-register-import.ts'
import { proposeMapping } from '../register/propose-mapping.ts'
import type { ExistingRegister } from '../register/plan-households.ts'
import { idOf, today } from './family-world.ts'

export type Written = string | number | null | Cell

export function tableOf(
  rows: readonly (readonly Written[])[],
  merges: readonly MergedRange[] = [],
): Table {
  return { name: '登记表', merges, rows: rows.map((row) => row.map(cellOf)) }
}

function cellOf(value: Written): Cell {
  if (value === null || value === '') return { kind: 'empty' }
  if (typeof value === 'number') return { kind: 'number', value }
  return typeof value === 'string' ? { kind: 'text', text: value } : value
}

export const plainHeader = [
  '村',
  '儿童姓名',
  '性别',
  '出生日期',
  '身份证号',
  '父亲姓名',
  '父亲电话',
  '父亲务工地点',
  '母亲姓名',
  '母亲务工地点',
  '被委托人姓名',
  '与儿童关系',
  '健康状况',
]

/** Form F1 as villages fill it: a title, two rows of heads, merged groups. */
export const formHeader = [
  ['农村留守儿童基本情况登记表'],
  ['序号', '儿童基本情况', null, null, null, '家庭情况', null, null, null, '委托照护', null],
  [null, '姓名', '性别', '出生日期', '身份证号', '父亲', null, '母亲', null, '被委托人', null],
  [null, null, null, null, null, '姓名', '现工作地址', '姓名', '现工作地址', '姓名', '联系电话'],
] as const

export const formMerges: readonly MergedRange[] = [
  { fromRow: 1, toRow: 1, fromColumn: 1, toColumn: 11 },
  { fromRow: 2, toRow: 4, fromColumn: 1, toColumn: 1 },
  { fromRow: 2, toRow: 2, fromColumn: 2, toColumn: 5 },
  { fromRow: 2, toRow: 2, fromColumn: 6, toColumn: 9 },
  { fromRow: 2, toRow: 2, fromColumn: 10, toColumn: 11 },
  ...[2, 3, 4, 5].map((column) => ({ fromRow: 3, toRow: 4, fromColumn: column, toColumn: column })),
  { fromRow: 3, toRow: 3, fromColumn: 6, toColumn: 7 },
  { fromRow: 3, toRow: 3, fromColumn: 8, toColumn: 9 },
  { fromRow: 3, toRow: 3, fromColumn: 10, toColumn: 11 },
]

export const nothingYet: ExistingRegister = { families: [], people: [] }

let count = 1000

export function planOf(table: Table, changes: Partial<RegisterImport> = {}) {
  return planRegisterImport({
    table,
    mapping: proposeMapping(table),
    existing: nothingYet,
    today,
    staffId: idOf(2),
    doubtfulCells: 'leaveRowOut',
    codePrefix: 'R-',
    newId: () => {
      count += 1
      return idOf(count)
    },
    ...changes,
  })
}

/** The register as it stands after the drafts were saved. */
export function afterSaving(
  bundles: readonly (readonly Draft[])[],
  before: ExistingRegister = nothingYet,
): ExistingRegister {
  const drafts = bundles.flat()
  return {
    families: [
      ...before.families,
      ...drafts
        .filter(({ kind }) => kind.name === 'family')
        .map((draft) => ({ ...family.read(fieldsAsJson(draft.fields)), id: draft.recordId })),
    ],
    people: [
      ...before.people,
      ...drafts
        .filter(({ kind }) => kind.name === 'person')
        .map((draft) => ({ ...person.read(fieldsAsJson(draft.fields)), id: draft.recordId })),
    ],
  }
}
