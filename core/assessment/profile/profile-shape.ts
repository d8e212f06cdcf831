import { z } from 'zod'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { readerOf } from '../../sync/kind.ts'
import {
  assessedSides,
  causeShape,
  harmShape,
  judgementShape,
  linkShape,
  partKeyShape,
  priorityShape,
  risks,
  strengthShape,
} from './profile-parts.ts'
import { settledEvidenceShape } from './settled-evidence.ts'
import { decisionShape } from './weigh-suggestion.ts'

const text = z.string().max(4000).default('')
const gradeShape = z.strictObject({
  guardianshipId: z.uuid(),
  adultId: z.uuid(),
  grade: z.enum(['good', 'fair', 'poor']).nullable(),
})

const reopeningShape = z.strictObject({
  on: dayShape,
  byId: z.uuid(),
  settledOn: dayShape.nullable(),
  reason: z.string().max(1000),
})

export const pairProfileShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  /** First, second … profile of these two. */
  no: z.number().int().min(1).max(99),
  begunOn: dayShape,
  /** Whether what the version before says has been taken over; that happens once, on whichever phone is first. */
  tookOver: z.boolean().default(false),
  state: z.enum(['draft', 'settled']).default('draft'),
  settledOn: dayShape.nullable().default(null),
  settledById: z.uuid().nullable().default(null),
  judgements: z.partialRecord(z.enum(programmeTargets), judgementShape).default({}),
  /** A known cause stands under its own id, an own one under an id that was made for it: goals point at these keys. */
  causes: z.record(partKeyShape, causeShape).default({}),
  harms: z.record(partKeyShape, harmShape).default({}),
  links: z.record(partKeyShape, linkShape).default({}),
  strengths: z.record(partKeyShape, strengthShape).default({}),
  /** `target:<id>`, `cause:<id>` or `harm:<id>` → what was decided about its suggestion. */
  suggestions: z.record(priorityShape, decisionShape).default({}),
  childWords: text,
  adultWords: text,
  /** Of whoever looks after the child, where that is not the adult of this pair. */
  guardianWords: text,
  sides: z.partialRecord(z.enum(assessedSides), z.string().max(4000)).default({}),
  summarySelf: text,
  summaryFamily: text,
  summarySocial: text,
  priorities: z.array(priorityShape).max(20).default([]),
  priorityWords: text,
  risk: z.enum(risks).nullable().default(null),
  riskWords: text,
  theory: text,
  /** What it was settled on; null while it is a draft. */
  settledEvidence: settledEvidenceShape.nullable().default(null),
  settledGrade: gradeShape.nullable().default(null),
  reopened: z.array(reopeningShape).max(20).default([]),
})
export type PairProfile = z.infer<typeof pairProfileShape>
export type PairProfileEntry = PairProfile & { readonly id: string }

/** For rules of the profile's own kind, which look at its other versions. */
export const profileReader = readerOf('pairProfile', pairProfileShape)

/** Two phones that begin the same version make one record. */
export function pairProfileId(pairId: string, no: number): string {
  return deriveId('pairProfile', pairId, String(no))
}

export const asDraft = {
  state: 'draft',
  settledOn: null,
  settledById: null,
  settledEvidence: null,
  settledGrade: null,
} as const

/** PRF-8: the next version says whose it is and when it begins; its words come by `takeOver`, once, however many phones begin it. */
export function beginNextProfile(
  { familyId, pairId, no }: PairProfile,
  today: string,
): Pick<PairProfile, 'familyId' | 'pairId' | 'no' | 'begunOn'> {
  return { familyId, pairId, no: no + 1, begunOn: today }
}

/** PRF-8: what is taken over from the version before: everything that it says; nothing of it is settled yet. */
export function wordsToTakeOver(last: PairProfile): Partial<PairProfile> {
  const { familyId: _family, pairId: _pair, no: _no, begunOn: _begun, ...words } = last
  return { ...words, ...asDraft, reopened: [], tookOver: true }
}
