import type { ContactMatch } from '../../contact/contact-match.ts'
import type { Account } from '../../contact/match-accounts.ts'
import type { NoContact } from '../../contact/no-contact.ts'
import type { Pair } from '../../families/pair.ts'
import type { Person } from '../../families/person.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { Subscale } from '../../inquiry/scale.ts'
import type { Wave } from '../../inquiry/wave.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import { refuseWrongAnswers } from '../../inquiry/check-answers.ts'
import { rangeOf, scorePart } from '../../inquiry/score-sheet.ts'
import { readWords } from '../../inquiry/words.ts'
import type { Known } from '../evaluation-records.ts'
import type { Wording } from '../write-numbers.ts'

/** What the evaluation of one family reads. */
export interface FamilyRecords {
  readonly family: { readonly id: string; readonly code: string }
  readonly people: readonly Known<Pick<Person, 'familyId' | 'name' | 'role'>>[]
  readonly pairs: readonly Known<Pair>[]
  readonly instruments: readonly Known<Instrument>[]
  readonly waves: readonly Known<Wave>[]
  readonly sheets: readonly Known<AnswerSheet>[]
  readonly contacts: readonly Account[]
  readonly noContacts: readonly NoContact[]
  readonly contactMatches: readonly ContactMatch[]
  readonly seats: readonly SeatEntry[]
}

export interface SeriesPoint {
  readonly on: string
  readonly value: number
  readonly phase: Wave['phase']
  readonly sheetId: string
}

/** One scale of one pair seen by one side, over all its waves. */
export interface FamilySeries {
  readonly id: string
  readonly instrument: Known<Instrument>
  readonly scale: Subscale
  readonly pairId: string | null
  readonly side: 'child' | 'adult'
  readonly range: { readonly min: number; readonly max: number }
  readonly points: readonly SeriesPoint[]
}

/** All measures of one family in the order of the questionnaires; drafts and sheets set aside do not count. */
export function listFamilySeries(records: FamilyRecords): readonly FamilySeries[] {
  const counted = records.sheets.filter(({ state }) => state === 'submitted')
  return records.instruments.flatMap((instrument) => {
    const own = counted.filter(({ instrumentId }) => instrumentId === instrument.id)
    const places = [...new Map(own.map((sheet) => [placeOf(sheet), sheet])).values()]
    return scalesOf(instrument).flatMap((scale) =>
      places.flatMap((place) => {
        const points = own
          .filter((sheet) => placeOf(sheet) === placeOf(place))
          .flatMap((sheet) => pointOf(records, instrument, scale, sheet) ?? [])
          .toSorted((left, right) => (left.on < right.on ? -1 : 1))
        return points.length === 0
          ? []
          : [
              {
                id: `${instrument.code}.${scale.id} ${placeOf(place)}`,
                instrument,
                scale,
                pairId: place.pairId,
                side: sideOf(place),
                range: rangeOf(instrument, scale),
                points,
              },
            ]
      }),
    )
  })
}

function sideOf({ respondentId, childId }: AnswerSheet): 'child' | 'adult' {
  return respondentId === childId ? 'child' : 'adult'
}

function placeOf(sheet: AnswerSheet): string {
  return `${sideOf(sheet)} ${sheet.pairId ?? sheet.respondentId}`
}

function pointOf(
  { waves }: FamilyRecords,
  instrument: Known<Instrument>,
  scale: Subscale,
  sheet: Known<AnswerSheet>,
): SeriesPoint | null {
  const its = waves.find(({ id }) => id === sheet.waveId)
  if (its === undefined || refuseWrongAnswers(instrument, sheet.answers) !== null) return null
  const { value } = scorePart(instrument, scale, sheet.answers)
  if (value === null) return null
  const on = sheet.answeredOn ?? sheet.submittedOn ?? its.opensOn
  return { on, value, phase: its.phase, sheetId: sheet.id }
}

/** `trust · mother · child's answer`: for people who know the family; names are not used. */
export function nameSeries(
  { scale, side, pairId }: FamilySeries,
  { pairs }: Pick<FamilyRecords, 'pairs'>,
  { language, translate }: Wording,
): string {
  const relation = pairs.find(({ id }) => id === pairId)?.relation
  const parts = [
    readWords(scale.title, language),
    relation === undefined ? '' : translate(`evaluation:relation.${relation}`),
    translate(`evaluation:answeredBy.${side}`),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
