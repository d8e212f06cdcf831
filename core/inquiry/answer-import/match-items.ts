// Which column holds which item: by the item's id, by its wording, by its number. Each item and each column once.
import type { Item } from '../scale.ts'
import { wordLanguages } from '../words.ts'
import { plainText, tightText } from './read-table.ts'
import { likeness, pairsOfLetters } from './text-likeness.ts'

export interface ItemCandidate {
  readonly column: number
  /** The lower heading alone, and both headings together. */
  readonly lower: string
  readonly text: string
}

export interface ItemMatch {
  readonly column: number
  readonly itemId: string
  readonly why: 'id' | 'text' | 'number' | 'order'
}

type Matcher = (
  candidates: readonly ItemCandidate[],
  items: readonly Item[],
) => readonly ItemMatch[]

export const matchItemIds: Matcher = (candidates, items) => {
  const byId = new Map(items.map((item) => [tightText(item.id), item]))
  return candidates.flatMap(({ column, lower, text }) => {
    // "Q1" in front of a wording is the tool's own count, which also counts the name and the class.
    const lead = /^(?!q\d)([a-z][a-z0-9_-]*)\s*[.:、]/.exec(plainText(lower))?.[1] ?? ''
    const names = [lower, text, lead].map(tightText)
    const item = names.map((name) => byId.get(name)).find((found) => found !== undefined)
    if (item === undefined) return []
    byId.delete(tightText(item.id))
    return [{ column, itemId: item.id, why: 'id' }]
  })
}

const likeEnough = 0.6

/** The most alike go first. */
export const matchItemWordings: Matcher = (candidates, items) => {
  const wordings = items.flatMap((item) =>
    wordLanguages.flatMap((language) => {
      const text = (item.text?.[language] ?? '').replace(/\{(parent|child)\}/g, '')
      return text === '' ? [] : [{ itemId: item.id, letters: pairsOfLetters(text) }]
    }),
  )
  const alikes: { column: number; itemId: string; alike: number }[] = []
  for (const { column, lower, text } of candidates) {
    const texts = [lower, text].map((one) => pairsOfLetters(stripNumber(one)))
    for (const { itemId, letters } of wordings) {
      const alike = Math.max(...texts.map((one) => likeness(one, letters)))
      if (alike >= likeEnough) alikes.push({ column, itemId, alike })
    }
  }
  const columns = new Set<number>()
  const matched = new Map<string, ItemMatch>()
  for (const { column, itemId } of alikes.sort((left, right) => right.alike - left.alike)) {
    if (columns.has(column) || matched.has(itemId)) continue
    columns.add(column)
    matched.set(itemId, { column, itemId, why: 'text' })
  }
  return [...matched.values()]
}

/**
 * By number only where a shift cannot hide: export tools also number the name and the class, and one such question
 * would move every answer by one. So either the headings are nothing but numbers and every item finds its own, or
 * there are exactly as many numbered columns as items; those go by number when it fits, else by order.
 */
export const matchItemNumbers: Matcher = (candidates, items) => {
  const numbered = candidates.flatMap(({ column, lower }) => {
    const number = leadingNumber(lower)
    const bare = /^[^\p{L}]*$/u.test(lower.replace(/[第题Qq]/g, ''))
    return number === null ? [] : [{ column, number, bare }]
  })
  const asMany = numbered.length === items.length
  const usable = asMany ? numbered : numbered.filter((one) => one.bare)
  const places = items.map((item) => usable.filter((one) => one.number === item.number))
  const allFit = places.every((found) => found.length === 1)
  if (!allFit && !asMany) return []
  return items.flatMap((item, index) => {
    const place = allFit ? places[index]?.[0] : usable[index]
    const why = allFit ? 'number' : 'order'
    return place === undefined ? [] : [{ column: place.column, itemId: item.id, why }]
  })
}

const numberLead = /^(?:第\s*)?(?:q|题|item)?\s*(\d{1,3})\s*(?:题|[、.:)_-]|$|\s)\s*/

function leadingNumber(text: string): number | null {
  const found = numberLead.exec(plainText(text))?.[1]
  return found === undefined ? null : Number(found)
}

/** The wording without the number in front and the kind of question behind, as export tools write them. */
export function stripNumber(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const bare = plain.replace(/^(?:第\s*)?(?:[Qq]|题)?\s*\d{1,3}\s*(?:题|[、.:)_-])\s*/, '')
  return bare.replace(/[[(【](?:单选|多选|填空|量表|矩阵)[^\])】]*[\])】]/g, '').trim()
}
