// A profile of the child and the mother of the pair's world, as far as a test needs it.
import { bond, decided, idOf, ids, today } from '../../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../../kit/json-parse.ts'
import { gatherPairEvidence } from '../gather-pair-evidence.ts'
import type { PairEvidence, PairRecords } from '../pair-evidence.ts'
import { pairProfile } from '../pair-profile.ts'
import { type PairProfile, type PairProfileEntry, pairProfileId } from '../profile-shape.ts'
import { pair, recordsOf } from './pair-world.ts'

export const mayAssess = decided({ purpose: 'assessment' })
export const grandmotherCares = bond(ids.grandmother, {
  kind: 'caregiver',
  basis: 'oralEntrustment',
  grade: 'fair',
})
export const somebodyElse = idOf(3)

export function profileOf(changes: Partial<PairProfile> = {}): PairProfileEntry {
  const no = changes.no ?? 1
  const fields = { familyId: ids.family, pairId: pair.id, no, begunOn: today, ...changes }
  return { ...pairProfile.read(fieldsAsJson(fields)), id: pairProfileId(pair.id, no) }
}

export function evidenceWith(changes: Partial<PairRecords> = {}): PairEvidence {
  return gatherPairEvidence(pair, recordsOf(changes))
}

/** Ready to be settled: one target judged with its reason, and the risk. */
export const judged: Partial<PairProfile> = {
  judgements: {
    trust: { need: 'strong', words: '说好的事常落空', reason: '孩子的得分和原话都这样说' },
  },
  risk: 'watch',
}
