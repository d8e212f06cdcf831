// A transcript as a text: its lines in order, and positions in code points over the whole.
import { countPoints, slicePoints } from './code-points.ts'

/** One line as it is written, and where it begins in the whole text. */
export interface TextLine {
  readonly key: string
  readonly text: string
  /** Its length in code points. */
  readonly points: number
  /** Its first position in the whole text; between two lines stands one line feed. */
  readonly start: number
}

/** A position within a line. */
export interface Place {
  readonly line: string
  readonly at: number
}

/** The lines of a transcript in their order, each with its place in the whole. */
export function layOutLines(lines: Readonly<Record<string, string>>): readonly TextLine[] {
  let start = 0
  return Object.keys(lines)
    .sort()
    .map((key) => {
      const text = lines[key] ?? ''
      const line = { key, text, points: countPoints(text), start }
      start += line.points + 1
      return line
    })
}

/** The whole text, lines divided by line feeds: what other programs read and count in. */
export function joinLines(lines: readonly Pick<TextLine, 'text'>[]): string {
  return lines.map(({ text }) => text).join('\n')
}

/** Lines of a text whatever ends them; a mark of the byte order is none of them. */
export function splitLines(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
}

/** Where a position of the whole text lies; the position before a line feed is the end of its line. */
export function placeAt(lines: readonly TextLine[], position: number): Place | null {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lines[middle]?.start ?? 0) <= position) low = middle
    else high = middle - 1
  }
  const line = lines[low]
  if (line === undefined || position < line.start) return null
  const at = position - line.start
  return at > line.points ? null : { line: line.key, at }
}

/** What stands between two positions of the whole text. */
export function textBetween(lines: readonly TextLine[], from: number, to: number): string {
  return lines
    .filter(({ start, points }) => start + points >= from && start < to)
    .map(({ text, start }) => slicePoints(text, Math.max(0, from - start), to - start))
    .join('\n')
}
