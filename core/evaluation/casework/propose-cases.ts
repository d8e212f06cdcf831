import type { CaseDismissal } from '../../casework/case-dismissal.ts'
import type { CaseFollowUpEntry } from '../../casework/case-follow-up.ts'
import {
  type CaseFileEntry,
  type CaseReason,
  type CaseSubject,
  type CaseTrigger,
  hasEnded,
} from '../../casework/case-shape.ts'
import { findEarlierCases, type FormerCase } from '../../casework/former-case.ts'
import type { Consent } from '../../families/consent.ts'
import { refuseWithoutConsent } from '../../families/consent-state.ts'
import type { Pair } from '../../families/pair.ts'
import type { Day } from '../../kit/dates.ts'
import type { Known } from '../evaluation-records.ts'
import { groupedBy } from '../../kit/grouped-by.ts'
import { absenceGrounds, askingGrounds, flagGrounds } from './group-grounds.ts'
import { scoreGrounds, silenceGrounds } from './pair-grounds.ts'
import type { CaseGround, GroundRecords } from './case-ground.ts'

export interface CaseProposal extends CaseGround {
  readonly key: string
  readonly familyId: string
  readonly childId: string
  readonly trigger: CaseTrigger
  /** A case about them that has ended: to be opened again rather than to have a second one. */
  readonly former: FormerCase | null
}

export interface ProposalRecords extends GroundRecords {
  readonly consents: readonly Known<Consent>[]
  readonly cases: readonly CaseFileEntry[]
  readonly followUps: readonly CaseFollowUpEntry[]
  readonly dismissals: readonly CaseDismissal[]
}

/**
 * CAS-11: the rules of practice that propose a case: two absences from the group in a row, no contact for 14 days, a score in
 * the band on the worse side of its norm, a child who asks to talk, and notes about safety, as a number only. Nothing is opened
 * by itself. Not proposed: where a case of the child goes on or ended later than what the rule rests on, where nobody may be
 * served, and what somebody dismissed, until there is a newer ground. Where a case about them has ended, that one is named with it.
 */
export function proposeCases(records: ProposalRecords): readonly CaseProposal[] {
  const consents = groupedBy(records.consents, ({ familyId }) => familyId)
  const cases = groupedBy(records.cases, ({ familyId }) => familyId)
  const pairs = groupedBy(records.pairs, ({ id }) => id)
  const ofFamily = groupedBy(records.pairs, ({ familyId }) => familyId)
  const followUps = groupedBy(records.followUps, ({ familyId }) => familyId)
  const dismissed = new Set(records.dismissals.map(keyOf))
  const proposed = [
    ...placed('twoAbsences', absenceGrounds(records), pairs),
    ...placed('silence', silenceGrounds(records), pairs),
    ...placed('scoreBand', scoreGrounds(records), pairs),
    ...placed('childAsks', askingGrounds(records), pairs),
    ...placed('redFlags', flagGrounds(records), pairs),
  ]
  return proposed
    .filter(
      (one) =>
        !dismissed.has(one.key) &&
        !(cases.get(one.familyId) ?? []).some((its) => isWorkedIn(one, its, pairs)) &&
        refuseWithoutConsent(
          consents.get(one.familyId) ?? [],
          one.childId,
          'service',
          records.today,
        ) === null,
    )
    .map((one) => {
      // Of this family alone: a supervisor's Today asks for a thousand families at once.
      const own = {
        today: records.today,
        cases: cases.get(one.familyId) ?? [],
        pairs: ofFamily.get(one.familyId) ?? [],
        followUps: followUps.get(one.familyId) ?? [],
      }
      return { ...one, former: findEarlierCases(one, own).former }
    })
}

/** Those about whom a case would be: the same pair or person, or the child of that pair. */
export function proposalsAbout(
  subject: CaseSubject,
  proposals: readonly CaseProposal[],
  pairs: readonly Known<Pair>[],
): readonly CaseProposal[] {
  const child = subject.personId ?? pairs.find(({ id }) => id === subject.pairId)?.childId
  return proposals.filter(
    ({ familyId, childId, pairId }) =>
      familyId === subject.familyId &&
      childId === child &&
      (pairId === null || subject.pairId === null || pairId === subject.pairId),
  )
}

/** What the case keeps of them: the rules with their facts of this day. */
export function reasonsOf(proposals: readonly CaseProposal[], on: Day): CaseReason[] {
  return proposals.map(({ trigger, ground, since, count }) => ({
    ...{ trigger, ground, since, count, on },
  }))
}

type PairsById = ReadonlyMap<string, readonly Known<Pair>[]>
type Placed = Omit<CaseProposal, 'former'>

function placed(
  trigger: CaseTrigger,
  grounds: readonly CaseGround[],
  pairs: PairsById,
): readonly Placed[] {
  return grounds.flatMap((ground) => {
    const childId = ground.personId ?? pairs.get(ground.pairId ?? '')?.[0]?.childId
    if (childId === undefined) return []
    return [{ ...ground, childId, trigger, key: keyOf({ ...ground, trigger }) }]
  })
}

function keyOf({
  pairId,
  personId,
  trigger,
  ground,
}: Pick<CaseDismissal, 'pairId' | 'personId' | 'trigger' | 'ground'>): string {
  return [trigger, pairId ?? personId ?? '', ground].join(':')
}

/** A case on the pair, or on its child, or with the child in it, that goes on; or that ended after what the rule rests on. */
function isWorkedIn(one: Placed, its: CaseFileEntry, pairs: PairsById): boolean {
  const child = its.personId ?? pairs.get(its.pairId ?? '')?.[0]?.childId
  const same = one.pairId === null || its.pairId === null || one.pairId === its.pairId
  if (child !== one.childId || !same) return false
  const endedOn: Day = its.closedOn ?? its.decidedOn ?? ''
  return !hasEnded(its) || endedOn >= one.since
}
