import type { Pair } from '../../families/pair.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { Known } from '../evaluation-records.ts'
import { listExpectedAnswers, listExpectedOfPairs, matchSheets } from '../list-expected-answers.ts'
import type { Wording } from '../write-numbers.ts'

/** Whose answers are counted: an answer of ten group members says nothing about a school. */
export type WhoWasAsked =
  | { readonly kind: 'codes' }
  | {
      readonly kind: 'families'
      /** Titles of the groups; empty where the whole register was asked. */
      readonly groups: readonly string[]
      /** Sheets; null where anybody may answer the questionnaire: then nobody is expected. */
      readonly asked: number | null
      /** People seated in the groups. */
      readonly members: number
    }

export interface AskedRecords {
  readonly instrument: Known<Instrument>
  readonly waves: readonly Known<Wave>[]
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly seats: readonly SeatEntry[]
  readonly pairs: readonly Known<Pair>[]
  /** The answers that are counted, one of each person about each pair. */
  readonly counted: readonly Known<AnswerSheet>[]
}

/** EVA-28: who was to answer in the waves in which somebody did. */
export function findWhoWasAsked(records: AskedRecords): WhoWasAsked {
  const { instrument, seats, pairs, counted } = records
  const answered = new Set(counted.map(({ waveId }) => waveId))
  const waves = records.waves.filter(({ id }) => answered.has(id))
  const groupIds = new Set(waves.flatMap(({ groupId }) => groupId ?? []))
  const wholeRegister = waves.some(({ groupId }) => groupId === null)
  const seated = seats.filter(({ groupId }) => groupIds.has(groupId))
  const members = new Set(seated.map(({ personId }) => personId)).size
  const groups = records.groups.filter(({ id }) => groupIds.has(id)).map(({ title }) => title)
  const found = { kind: 'families', groups: wholeRegister ? [] : groups, members } as const
  if (instrument.respondent === 'any') return { ...found, asked: null }
  const expected = [
    ...[...groupIds].flatMap((groupId) =>
      listExpectedAnswers(
        [instrument],
        seated.filter((seat) => seat.groupId === groupId),
        pairs,
      ),
    ),
    ...(wholeRegister ? listExpectedOfPairs([instrument], pairs) : []),
  ]
  const once = new Map(
    expected.map((one) => [`${one.respondentId} ${one.childId} ${one.pairId ?? ''}`, one]),
  )
  return { ...found, asked: matchSheets([...once.values()], counted).length }
}

/** The beginning of the sentence: who was asked, and how many. */
export function sayWhoWasAsked(who: WhoWasAsked, { translate }: Wording): string {
  if (who.kind === 'codes') return translate('evaluation:school.who.codes')
  const groups = who.groups.join(translate('evaluation:describe.listGap'))
  const place = groups === '' ? 'register' : 'groups'
  return who.asked === null
    ? translate(`evaluation:school.who.${place}Any`, { groups, members: who.members })
    : translate(`evaluation:school.who.${place}`, { groups, asked: who.asked })
}
