import type { Instrument } from '../../../../core/inquiry/instrument.ts'
import type { Item } from '../../../../core/inquiry/scale.ts'
import { currentLanguage, text } from '../../../kit/index.ts'
import { showWords } from '../../words.ts'

export interface EditorPart {
  readonly shown: Instrument
  readonly change: (next: Instrument, key?: string) => void
}

const longestLabel = 40

/** An item in a list to choose from: its number and the beginning of its wording. */
export function itemLabel(item: Item): string {
  const words = item.text === null ? item.id : showWords(item.text)
  const short = words.length > longestLabel ? `${words.slice(0, longestLabel)}…` : words
  return `${item.number}. ${short === '' ? text('inquiry:editor.noWordsYet') : short}`
}

export function isChinese(): boolean {
  return currentLanguage() === 'zh-CN'
}
