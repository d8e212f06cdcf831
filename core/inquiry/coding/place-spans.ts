// Where marks stand in the text as it is now, and where they go when a line is corrected.
import { countPoints, pointAt, slicePoints } from '../interview/code-points.ts'
import { keyBetween, keysAfter } from '../interview/line-keys.ts'
import {
  layOutLines,
  placeAt,
  splitLines,
  type TextLine,
  textBetween,
} from '../interview/text-lines.ts'
import { type CodedSpan, type CodedSpanEntry, mostQuoted } from './coded-span.ts'
import { followWords } from './follow-words.ts'

export interface PlacedSpan<Span = CodedSpanEntry> {
  readonly span: Span
  /** Positions in the whole text. */
  readonly from: number
  readonly to: number
  /** `moved`: its line was corrected by somebody who did not know of it, and the words were found again. */
  readonly state: 'held' | 'moved'
}

type Placeable = Pick<CodedSpan, 'fromLine' | 'fromAt' | 'toLine' | 'toAt' | 'quote'>

/** The words that a mark keeps: all of them, or the beginning of a very long passage. */
export function quoteOf(lines: readonly TextLine[], from: number, to: number): string {
  return textBetween(lines, from, Math.min(to, from + mostQuoted))
}

/**
 * Marks with their positions in the whole text, in its order, and those whose words are not there any more. A mark stands where
 * it was made; where its words stand no longer, they are looked for in the same line, and then in the whole text, where they
 * count only if they are there once.
 */
export function placeSpans<Span extends Placeable>(
  lines: readonly TextLine[],
  spans: readonly Span[],
): { readonly placed: readonly PlacedSpan<Span>[]; readonly lost: readonly Span[] } {
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const placed: PlacedSpan<Span>[] = []
  const lost: Span[] = []
  for (const span of spans) {
    const found = placeSpan(lines, byKey, span)
    if (found === null) lost.push(span)
    else placed.push({ span, ...found })
  }
  return {
    placed: placed.sort((left, right) => left.from - right.from || right.to - left.to),
    lost,
  }
}

function placeSpan(
  lines: readonly TextLine[],
  byKey: ReadonlyMap<string, TextLine>,
  span: Placeable,
): Omit<PlacedSpan, 'span'> | null {
  const [first, last] = [byKey.get(span.fromLine), byKey.get(span.toLine)]
  if (first !== undefined && last !== undefined && isWithin(first, last, span)) {
    const [from, to] = [first.start + span.fromAt, last.start + span.toAt]
    const words =
      first === last && span.toAt - span.fromAt <= mostQuoted
        ? slicePoints(first.text, span.fromAt, span.toAt)
        : quoteOf(lines, from, to)
    if (from < to && words === span.quote) return { from, to, state: 'held' }
  }
  return findWords(lines, first ?? null, span)
}

function isWithin(first: TextLine, last: TextLine, span: Placeable): boolean {
  return span.fromAt <= first.points && span.toAt <= last.points
}

function findWords(
  lines: readonly TextLine[],
  line: TextLine | null,
  { quote, fromAt }: Placeable,
): Omit<PlacedSpan, 'span'> | null {
  if (quote === '') return null
  const length = countPoints(quote)
  const inLine = line === null ? [] : listPlaces(line, quote)
  const nearest = inLine.sort(
    (left, right) => Math.abs(left - fromAt) - Math.abs(right - fromAt),
  )[0]
  if (line !== null && nearest !== undefined)
    return { from: line.start + nearest, to: line.start + nearest + length, state: 'moved' }
  if (quote.includes('\n')) return null
  const elsewhere = lines.flatMap((one) => listPlaces(one, quote).map((at) => one.start + at))
  const [only, second] = elsewhere
  return only === undefined || second !== undefined
    ? null
    : { from: only, to: only + length, state: 'moved' }
}

function listPlaces({ text }: TextLine, quote: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    places.push(pointAt(text, at))
  return places
}

/** The fields of a mark from one position of the whole text to another; null where nothing lies between. */
export function spanFieldsAt(
  lines: readonly TextLine[],
  from: number,
  to: number,
): Placeable | null {
  const [start, end] = [placeAt(lines, from), placeAt(lines, to)]
  if (start === null || end === null || from >= to) return null
  return {
    fromLine: start.line,
    fromAt: start.at,
    toLine: end.line,
    toAt: end.at,
    quote: quoteOf(lines, from, to),
  }
}

export interface LineEdit {
  /** The lines that change; null takes one away. */
  readonly lines: Readonly<Record<string, string | null>>
  /** Marks that stand elsewhere afterwards, with their new fields. */
  readonly moved: readonly { readonly id: string; readonly fields: Placeable }[]
}

/**
 * INQ-32: what correcting one line does. Typed line breaks make lines of their own. Marks before and after the corrected words
 * keep their words; one around them grows or shrinks with them.
 */
export function planLineEdit(
  lines: readonly TextLine[],
  key: string,
  typed: string,
  placed: readonly PlacedSpan[],
): LineEdit {
  const index = lines.findIndex((line) => line.key === key)
  const line = lines[index]
  if (line === undefined) return { lines: {}, moved: [] }
  const changes = keyParts(key, lines[index + 1]?.key ?? null, splitLines(typed))
  const after = layOutLines({
    ...Object.fromEntries(lines.map(({ key: own, text }) => [own, text])),
    ...changes,
  })
  const typedText = splitLines(typed).join('\n')
  const follow = followWords(line.text, typedText)
  const moved = placed.flatMap(({ span, from, to }) => {
    const [start, end] = follow(from - line.start, to - line.start)
    const fields = spanFieldsAt(after, line.start + start, line.start + end)
    if (fields === null || isSame(fields, span)) return []
    return [{ id: span.id, fields }]
  })
  return { lines: line.text === typedText ? {} : changes, moved }
}

function keyParts(
  key: string,
  next: string | null,
  parts: readonly string[],
): Record<string, string> {
  const changes: Record<string, string> = {}
  let last = key
  for (const [index, part] of parts.entries()) {
    if (index > 0) last = next === null ? (keysAfter(last, 1)[0] ?? last) : keyBetween(last, next)
    changes[last] = part
  }
  return changes
}

function isSame(left: Placeable, right: Placeable): boolean {
  return (
    left.fromLine === right.fromLine &&
    left.fromAt === right.fromAt &&
    left.toLine === right.toLine &&
    left.toAt === right.toAt &&
    left.quote === right.quote
  )
}
