import { useCallback, useMemo } from 'react'
import {
  type DescribedProfile,
  describeProfile,
  evidenceOf,
} from '../../../core/assessment/profile/describe-profile.ts'
import type { PairEntry, PairEvidence } from '../../../core/assessment/profile/pair-evidence.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import {
  type PairProfile,
  type PairProfileEntry,
  pairProfileId,
} from '../../../core/assessment/profile/profile-shape.ts'
import { consent } from '../../../core/families/consent.ts'
import { refuseWithoutConsent } from '../../../core/families/consent-state.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { person } from '../../../core/families/person.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Outcome, Refusal } from '../../../core/kit/outcome.ts'
import type { Change } from '../../../core/sync/change.ts'
import { type LocalRecord, useActInTurn, useMay, useRecords, useToday } from '../../sync/index.ts'
import { usePairEvidence } from './use-pair-evidence.ts'

/** `seen`: those fields as they stood when somebody began to write (S07). */
export type WriteProfile = (
  change: (present: PairProfile) => Partial<PairProfile>,
  seen?: (present: PairProfile) => Partial<PairProfile>,
) => Promise<Outcome<readonly Change[]>>

export interface ProfileInHand {
  readonly pair: PairEntry
  /** The evidence as it is now, and that of the version shown: frozen once it is settled. */
  readonly live: PairEvidence
  readonly evidence: PairEvidence
  /** The first version first. */
  readonly versions: readonly LocalRecord<PairProfile>[]
  /** Null while nothing has been written. */
  readonly record: LocalRecord<PairProfile> | null
  readonly profile: PairProfileEntry
  readonly described: DescribedProfile
  readonly describe: (one: PairProfileEntry) => DescribedProfile
  readonly writable: boolean
  /** Why nothing may be written: whose consent is missing. */
  readonly unserved: Refusal | null
  /** Seen from the profile as it is when the turn comes; the first word makes the first version. */
  readonly write: WriteProfile
  readonly nameOf: (personId: string) => string
}

export function useProfile(pair: PairEntry, shownId: string | null): ProfileInHand {
  const today = useToday()
  const live = usePairEvidence(pair)
  const all = useRecords(pairProfile, { pairId: pair.id })
  const guardianships = useRecords(guardianship, { familyId: pair.familyId })
  const consents = useRecords(consent, { familyId: pair.familyId })
  const people = useRecords(person, { familyId: pair.familyId })
  const versions = useMemo(() => all.toSorted((left, right) => left.no - right.no), [all])
  const record = versions.find(({ id }) => id === shownId) ?? versions.at(-1) ?? null
  const recordId = record?.id ?? pairProfileId(pair.id, 1)
  const scope = `family:${pair.familyId}`
  const may = useMay('pairProfile', record === null ? 'create' : 'edit', scope, recordId)
  const unserved = refuseWithoutConsent(consents, pair.childId, 'assessment', today)
  const write = useWriteProfile(pair, recordId, today)
  const untouched = { familyId: pair.familyId, pairId: pair.id, no: 1, begunOn: today }
  const profile = record ?? { ...pairProfile.read(untouched), id: recordId }
  const describe = useCallback(
    (one: PairProfileEntry) => describeProfile(one, { pair, live, guardianships }),
    [pair, live, guardianships],
  )
  return {
    pair,
    live,
    evidence: evidenceOf(profile, live),
    versions,
    record,
    profile,
    described: describe(profile),
    describe,
    writable: may && unserved === null && profile.state === 'draft',
    unserved,
    write,
    nameOf: (personId) => people.find(({ id }) => id === personId)?.name ?? '',
  }
}

function useWriteProfile(pair: PairEntry, recordId: string, today: string): WriteProfile {
  const act = useActInTurn()
  return useCallback(
    (change, seen) =>
      act((look) => {
        const present = look(pairProfile, recordId)
        const first = { familyId: pair.familyId, pairId: pair.id, no: 1, begunOn: today }
        const fields = change(present ?? pairProfile.read(first))
        return {
          kind: pairProfile,
          recordId,
          verb: present === null ? 'create' : 'edit',
          input: {},
          fields: fieldsAsJson(present === null ? { ...first, ...fields } : fields),
          base: fieldsAsJson(present === null ? {} : (seen?.(present) ?? {})),
        }
      }),
    [act, recordId, pair, today],
  )
}
