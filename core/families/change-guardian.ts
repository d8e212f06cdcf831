import type { Day } from '../kit/dates.ts'
import type { Draft } from '../sync/device.ts'
import { draftRecord } from '../sync/draft-record.ts'
import { consent, holdsMeanwhile, type Consent } from './consent.ts'
import { isGuardianship } from './guardian-until.ts'
import { guardianship, type Guardianship } from './guardianship.ts'
import { mayReach } from './may-reach.ts'
import type { RestrictedParty } from './restricted-party.ts'
import type { RightsRequest } from './rights-request.ts'

type Known<Fields> = Fields & { readonly id: string }

/** What somebody writes down: who was guardian, who is, from which day, why, and what shows it. */
export interface GuardianChange {
  readonly familyId: string
  readonly childId: string
  /** Null where nobody was on record. */
  readonly fromId: string | null
  /** Null where somebody who is guardian already goes on alone. */
  readonly toId: string | null
  readonly basis: Guardianship['basis'] | null
  readonly on: Day
  readonly ground: NonNullable<Guardianship['endGround']> | null
  readonly proof: string
}

export interface GuardianFacts {
  readonly guardianships: readonly Known<Guardianship>[]
  readonly consents: readonly Known<Consent>[]
  readonly requests: readonly Known<RightsRequest>[]
  readonly restrictions: readonly Known<RestrictedParty>[]
}

export const guardianWarnings = ['nobodyLeft', 'keptAway', 'guardianAlready'] as const

export interface GuardianConsequences {
  readonly ends: readonly Known<Guardianship>[]
  readonly starts: boolean
  /** Their standing yes to help: holds until the new guardian speaks, and stands on the list of what is to be asked. */
  readonly holdMeanwhile: readonly Known<Consent>[]
  /** Their yes to photographs, recordings, telling others, handing over, research: ends at once. */
  readonly endNow: readonly Known<Consent>[]
  /** Their noes and what they took back: no longer stand in the new guardian's way. */
  readonly lifted: readonly Known<Consent>[]
  /** What they asked as guardian and nobody has answered: somebody looks whether it is still theirs to ask. */
  readonly requests: readonly Known<RightsRequest>[]
  readonly warnings: readonly (typeof guardianWarnings)[number][]
}

/** FAM-65: what follows from a change of guardian; shown before it is written, and written by `draftGuardianChange`. */
export function weighGuardianChange(
  change: GuardianChange,
  facts: GuardianFacts,
): GuardianConsequences {
  const { childId, fromId, toId, on } = change
  const guardians = facts.guardianships.filter(
    (bond) => bond.childId === childId && isGuardianship(bond, on),
  )
  const ends = guardians.filter(({ adultId }) => adultId === fromId)
  const isAlready = guardians.some(({ adultId }) => adultId === toId)
  const theirs = facts.consents.filter(
    (one) =>
      one.subjectId === childId &&
      one.givenById === fromId &&
      one.setAsideOn === null &&
      one.guardianUntil === null,
  )
  const ended = theirs.filter((one) => !holdsMeanwhile(one))
  const isNo = ({ decision, withdrawnOn }: Consent) =>
    decision === 'refused' || withdrawnOn !== null
  const isLeft = toId !== null || guardians.some(({ adultId }) => adultId !== fromId)
  const applies: Readonly<Record<(typeof guardianWarnings)[number], boolean>> = {
    nobodyLeft: !isLeft,
    keptAway: toId !== null && !mayReach(facts.restrictions, toId, childId),
    guardianAlready: isAlready,
  }
  return {
    ends,
    starts: toId !== null && !isAlready,
    holdMeanwhile: theirs.filter(holdsMeanwhile),
    endNow: ended.filter((one) => !isNo(one)),
    lifted: ended.filter(isNo),
    requests: facts.requests.filter(
      ({ askedById, subjectId, relation, state }) =>
        askedById === fromId &&
        subjectId === childId &&
        relation !== 'self' &&
        state !== 'answered',
    ),
    warnings: guardianWarnings.filter((warning) => applies[warning]),
  }
}

/** Can it be written down? Somebody ends with a reason, or somebody begins on a legal basis; and what shows it is named. */
export function isGuardianChangeWhole(change: GuardianChange): boolean {
  const { fromId, toId, basis, ground, proof } = change
  return (
    (fromId !== null || toId !== null) &&
    fromId !== toId &&
    (fromId === null || ground !== null) &&
    (toId === null || basis !== null) &&
    proof.trim() !== ''
  )
}

/** FAM-65: the whole change as one bundle; `newId` names the new guardian's record. Undone by another change, never by taking it back. */
export function draftGuardianChange(
  change: GuardianChange,
  facts: GuardianFacts,
  newId: string,
): readonly Draft[] {
  const { familyId, childId, toId, basis, on, ground, proof } = change
  const follows = weighGuardianChange(change, facts)
  const ended = follows.ends.map((bond) => ({
    ...{ kind: guardianship, recordId: bond.id, verb: 'edit', input: {} },
    fields: { until: on, endGround: ground, endProof: proof },
  }))
  const began =
    follows.starts && toId !== null && basis !== null
      ? [
          draftRecord(guardianship, newId, {
            ...{ familyId, childId, adultId: toId, kind: 'legalGuardian' },
            ...{ basis, since: on, proof },
          }),
        ]
      : []
  const said = [...follows.holdMeanwhile, ...follows.endNow, ...follows.lifted].map(({ id }) => ({
    ...{ kind: consent, recordId: id, verb: 'outlive', input: {}, fields: {} },
  }))
  return [...ended, ...began, ...said]
}
