import { groupedBy } from '../kit/grouped-by.ts'
import type { Pair } from '../families/pair.ts'
import type { Day } from '../kit/dates.ts'
import type { CaseFollowUpEntry } from './case-follow-up.ts'
import { type CaseFileEntry, type CaseSubject, hasEnded, isSameSubject } from './case-shape.ts'

type PairEntry = Pair & { readonly id: string }

/** Cases of the family beside which a new one would stand. */
export interface EarlierCases {
  /** On the same pair or person, and not ended: there is no second one beside it (CAS-1). */
  readonly goesOn: CaseFileEntry | null
  /** The one that ended last, of the same pair or person or otherwise about the same child: it can be opened again. */
  readonly former: FormerCase | null
}

export interface FormerCase {
  readonly its: CaseFileEntry
  readonly endedOn: Day
  /** The day for which the earliest follow-up was planned that is still not done; null when none is overdue. */
  readonly overdueOn: Day | null
}

/** Pure; of any order. `cases`, `followUps` and `pairs` may be of many families. */
export function findEarlierCases(
  subject: CaseSubject,
  records: {
    readonly cases: readonly CaseFileEntry[]
    readonly followUps: readonly CaseFollowUpEntry[]
    readonly pairs: readonly PairEntry[]
    readonly today: Day
  },
): EarlierCases {
  const { cases, followUps, today } = records
  const pairs = groupedBy(records.pairs, ({ id }) => id)
  const childOf = (one: CaseSubject) => one.personId ?? pairs.get(one.pairId ?? '')?.[0]?.childId
  const child = childOf(subject)
  const [last] = cases
    .filter((one) => hasEnded(one) && isAbout(one, { ...subject, child }, childOf(one)))
    .toSorted(
      (left, right) =>
        endOf(right).localeCompare(endOf(left)) ||
        Number(isSameSubject(right, subject)) - Number(isSameSubject(left, subject)),
    )
  const overdue = followUps
    .filter(
      ({ caseId, doneOn, plannedOn }) =>
        caseId === last?.id && doneOn === null && plannedOn < today,
    )
    .map(({ plannedOn }) => plannedOn)
    .sort()
  return {
    goesOn: cases.find((one) => !hasEnded(one) && isSameSubject(one, subject)) ?? null,
    former:
      last === undefined
        ? null
        : { its: last, endedOn: endOf(last), overdueOn: overdue[0] ?? null },
  }
}

/** The same child, and not two different pairs of it. */
function isAbout(
  its: CaseFileEntry,
  { familyId, pairId, child }: CaseSubject & { readonly child: string | undefined },
  childOfIts: string | undefined,
): boolean {
  const same = pairId === null || its.pairId === null || pairId === its.pairId
  return its.familyId === familyId && child !== undefined && childOfIts === child && same
}

function endOf(its: CaseFileEntry): Day {
  return its.closedOn ?? its.decidedOn ?? ''
}
