import type { Pair } from '../families/pair.ts'
import { isSeatedFor, type SeatEntry } from '../groupwork/seat.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { Wave } from '../inquiry/wave.ts'
import type { Known } from './evaluation-records.ts'

/** One questionnaire that one person is to answer about one pair (or about themselves). */
export interface ExpectedAnswer {
  readonly instrumentId: string
  readonly familyId: string
  readonly childId: string
  readonly respondentId: string
  readonly pairId: string | null
}

const mothers: readonly string[] = ['mother', 'stepmother']
const fathers: readonly string[] = ['father', 'stepfather']

function isParent({ relation }: Pair): boolean {
  return mothers.includes(relation) || fathers.includes(relation)
}

/** A child's questionnaire about the mother is not asked about the father. */
function fitsTarget({ target }: Instrument, pair: Pair): boolean {
  switch (target) {
    case 'mother':
      return mothers.includes(pair.relation)
    case 'father':
      return fathers.includes(pair.relation)
    case 'parent':
      return isParent(pair)
    case 'caregiver':
      return !isParent(pair)
    case 'child':
    case 'self':
    case 'pair':
    case 'service':
      return true
  }
}

/**
 * Who is to answer a group's questionnaires, from its seats (EVA-2): a child about each adult who comes for it, a
 * parent or caregiver about each child for whom they come. Whoever has left stays expected: the lost are named, not forgotten.
 */
export function listExpectedAnswers(
  instruments: readonly Known<Instrument>[],
  seats: readonly SeatEntry[],
  pairs: readonly Known<Pair>[],
): readonly ExpectedAnswer[] {
  return instruments.flatMap((instrument) => expectOne(instrument, seats, pairs))
}

function expectOne(
  instrument: Known<Instrument>,
  seats: readonly SeatEntry[],
  pairs: readonly Known<Pair>[],
): readonly ExpectedAnswer[] {
  switch (instrument.respondent) {
    case 'child':
      return seats
        .filter(({ strand }) => strand === 'child')
        .flatMap((seat) => expectChild(instrument, seat, seats, pairs))
    case 'parent':
      return expectAdults(instrument.id, seats, pairs, 'parent')
    case 'caregiver':
      return expectAdults(instrument.id, seats, pairs, 'guardian')
    case 'any':
      return []
  }
}

/** Who sat in the group by a wave's due day: whoever joined later was never asked by it, and makes nobody late. */
export function isSeatedByDue({ dueOn }: Pick<Wave, 'dueOn'>, { joinedOn }: SeatEntry): boolean {
  return dueOn === null || joinedOn <= dueOn
}

/** Without a group: every pair of the register that is handed in. */
export function listExpectedOfPairs(
  instruments: readonly Known<Instrument>[],
  pairs: readonly Known<Pair>[],
): readonly ExpectedAnswer[] {
  const all = instruments.flatMap((instrument) => {
    if (instrument.respondent === 'any') return []
    const byChild = instrument.respondent === 'child'
    const wantsParent = instrument.respondent === 'parent'
    return pairs
      .filter((pair) => fitsTarget(instrument, pair))
      .filter((pair) => byChild || isParent(pair) === wantsParent)
      .map((pair) => ({
        instrumentId: instrument.id,
        familyId: pair.familyId,
        childId: pair.childId,
        respondentId: byChild ? pair.childId : pair.adultId,
        pairId: isAboutPair(instrument) ? pair.id : null,
      }))
  })
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

/** Is this sheet the answer that was expected? A sheet that names no pair answers for a person's only pair. */
export function isAnswerTo(expected: ExpectedAnswer, sheet: AnswerSheet): boolean {
  return (
    sheet.instrumentId === expected.instrumentId &&
    sheet.childId === expected.childId &&
    sheet.respondentId === expected.respondentId &&
    (sheet.pairId === expected.pairId || sheet.pairId === null || expected.pairId === null)
  )
}

export interface AnswerLine<Sheet> extends ExpectedAnswer {
  readonly sheet: Sheet | null
}

/** Everybody expected with the sheet that answers it, then whoever answered besides: one list for every count of a wave. */
export function matchSheets<Sheet extends Known<AnswerSheet>>(
  expected: readonly ExpectedAnswer[],
  sheets: readonly Sheet[],
): readonly AnswerLine<Sheet>[] {
  const taken = new Set<string>()
  const lines = expected.map((one): AnswerLine<Sheet> => {
    const sheet = sheets.find((each) => !taken.has(each.id) && isAnswerTo(one, each)) ?? null
    if (sheet !== null) taken.add(sheet.id)
    return { ...one, sheet }
  })
  const besides = sheets
    .filter(({ id }) => !taken.has(id))
    .map((sheet): AnswerLine<Sheet> => {
      const { instrumentId, familyId, childId, respondentId, pairId } = sheet
      return { instrumentId, familyId, childId, respondentId, pairId, sheet }
    })
  return [...lines, ...besides]
}

function keyOf({ instrumentId, respondentId, pairId }: ExpectedAnswer): string {
  return `${instrumentId} ${respondentId} ${pairId ?? ''}`
}

function isAboutPair({ target }: Instrument): boolean {
  return target !== 'self' && target !== 'service'
}

/** An aunt who sits in the parents' group stands in the parent's place: the strand says so, not the kinship. */
function strandDecides({ target }: Instrument): boolean {
  return target === 'parent' || target === 'caregiver'
}

function expectChild(
  instrument: Known<Instrument>,
  seat: SeatEntry,
  seats: readonly SeatEntry[],
  pairs: readonly Known<Pair>[],
): readonly ExpectedAnswer[] {
  const base = {
    instrumentId: instrument.id,
    familyId: seat.familyId,
    childId: seat.personId,
    respondentId: seat.personId,
  }
  const strand = instrument.target === 'caregiver' ? 'guardian' : 'parent'
  const adults = seats.filter((one) => one.strand === strand && isSeatedFor(one, seat.personId))
  const about = pairs.filter(
    (pair) =>
      pair.childId === seat.personId &&
      (strandDecides(instrument) || fitsTarget(instrument, pair)) &&
      adults.some(({ personId }) => personId === pair.adultId),
  )
  return isAboutPair(instrument) && about.length > 0
    ? about.map((pair) => ({ ...base, pairId: pair.id }))
    : [{ ...base, pairId: null }]
}

function expectAdults(
  instrumentId: string,
  seats: readonly SeatEntry[],
  pairs: readonly Known<Pair>[],
  strand: 'parent' | 'guardian',
): readonly ExpectedAnswer[] {
  return seats
    .filter((seat) => seat.strand === strand)
    .flatMap((seat) =>
      pairs
        .filter((pair) => pair.adultId === seat.personId && isSeatedFor(seat, pair.childId))
        .map((pair) => ({
          instrumentId,
          familyId: pair.familyId,
          childId: pair.childId,
          respondentId: seat.personId,
          pairId: pair.id,
        })),
    )
}
