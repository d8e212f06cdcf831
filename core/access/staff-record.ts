import { z } from 'zod'
import { dayShape, type Day } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'

const trainingShape = z.strictObject({
  on: dayShape,
  topic: z.string().trim().min(1).max(120),
  hours: z.number().min(0).max(100).nullable().default(null),
})

const staffRecordShape = z.strictObject({
  staffId: z.uuid(),
  engagedAs: z.enum(['employee', 'volunteer', 'intern', 'other']).default('employee'),
  startedOn: dayShape.nullable().default(null),
  /** How the record check was made (LPM 62), in a few words: who asked whom. */
  checkHow: z.string().max(200).default(''),
  /** The day on which the undertaking of confidentiality was signed. */
  undertakingOn: dayShape.nullable().default(null),
  /** Place of residence, as far as the village: to see who reads about neighbours. */
  homeVillage: z.string().max(80).default(''),
  trainings: z.record(z.uuid(), trainingShape).default({}),
  notes: z.string().max(1000).default(''),
})
export type StaffRecord = z.infer<typeof staffRecordShape>

export function staffRecordId(staffId: string): string {
  return deriveId('staffRecord', staffId)
}

/** One member's line in the register of staff and volunteers (form-F28): check, undertaking, training. */
export const staffRecord = defineKind({
  name: 'staffRecord',
  room: 'access',
  shape: staffRecordShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sealed: ['checkHow', 'homeVillage', 'notes', 'trainings'],
  maps: ['trainings'],
  guarded: ['staffId'],
  references: { staffId: 'staff' },
  columns: ['staffId'],
  /** RIG-30: what is signed or attended lies on a day that has come. */
  rule: (after, _before, _found, { today }) => {
    const days: readonly (readonly [string, Day | null])[] = [
      ['undertakingOn', after.undertakingOn],
      ...Object.values(after.trainings).map(({ on }) => ['trainings', on] as const),
    ]
    const late = days.find(([, day]) => day !== null && day > today)
    return late === undefined
      ? null
      : refusal('DateInFuture', { field: late[0], day: late[1] ?? '' })
  },
})
