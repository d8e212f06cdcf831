import { type Kappa, measureKappa } from '../../../statistics/agreement/measure-kappa.ts'
import type { Result } from '../../../statistics/result.ts'
import { readLine } from '../interview/read-line.ts'
import type { TextLine } from '../interview/text-lines.ts'
import type { PlacedSpan } from './place-spans.ts'

export interface CodeAgreement {
  readonly codeId: string
  /** Lines that both, only one, or neither marked with the code. */
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
  /** Beyond chance, over lines; refuses with a reason where it cannot be computed. */
  readonly kappa: Result<Kappa>
}

export interface CodingDifference {
  readonly codeId: string
  readonly line: TextLine
  readonly by: 'first' | 'second'
}

export interface CodingAgreement {
  /** Lines in which something is said: what there was to judge. */
  readonly lines: number
  readonly codes: readonly CodeAgreement[]
  /** Every line with every code that either coder used, together. */
  readonly all: Result<Kappa>
  readonly differences: readonly CodingDifference[]
}

/**
 * INQ-34: how far two coders agree who marked the same text on their own. The unit is the line: who marked any word of it with a
 * code has marked it. Cohen's kappa per code over all lines with words, and over all lines and used codes together.
 */
export function agreeOnCoding(
  lines: readonly TextLine[],
  first: readonly PlacedSpan[],
  second: readonly PlacedSpan[],
): CodingAgreement {
  const spoken = lines.filter((line) => line.points > readLine(line.text).wordsFrom)
  const [one, other] = [marksByCode(spoken, first), marksByCode(spoken, second)]
  const used = [...new Set([...one.keys(), ...other.keys()])]
  const none: ReadonlySet<string> = new Set()
  const tables = used.map((codeId) => {
    const [own, others] = [one.get(codeId) ?? none, other.get(codeId) ?? none]
    return {
      codeId,
      first: spoken.map(({ key }) => Number(own.has(key))),
      second: spoken.map(({ key }) => Number(others.has(key))),
    }
  })
  return {
    lines: spoken.length,
    codes: tables.map((table) => describeCode(table)),
    all: measureKappa(
      tables.flatMap((table) => table.first),
      tables.flatMap((table) => table.second),
      { categories: [0, 1] },
    ),
    differences: tables.flatMap((table) =>
      spoken.flatMap((line, index): CodingDifference[] => {
        const [own, others] = [table.first[index], table.second[index]]
        if (own === others) return []
        return [{ codeId: table.codeId, line, by: own === 1 ? 'first' : 'second' }]
      }),
    ),
  }
}

interface CodeTable {
  readonly codeId: string
  readonly first: readonly number[]
  readonly second: readonly number[]
}

function describeCode({ codeId, first, second }: CodeTable): CodeAgreement {
  const count = (own: number, others: number): number =>
    first.filter((value, index) => value === own && second[index] === others).length
  return {
    codeId,
    both: count(1, 1),
    onlyFirst: count(1, 0),
    onlySecond: count(0, 1),
    neither: count(0, 0),
    kappa: measureKappa(first, second, { categories: [0, 1] }),
  }
}

/** Code → keys of the lines in which any word is marked with it. */
function marksByCode(
  lines: readonly TextLine[],
  placed: readonly PlacedSpan[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const marks = new Map<string, Set<string>>()
  for (const { span, from, to } of placed) {
    if (span.codeId === null) continue
    const keys = marks.get(span.codeId) ?? new Set()
    for (const { key, start, points } of lines)
      if (from < start + points && to > start) keys.add(key)
    marks.set(span.codeId, keys)
  }
  return marks
}

/**
 * The same for one code over every single character: strict about where a passage begins and ends. Characters of one passage are
 * not independent judgements, so only the share and kappa are to be read, not their interval.
 */
export function agreeOnCharacters(
  points: number,
  codeId: string,
  first: readonly PlacedSpan[],
  second: readonly PlacedSpan[],
): Result<Kappa> {
  const paint = (placed: readonly PlacedSpan[]): number[] => {
    const marked: number[] = Array.from({ length: points }, () => 0)
    for (const { span, from, to } of placed)
      if (span.codeId === codeId) marked.fill(1, from, Math.min(to, points))
    return marked
  }
  return measureKappa(paint(first), paint(second), { categories: [0, 1] })
}
