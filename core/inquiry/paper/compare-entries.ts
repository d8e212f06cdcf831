import type { PlannedSheet } from '../answer-import/answer-import-plan.ts'
import type { Answer, Answers } from '../check-answers.ts'
import type { Item, Scale } from '../scale.ts'
import type { PaperEntry } from './paper-entry.ts'

type Entry = PaperEntry & { readonly id: string }

export interface EntryDifference {
  readonly item: Item
  /** In the order of the entries. */
  readonly readings: readonly [Answer, Answer]
}

/** `once`: one person has typed it; `differ`, `agree`: two have; `taken`: it is a sheet of the survey. */
export type PaperState = 'typing' | 'once' | 'differ' | 'agree' | 'taken'

export interface PaperSheet {
  readonly code: string
  readonly instrumentId: string
  readonly state: PaperState
  /** Finished readings, at most two, in the order of their ids. */
  readonly entries: readonly Entry[]
  readonly differences: readonly EntryDifference[]
}

/**
 * The sheets of a survey on paper, by code. Readings are laid side by side only when both typists have finished (INQ-22);
 * `taken` are the codes that the survey has already.
 */
export function listPaperSheets(
  scale: Pick<Scale, 'items'>,
  entries: readonly Entry[],
  taken: ReadonlySet<string>,
): readonly PaperSheet[] {
  const byCode = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = `${entry.instrumentId} ${entry.sheetCode}`
    byCode.set(key, [...(byCode.get(key) ?? []), entry])
  }
  return [...byCode.values()]
    .flatMap((its): PaperSheet[] => {
      const [first] = its
      if (first === undefined) return []
      const finished = its
        .filter(({ state }) => state === 'done')
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .slice(0, 2)
      const [one, other] = finished
      const differences =
        one === undefined || other === undefined ? [] : compareReadings(scale, one, other)
      const state = taken.has(first.sheetCode)
        ? 'taken'
        : stateOf(finished.length, differences.length)
      const { sheetCode: code, instrumentId } = first
      return [{ code, instrumentId, state, entries: finished, differences }]
    })
    .sort((left, right) => (left.code < right.code ? -1 : 1))
}

function stateOf(finished: number, differences: number): PaperState {
  if (finished === 0) return 'typing'
  if (finished === 1) return 'once'
  return differences === 0 ? 'agree' : 'differ'
}

export function compareReadings(
  scale: Pick<Scale, 'items'>,
  one: Pick<PaperEntry, 'answers'>,
  other: Pick<PaperEntry, 'answers'>,
): readonly EntryDifference[] {
  return scale.items.flatMap((item) => {
    const readings = [readingOf(one.answers, item), readingOf(other.answers, item)] as const
    return readings[0] === readings[1] ? [] : [{ item, readings }]
  })
}

function readingOf(answers: Answers, { id }: Item): Answer {
  const answer = answers[id] ?? null
  return answer === '' ? null : answer
}

/**
 * The survey's sheet out of its readings: where they differ, what a person has decided with the paper in hand. null as long
 * as something is undecided.
 */
export function settleEntries(
  sheet: PaperSheet,
  decided: Readonly<Record<string, Answer>>,
): PlannedSheet | null {
  const [one, other] = sheet.entries
  if (one === undefined) return null
  const answers: Record<string, number | string | null> = {}
  for (const [id, answer] of Object.entries(one.answers)) answers[id] = answer
  for (const { item } of sheet.differences) {
    const answer = decided[item.id]
    if (answer === undefined) return null
    answers[item.id] = answer
  }
  return {
    row: 0,
    waveId: one.waveId,
    respondent: sheet.code,
    groupLabel: one.groupLabel === '' ? (other?.groupLabel ?? '') : one.groupLabel,
    answeredOn: one.answeredOn ?? other?.answeredOn ?? null,
    answers,
    extra: {},
  }
}

export interface TypingCount {
  readonly sheets: number
  readonly once: number
  readonly agree: number
  readonly differ: number
  readonly taken: number
  /** Of all answers typed twice, the share that was read the same; null before anything was. */
  readonly agreement: number | null
}

export function countTyping(
  scale: Pick<Scale, 'items'>,
  sheets: readonly PaperSheet[],
): TypingCount {
  const inState = (state: PaperState) => sheets.filter((sheet) => sheet.state === state).length
  const twice = sheets.filter(({ entries }) => entries.length === 2)
  const all = twice.length * scale.items.length
  const differing = twice.reduce((sum, { differences }) => sum + differences.length, 0)
  return {
    sheets: sheets.length,
    once: inState('once'),
    agree: inState('agree'),
    differ: inState('differ'),
    taken: inState('taken'),
    agreement: all === 0 ? null : 1 - differing / all,
  }
}
