import { mayReach } from '../families/may-reach.ts'
import type { Pair } from '../families/pair.ts'
import type { RestrictedParty } from '../families/restricted-party.ts'
import type { SeatEntry } from '../groupwork/seat.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import { countResponses } from '../inquiry/sheet-progress.ts'
import { isQuiet, latestReminder, type WaveReminder } from '../inquiry/wave-reminder.ts'
import type { Wave } from '../inquiry/wave.ts'
import { daysBetween, type Day } from '../kit/dates.ts'
import type { May } from './may.ts'
import type { Known } from './evaluation-records.ts'
import {
  isAnswerTo,
  isSeatedByDue,
  listExpectedAnswers,
  listExpectedOfPairs,
  matchSheets,
  type ExpectedAnswer,
} from './list-expected-answers.ts'

export interface WaveItem {
  readonly waveId: string
  readonly groupId: string | null
  readonly title: string
  readonly phase: Wave['phase']
  readonly dueOn: Day | null
  /** Days until due, below 0 overdue; null without a due day. */
  readonly inDays: number | null
  readonly expected: number
  readonly answered: number
  /** Children who were asked and did not want to: that is settled too. */
  readonly declined: number
  /** Each with the sheet that was begun, if any. */
  readonly waiting: readonly (ExpectedAnswer & { readonly sheetId: string | null })[]
  /** Whom to ask once more: each person of those once, without whoever was reminded in the last days (INQ-24). */
  readonly missing: readonly MissingPerson[]
}

export interface MissingPerson {
  readonly familyId: string
  readonly childId: string
  readonly respondentId: string
  readonly remindedOn: Day | null
}

export interface WaveFacts {
  readonly may: May
  readonly today: Day
  readonly waves: readonly Known<Wave>[]
  readonly instruments: readonly Known<Instrument>[]
  readonly answerSheets: readonly Known<AnswerSheet>[]
  readonly seats: readonly SeatEntry[]
  readonly pairs: readonly Known<Pair>[]
  /** With those of archived families: they stay expected, but nobody waits for them. */
  readonly everyPair: readonly Known<Pair>[]
  readonly waveReminders: readonly WaveReminder[]
  readonly restrictions: readonly RestrictedParty[]
}

/**
 * Open waves of known families in which somebody has not answered yet and is not left in peace, the most urgent first. Whoever sees only some of a
 * group's sheets is told nothing about it: a count of those would be a false one.
 */
export function listWavesOpen(facts: WaveFacts): readonly WaveItem[] {
  return wavesUnderWay(facts).filter(({ missing }) => missing.length > 0)
}

/**
 * SUP-12: the waves of groups past their due day in which somebody has still to answer. Whoever was reminded lately is left in peace on
 * Today and is behind all the same.
 */
export function listWavesOverdue(facts: WaveFacts): readonly WaveItem[] {
  return wavesUnderWay(facts).filter(
    ({ groupId, inDays, waiting }) =>
      groupId !== null && inDays !== null && inDays < 0 && waiting.length > 0,
  )
}

function wavesUnderWay(facts: WaveFacts): readonly WaveItem[] {
  return facts.waves
    .filter(
      ({ state, subject, opensOn }) =>
        state === 'open' && subject === 'families' && opensOn <= facts.today,
    )
    .filter((wave) => seesAllSheets(wave, facts))
    .map((wave) => itemOf(wave, facts))
    .sort((left, right) => (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999'))
}

function seesAllSheets({ groupId }: Wave, { seats, may }: WaveFacts): boolean {
  return seats.every(
    (seat) => seat.groupId !== groupId || may('answerSheet', 'read', `family:${seat.familyId}`),
  )
}

function itemOf(wave: Known<Wave>, facts: WaveFacts): WaveItem {
  const instruments = facts.instruments.filter(({ id }) => wave.instrumentIds.includes(id))
  const seats = facts.seats.filter(
    (seat) => seat.groupId === wave.groupId && isSeatedByDue(wave, seat),
  )
  const expectedOf = (
    each: readonly SeatEntry[],
    pairs: readonly Known<Pair>[],
  ): readonly ExpectedAnswer[] =>
    wave.groupId === null
      ? listExpectedOfPairs(instruments, pairs)
      : listExpectedAnswers(instruments, each, pairs)
  const present = seats.filter(({ leftOn }) => leftOn === null)
  const sheets = facts.answerSheets.filter(({ waveId }) => waveId === wave.id)
  // INQ-14: whoever dropped out stays in the count; only whoever is there is waited for.
  const count = countResponses(
    matchSheets(expectedOf(seats, facts.everyPair), sheets).map(({ sheet }) => sheet),
  )
  const waiting = expectedOf(present, facts.pairs).flatMap((one) => {
    // FAM-61: nobody waits for, and nobody reminds, whoever is kept away from the child.
    if (!mayReach(facts.restrictions, one.respondentId, one.childId)) return []
    const own = sheets.filter((sheet) => isAnswerTo(one, sheet))
    if (own.some(({ state }) => state === 'submitted' || state === 'declined')) return []
    return [{ ...one, sheetId: own.find(({ state }) => state === 'draft')?.id ?? null }]
  })
  return {
    waveId: wave.id,
    groupId: wave.groupId,
    title: wave.title,
    phase: wave.phase,
    dueOn: wave.dueOn,
    inDays: wave.dueOn === null ? null : daysBetween(facts.today, wave.dueOn),
    expected: count.expected,
    answered: count.submitted,
    declined: count.declined,
    waiting,
    missing: listMissing(wave.id, waiting, facts),
  }
}

function listMissing(
  waveId: string,
  waiting: readonly ExpectedAnswer[],
  { waveReminders, today }: WaveFacts,
): readonly MissingPerson[] {
  const people = new Map(waiting.map((one) => [`${one.respondentId} ${one.childId}`, one]))
  return [...people.values()].flatMap(({ familyId, childId, respondentId }): MissingPerson[] => {
    const latest = latestReminder(waveReminders, waveId, { childId, respondentId })
    if (isQuiet(latest, today)) return []
    return [{ familyId, childId, respondentId, remindedOn: latest?.remindedOn ?? null }]
  })
}
