// Names in Latin letters are looked for word by word: a pattern for all of them would be longer than the text.
import { isEnglish, isOfDates } from './english-names.ts'
import { findSyllables } from './pinyin-syllables.ts'

const run = /[\u0300-\u036f\p{Script=Latin}]+/gu
const hump = /(?<=\p{Ll}[\u0300-\u036f]*)(?=\p{Lu})/u
/** What people put between the parts of one name. */
const between = /^(?:\s{0,2}|\s?[·•・‧]\s?|[-–‐'’．._])$/u
const latinName = /^[\u0300-\u036f\s\p{Script=Latin}·•・‧．.\-–‐'’_]+$/u
const chinese = /[\p{Script=Han}\u3000-\u303f\uff01-\uff1f]/u
const capital = /^\p{Lu}/u

/** A run of letters in which no capital begins another word. */
interface Piece {
  readonly text: string
  readonly key: string
  readonly at: number
  readonly end: number
}

interface Spelling {
  /** After how many letters its parts may stand apart. */
  readonly borders: ReadonlySet<number>
  /** Somebody recorded it in one: `Wanting` is a name, `Like` of a `Li Ke` is none. */
  readonly inOne: boolean
}

export interface LatinNames {
  readonly spellings: ReadonlyMap<string, Spelling>
  readonly longest: number
}

export interface FoundName {
  readonly at: number
  readonly hidden: string
}

/** Whether a name is written in Latin letters only, as `findLatinNames` takes it. */
export function isLatinName(name: string): boolean {
  return latinName.test(name) && keyOfName(name).length > 1
}

/** What all spellings of a name have in common: neither case nor tones nor what stands between its parts. */
export function keyOfName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\s·•・‧．.\-–‐'’_]/gu, '')
    .toLowerCase()
}

/** Names of `isLatinName`, made ready to be looked for in many texts. */
export function indexLatinNames(names: readonly string[]): LatinNames {
  const spellings = new Map<string, Spelling>()
  for (const name of names) {
    const pieces = cutPieces(name)
    const key = keyOfName(name)
    const known = spellings.get(key)
    spellings.set(key, {
      borders: new Set([...(known?.borders ?? []), ...bordersOf(pieces)]),
      inOne: known?.inOne === true || pieces.length === 1,
    })
  }
  return { spellings, longest: Math.max(0, ...[...spellings.keys()].map(({ length }) => length)) }
}

function bordersOf(pieces: readonly Piece[]): readonly number[] {
  let letters = 0
  return pieces.flatMap(({ key }) => {
    const inside = [...(findSyllables(key) ?? [])].map((border) => letters + border)
    letters += key.length
    return [...inside, letters]
  })
}

/**
 * FAM-70: where names stand in a text, the longest one first, in any case, with tones, and however their parts are joined. A word
 * begins and ends where a Latin letter has no other beside it, or where a capital begins the next one: `He Li` is not in `she lives`, but
 * in `MotherHeLi`. Where every word is English too, capitals say that it is a name, or the Chinese text around it: `he ran` stays.
 */
export function findLatinNames(text: string, names: LatinNames): readonly FoundName[] {
  if (names.longest === 0) return []
  const pieces = cutPieces(text)
  const found: FoundName[] = []
  for (let from = 0; from < pieces.length; ) {
    const to = findEnd(text, pieces, from, names)
    const [first, last] = [pieces[from], pieces[to]]
    if (first !== undefined && last !== undefined)
      found.push({ at: first.at, hidden: text.slice(first.at, last.end) })
    from = Math.max(from, to) + 1
  }
  return found
}

function cutPieces(text: string): readonly Piece[] {
  return [...text.matchAll(run)].flatMap(({ 0: letters, index }) => {
    let at = index
    return letters.split(hump).map((part) => {
      const piece = { text: part, key: keyOfName(part), at, end: at + part.length }
      at = piece.end
      return piece
    })
  })
}

/** The last piece of the longest name that begins with this one, or -1. */
function findEnd(
  text: string,
  pieces: readonly Piece[],
  from: number,
  { spellings, longest }: LatinNames,
): number {
  if (isInsideWord(text, pieces[from - 1], pieces[from])) return -1
  const borders: number[] = []
  let [key, end] = ['', -1]
  for (let to = from; to < pieces.length; to += 1) {
    const [before, piece] = [pieces[to - 1], pieces[to]]
    if (piece === undefined) break
    const gap = to === from ? '' : text.slice(before?.end, piece.at)
    if (!between.test(gap)) break
    if (gap !== '') borders.push(key.length)
    key += piece.key
    if (key.length > longest) break
    const spelling = spellings.get(key)
    if (
      spelling !== undefined &&
      borders.every((border) => spelling.borders.has(border)) &&
      !isInsideWord(text, piece, pieces[to + 1]) &&
      isMeant(text, pieces.slice(from, to + 1), spelling)
    )
      end = to
  }
  return end
}

/** `Xi` in `Xi'an` and `re` in `they're` are parts of a word; `Li` in `Li's` and `O'Li` is not. */
function isInsideWord(text: string, left: Piece | undefined, right: Piece | undefined): boolean {
  if (left === undefined || right === undefined || capital.test(right.text)) return false
  return /^['’]$/.test(text.slice(left.end, right.at)) && !['s', 'd', 'll'].includes(right.key)
}

function isMeant(text: string, words: readonly Piece[], { inOne }: Spelling): boolean {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || !words.every(({ key }) => isEnglish(key)))
    return true
  const [before, after] = [text.slice(0, first.at).trimEnd(), text.slice(last.end).trimStart()]
  if (chinese.test(before.at(-1) ?? '') || chinese.test(after.at(0) ?? '')) return true
  if (words.length === 1 && !inOne) return false
  if (
    words.length === 1 &&
    isOfDates(first.key) &&
    (/\d,?$/.test(before) || /^,?\s?\d/.test(after))
  )
    return false
  return words.every((word) => capital.test(word.text))
}
