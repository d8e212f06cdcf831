import type { Pair } from '../../families/pair.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { Wave } from '../../inquiry/wave.ts'
import {
  isSeatedByDue,
  listExpectedAnswers,
  listExpectedOfPairs,
} from '../list-expected-answers.ts'
import type { Wording } from '../write-numbers.ts'
import type { RegisterAtHand } from './register-at-hand.ts'
import { nameVillage, respondentKindOf, type RespondentKind } from './survey-of-families.ts'

type Known<Fields> = Fields & { readonly id: string }

/**
 * How many people of each village were to answer a wave of families (INQ-14), in the shape in which a survey by codes has what
 * was handed out: one for each who answers about one other.
 */
export function expectOfFamilies(
  { wave, instruments, seats }: ExpectedWave,
  register: RegisterAtHand,
  respondents: RespondentKind | null,
  wording: Wording,
): Wave['handedOut'] {
  const villages = new Map(
    register.families.map(({ id, village }) => [id, nameVillage(village, wording)]),
  )
  const pairs: readonly Known<Pair>[] = register.pairs
  const expected =
    wave.groupId === null
      ? listExpectedOfPairs(instruments, pairs)
      : listExpectedAnswers(
          instruments,
          seats.filter((one) => isSeatedByDue(wave, one)),
          pairs,
        )
  const people = new Map(
    expected
      .filter(({ familyId }) => villages.has(familyId))
      .filter((one) => respondents === null || respondentKindOf(one, register) === respondents)
      .map((one) => [`${one.respondentId} ${one.childId} ${one.pairId ?? ''}`, one]),
  )
  const counts = new Map<string, number>()
  for (const { familyId } of people.values()) {
    const label = villages.get(familyId) ?? ''
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return [...counts].map(([label, count]) => ({ label, count }))
}

export interface ExpectedWave {
  readonly wave: Pick<Wave, 'groupId' | 'dueOn'>
  readonly instruments: readonly Known<Instrument>[]
  readonly seats: readonly SeatEntry[]
}
