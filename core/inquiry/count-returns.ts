import type { SurveySheet } from './survey-sheet.ts'
import type { Wave } from './wave.ts'

export interface ReturnLine {
  /** School, class or village; empty where a sheet names none. */
  readonly label: string
  /** null: nobody wrote down how many were handed out. */
  readonly handedOut: number | null
  readonly returned: number
  /** Of those handed out; null where that is not known, or where more came back than went out. */
  readonly rate: number | null
}

export interface Returns {
  readonly lines: readonly ReturnLine[]
  readonly whole: ReturnLine
}

type Returned = Pick<SurveySheet, 'groupLabel' | 'respondentCode'>

/**
 * INQ-41: who answered a survey by codes, by school, class or village. One code is one person, however many questionnaires it
 * answered. The rate of the whole is told only where every line knows how many were handed out.
 */
export function countReturns(
  { handedOut }: Pick<Wave, 'handedOut'>,
  sheets: readonly Returned[],
): Returns {
  const codes = new Map<string, Set<string>>()
  for (const { groupLabel, respondentCode } of sheets) {
    const label = groupLabel.trim()
    const own = codes.get(label) ?? new Set<string>()
    codes.set(label, own.add(respondentCode))
  }
  const given = new Map<string, number>()
  for (const { label, count } of handedOut)
    given.set(label.trim(), (given.get(label.trim()) ?? 0) + count)
  const labels = [...new Set([...given.keys(), ...codes.keys()])].sort((left, right) =>
    left.localeCompare(right, 'en', { numeric: true }),
  )
  const lines = labels.map((label) =>
    lineOf(label, given.get(label) ?? null, codes.get(label)?.size ?? 0),
  )
  return { lines, whole: wholeOf(lines, given) }
}

/** Nobody wrote it down by school: one number for all is enough for the rate of all. */
function wholeOf(lines: readonly ReturnLine[], given: ReadonlyMap<string, number>): ReturnLine {
  const returned = lines.reduce((sum, line) => sum + line.returned, 0)
  const forAll = given.size === 1 ? given.get('') : undefined
  if (forAll !== undefined) return lineOf('', forAll, returned)
  const isKnown = lines.length > 0 && lines.every(({ handedOut }) => handedOut !== null)
  const all = lines.reduce((sum, line) => sum + (line.handedOut ?? 0), 0)
  return lineOf('', isKnown ? all : null, returned)
}

function lineOf(label: string, handedOut: number | null, returned: number): ReturnLine {
  const rate = handedOut === null || returned > handedOut ? null : returned / handedOut
  return { label, handedOut, returned, rate }
}

/** One line per school: its name, then how many, with a comma, a colon, a stroke or blanks between; null where a line cannot be read. */
export function readHandedOut(text: string): Wave['handedOut'] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => {
    const [, label = '', count = ''] =
      /^\s*(.*?)[\s,，:：|｜、]*(\d{1,7})\s*(?:份|人)?\s*$/u.exec(line.normalize('NFC')) ?? []
    return { label: label.trim(), count: Number(count) }
  })
  const isRead = read.every(({ label, count }) => count >= 1 && label.length <= 80)
  return isRead ? read : null
}

export function writeHandedOut(handedOut: Wave['handedOut']): string {
  return handedOut.map(({ label, count }) => `${label} ${count}`.trim()).join('\n')
}

/** How many of the sheets handed in came which way, the most frequent first. */
export function countModes<Mode extends string>(
  modes: readonly Mode[],
): readonly { readonly mode: Mode; readonly count: number }[] {
  return [...new Set(modes)]
    .map((mode) => ({ mode, count: modes.filter((one) => one === mode).length }))
    .sort((left, right) => right.count - left.count)
}
