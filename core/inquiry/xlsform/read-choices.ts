import type { Table } from '../../kit/table.ts'
import type { ResponseSet } from '../item.ts'
import { partIdShape } from '../part-id.ts'
import type { WordLanguage } from '../words.ts'
import { readRows, type FormRow } from './read-rows.ts'
import type { FaultList } from './xlsform-fault.ts'

export interface FormList {
  readonly set: ResponseSet
  /** The file's name of an option → its value with us. */
  readonly values: ReadonlyMap<string, number>
}

const columns = {
  taken: ['list_name', 'name'],
  worded: ['label'],
  refused: ['image', 'audio', 'video', 'media', 'geometry'],
}
const mostOptions = 40

/**
 * Lists of options. Whole numbers stay the values they are; other names are numbered in order, after the largest number of
 * the list, and kept beside the number.
 */
export function readChoices(
  table: Table | undefined,
  plainLanguage: WordLanguage | null,
  faults: FaultList,
): ReadonlyMap<string, FormList> {
  if (table === undefined) return new Map()
  const byList = new Map<string, FormRow[]>()
  for (const row of readRows(table, columns, plainLanguage, faults)) {
    const list = row.text('list_name')
    if (list === '') faults.refuse('nameMissing', row.sheet, row.row, 'list_name')
    else byList.set(list, [...(byList.get(list) ?? []), row])
  }
  const lists = new Map<string, FormList>()
  for (const [name, rows] of byList) {
    const list = makeList(name, rows, faults)
    if (list !== null) lists.set(name, list)
  }
  return lists
}

function makeList(name: string, rows: readonly FormRow[], faults: FaultList): FormList | null {
  const [first] = rows
  if (first === undefined) return null
  const { sheet } = first
  if (!partIdShape.safeParse(name).success) {
    faults.refuse('nameNotUsable', sheet, first.row, name)
    return null
  }
  if (rows.length > mostOptions) {
    faults.refuse('listTooLong', sheet, first.row, name)
    return null
  }
  const names = rows.map((row) => row.text('name'))
  const isNumber = (one: string) => /^(?:0|-?[1-9]\d{0,8})$/.test(one)
  let next = Math.max(0, ...names.filter(isNumber).map(Number)) + 1
  const values = new Map<string, number>()
  const options = rows.map((row, index) => {
    const own = names[index] ?? ''
    const isOwn = isNumber(own)
    if (own === '') faults.refuse('nameMissing', sheet, row.row, name)
    else if (values.has(own)) faults.refuse('nameTwice', sheet, row.row, own)
    else if (/\s/.test(own) || own.length > 80) faults.refuse('nameNotUsable', sheet, row.row, own)
    const value = isOwn ? Number(own) : next
    if (!isOwn) next += 1
    values.set(own, value)
    return { value, label: row.words('label'), name: isOwn ? '' : own, picture: null }
  })
  if (options.length < 2) {
    faults.refuse('listTooShort', sheet, first.row, name)
    return null
  }
  const all = options.map(({ value }) => value)
  return {
    set: { id: name, min: Math.min(...all), max: Math.max(...all), options, pictures: 'none' },
    values,
  }
}
