import type { Day } from '../kit/dates.ts'
import { groupedBy } from '../kit/grouped-by.ts'
import { type Consent, isNo, type KnownPurpose } from './consent.ts'

export interface ConsentNews {
  readonly familyId: string
  readonly childId: string
  readonly givenById: string
  /** The day of the latest of these words. */
  readonly on: Day
  /** The records that wait to be seen. */
  readonly ids: readonly string[]
  readonly given: readonly KnownPurpose[]
  readonly refused: readonly KnownPurpose[]
  readonly withdrawn: readonly KnownPurpose[]
  /** A no or a yes taken back is among them. */
  readonly isNo: boolean
}

type Word = Consent & { readonly id: string }

/**
 * FAM-67: what came by link and nobody has said yet that they saw, one item per child and person: a no before a yes, of each the
 * latest first.
 */
export function listConsentNews(consents: readonly Word[]): readonly ConsentNews[] {
  const fresh = consents.filter((one) => one.isNews)
  return [...groupedBy(fresh, ({ subjectId, givenById }) => `${subjectId} ${givenById}`).values()]
    .flatMap((words) => newsOf(words))
    .toSorted(
      (left, right) => Number(right.isNo) - Number(left.isNo) || right.on.localeCompare(left.on),
    )
}

function newsOf(words: readonly Word[]): readonly ConsentNews[] {
  const [first] = words
  if (first === undefined) return []
  const { familyId, subjectId, givenById } = first
  const purposesOf = (state: 'given' | 'refused' | 'withdrawn') => [
    ...new Set(words.filter((one) => wordOf(one) === state).map(({ purpose }) => purpose)),
  ]
  const days = words.map(({ withdrawnOn, decidedOn }) => withdrawnOn ?? decidedOn)
  return [
    {
      ...{ familyId, childId: subjectId, givenById },
      on: days.toSorted().at(-1) ?? first.decidedOn,
      ids: words.map(({ id }) => id),
      given: purposesOf('given'),
      refused: purposesOf('refused'),
      withdrawn: purposesOf('withdrawn'),
      isNo: words.some(isNo),
    },
  ]
}

function wordOf({ decision, withdrawnOn }: Word): 'given' | 'refused' | 'withdrawn' {
  return withdrawnOn === null ? decision : 'withdrawn'
}
