// What an instrument says, in the language of the screen.
import type { Wording } from '../../core/evaluation/write-numbers.ts'
import { readAxisName } from '../../core/inquiry/cross-table/cross-axis.ts'
import type { Instrument } from '../../core/inquiry/instrument.ts'
import type { Item, ResponseSet } from '../../core/inquiry/scale.ts'
import { fillNames, fillUnnamed, readWords, type Words } from '../../core/inquiry/words.ts'
import { currentLanguage, text, textOrNull } from '../kit/index.ts'

export function showWords(words: Words): string {
  return readWords(words, currentLanguage())
}

/** What is said to nobody in particular: “the child” in place of a name. */
export function showUnnamed(words: Words): string {
  return fillUnnamed(showWords(words), currentLanguage())
}

export function titleOf(instrument: Pick<Instrument, 'title' | 'code'>): string {
  const title = showWords(instrument.title)
  return title === '' ? instrument.code : title
}

/** A year, a number or a word, as people name a version. */
export function versionText(version: string): string {
  if (version === 'revised') return text('inquiry:versionIs.revised')
  if (/^(19|20)\d{2}$/.test(version)) return text('inquiry:versionIs.year', { version })
  return text(`inquiry:versionIs.${/^[\d.]+$/.test(version) ? 'number' : 'named'}`, { version })
}

export interface HomeNames {
  readonly parent?: string
  readonly child?: string
}

/** The item as it is asked; by its number where the wording belongs to somebody else. */
export function itemText(item: Item, language: 'zh-CN' | 'en', names: HomeNames = {}): string {
  if (item.text === null) return text('inquiry:item.numbered', { number: item.number, id: item.id })
  return fillUnnamed(fillNames(readWords(item.text, language), names), language)
}

/** The words core writes sentences with, in the person's language. */
export function inquiryWording(): Wording {
  return { language: currentLanguage(), translate: (key, values) => textOrNull(key, values) ?? key }
}

/** What stands beside the answers of a question on its screen. */
export function picturesOf(
  { items, responseSets }: Pick<Instrument, 'items' | 'responseSets'>,
  axisName: string,
): ResponseSet['pictures'] {
  const axis = readAxisName(axisName)
  const item = axis?.by === 'item' ? items.find(({ id }) => id === axis.itemId) : undefined
  if (item === undefined || !('set' in item.response)) return 'none'
  const { set } = item.response
  return responseSets.find(({ id }) => id === set)?.pictures ?? 'none'
}
