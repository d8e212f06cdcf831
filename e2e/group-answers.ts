// What the eight families of the journey answer, before and after, and what must come of it, worked out by hand.
import { readInstrument } from '../core/inquiry/cases/read-instruments.ts'
import type { Instrument } from '../core/inquiry/instrument.ts'
import { fillNames, readWords } from '../core/inquiry/words.ts'
import type { Cell, Rows } from './spreadsheets.ts'
import { households, type Household } from './village.ts'

export const childForm = readInstrument('kiteline-child')
export const parentForm = readInstrument('kiteline-parent')
export const members: readonly Household[] = households.slice(0, 8)

export type Moment = 'before' | 'after'

interface Side {
  /** One level per family; null is nobody who answered. */
  readonly level: Readonly<Record<Moment, readonly (number | null)[]>>
  /** Items 1–4 (who starts, how often) move on their own. */
  readonly first: Readonly<Record<Moment, readonly (number | null)[]>>
}

const child: Side = {
  level: { before: [2, 4, 3, 2, 3, 4, 2, 3], after: [3, 4, 4, 4, 3, 5, 4, null] },
  first: { before: [2, 4, 3, 2, 3, 4, 2, 3], after: [2, 4, 3, 3, 3, 4, 2, null] },
}
const parent: Side = {
  level: { before: [3, 3, 2, 4, 3, 2, 3, 3], after: [3, 4, 3, 4, 4, 2, 4, 4] },
  first: { before: [3, 3, 2, 4, 3, 2, 3, 3], after: [3, 4, 3, 4, 4, 2, 4, 4] },
}
const sides = { child, parent } as const
export type Who = keyof typeof sides

/** The answer as the person gives it: against the grain where the item is reversed. */
export function answerOf(who: Who, family: number, moment: Moment, item: number): number | null {
  const form = who === 'child' ? childForm : parentForm
  const level = sides[who][item < 4 ? 'first' : 'level'][moment][family] ?? null
  if (level === null) return null
  return form.items[item]?.reversed === true ? 6 - level : level
}

/** The words of the option, as they stand on the screen and in an exported table. */
export function optionWords(form: Instrument, value: number): string {
  const option = form.responseSets[0]?.options.find((one) => one.value === value)
  return option === undefined ? String(value) : readWords(option.label, 'zh-CN')
}

/** As a survey tool writes it: a title, sections above the questions, names, texts of the options. */
export function exportedRows(who: Who, families: readonly number[], moment: Moment): Rows {
  const form = who === 'child' ? childForm : parentForm
  const names = { child: '孩子', parent: '妈妈' }
  const sections = form.items.map(
    (_item, at): Cell => (at % 8 === 0 ? `第${at / 8 + 1}部分` : null),
  )
  const questions = form.items.map(
    (item, at): Cell =>
      `${at + 1}、${item.text === null ? '' : fillNames(readWords(item.text, 'zh-CN'), names)}`,
  )
  const body = families.map((family, row): Cell[] => {
    const home = members[family]
    const answers = form.items.map((_item, item): Cell => {
      const value = answerOf(who, family, moment, item)
      return value === null ? null : optionWords(form, value)
    })
    const name = (who === 'child' ? home?.child : home?.mother) ?? ''
    return [row + 1, '2026/11/20 19:30:12', name, ...answers]
  })
  return [
    ['线牵两头小组问卷（导出数据）'],
    ['答卷信息', null, null, ...sections],
    ['序号', '提交答卷时间', '您的姓名', ...questions],
    ...body,
  ]
}

/**
 * By hand, t(6; 0.975) = 2.446912 and t(7; 0.975) = 2.364624.
 * Child, nine subscales: changes 1 0 1 2 0 1 2; mean 1, sd √(4/6), 1 ± 0.7551.
 * Child, initiative: changes 0 0 0 1 0 0 0; mean 1/7, standard error 1/7, 0.1429 ± 0.3496.
 * Parent: changes 0 1 1 0 1 0 1 1; mean 0.625, sd √(15/8/7), 0.625 ± 0.4327.
 */
export const expected = {
  child: { n: 7, change: '+1.00', low: '0.24', high: '1.76' },
  initiative: { n: 7, change: '+0.14', low: '−0.21', high: '0.49' },
  parent: { n: 8, change: '+0.63', low: '0.19', high: '1.06' },
} as const
