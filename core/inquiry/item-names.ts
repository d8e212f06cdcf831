// Items as people write them in a form: "A1 | wording", and keys such as "A1-A5, C2".
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import { partIdShape, type Item } from './scale.ts'
import type { Words } from './words.ts'

export interface ItemLine {
  readonly id: string
  readonly text: Words | null
}

/** One item per line: its id, Chinese wording, English wording, with a stroke between; what is left out is filled in. */
export function readItemLines(text: string): Outcome<readonly ItemLine[]> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const items: ItemLine[] = []
  for (const [index, line] of lines.entries()) {
    const parts = splitStrokes(line)
    const [first = '', ...rest] = parts
    const named = partIdShape.safeParse(first).success
    const [zh = '', en = ''] = named ? rest : parts
    if (rest.length > (named ? 2 : 1)) return refuse('LineHasTooManyParts', { line: index + 1 })
    const id = named ? first : `q${index + 1}`
    items.push({ id, text: zh === '' && en === '' ? null : { 'zh-CN': zh, en } })
  }
  return done(items)
}

export function writeItemLines(items: readonly Pick<Item, 'id' | 'text'>[]): string {
  return items
    .map(({ id, text }) => [id, text?.['zh-CN'] ?? '', text?.en ?? ''].join(' | '))
    .map((line) => line.replace(/(?: \| )+$/, ''))
    .join('\n')
}

export function splitStrokes(line: string): readonly string[] {
  return line.split(/[|｜\t]/).map((part) => part.trim())
}

/** A list of items by id or number, singly or as a range of neighbours: "A1-A5, C2", "1、3、5". */
export function readItemNames(
  text: string,
  items: readonly { readonly id: string }[],
): Outcome<readonly string[]> {
  const placeOf = (name: string) => {
    const byId = items.findIndex(({ id }) => id === name)
    if (byId >= 0) return byId
    return /^\d+$/.test(name) ? Number(name) - 1 : -1
  }
  const names: string[] = []
  for (const word of text.normalize('NFKC').split(/[\s,、;]+/)) {
    if (word === '') continue
    const ends = placesOf(word, placeOf)
    const [from = -1, to = -1] = ends
    if (from < 0 || to < from || to >= items.length) return refuse('UnknownItem', { item: word })
    names.push(...items.slice(from, to + 1).map(({ id }) => id))
  }
  return done([...new Set(names)])
}

/** An id may hold a dash itself, so the whole word is tried first and then every place to cut it. */
function placesOf(word: string, placeOf: (name: string) => number): readonly number[] {
  const whole = placeOf(word)
  if (whole >= 0) return [whole, whole]
  for (const dash of word.matchAll(/[-–~至]/g)) {
    const ends = [word.slice(0, dash.index), word.slice(dash.index + 1)].map(placeOf)
    if (ends.every((place) => place >= 0)) return ends
  }
  return []
}

/** Neighbours are written as a range, as people would. */
export function writeItemNames(
  names: readonly string[],
  items: readonly { readonly id: string }[],
): string {
  const places = names.map((name) => items.findIndex(({ id }) => id === name))
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  const idAt = (place: number | undefined) => items[place ?? -1]?.id ?? ''
  return runs
    .flatMap((run) =>
      run.length > 2 ? [`${idAt(run[0])}-${idAt(run.at(-1))}`] : run.map((place) => idAt(place)),
    )
    .join(', ')
}
