import { z } from 'zod'
import { staff } from '../access/staff.ts'
import { dayShape, instantShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found } from '../sync/kind.ts'

export const exclusionGrounds = ['relative', 'accused', 'closeToFamily', 'other'] as const

const excludedStaffShape = z.strictObject({
  familyId: z.uuid(),
  /** Who has to stay out of this family's matters (回避). */
  staffId: z.uuid(),
  ground: z.enum(exclusionGrounds),
  note: z.string().max(1000).default(''),
  since: dayShape,
  state: z.enum(['standing', 'lifted']).default('standing'),
  liftReason: z.string().max(1000).default(''),
  liftedAt: instantShape.nullable().default(null),
})
export type ExcludedStaff = z.infer<typeof excludedStaffShape>

/**
 * FAM-57: a colleague who is related to a family, or accused in its matter, is kept out by name (P20): the file, its
 * concerns and its links are to them as if they were not there, whatever their role. They and the family are told nothing.
 *
 * FAM-60: it holds at once, whoever asks for it: a child is not left with the accused until a second person has time. It hides no
 * file: one active supervisor who is not kept out is always left, sees it in the family and lifts it alone.
 */
export const excludedStaff = defineKind({
  name: 'excludedStaff',
  room: 'families',
  shape: excludedStaffShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['ground', 'note', 'liftReason'],
  guarded: ['familyId', 'staffId', 'since', 'state', 'liftReason', 'liftedAt'],
  references: { familyId: 'family', staffId: 'staff' },
  columns: ['familyId', 'staffId', 'state'],
  verbs: {
    lift: defineVerb({
      of: excludedStaffShape,
      input: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
      run: ({ state }, { reason }, _found, { now }) =>
        state === 'lifted'
          ? refuse('ExclusionLifted')
          : done({ state: 'lifted' as const, liftReason: reason, liftedAt: now }),
    }),
  },
  ruleNeeds: ({ familyId, state }) =>
    state === 'standing'
      ? [
          { kind: staff.name, where: { state: 'active' } },
          { kind: 'excludedStaff', where: { familyId } },
        ]
      : [],
  rule: (after, before, found, { today }) => {
    if (before === null && after.state !== 'standing')
      return refusal('FieldNeedsVerb', { field: 'state' })
    if (after.since > today) return refusal('DateInFuture', { field: 'since', day: after.since })
    return before === null ? refuseLastSupervisor(after, found) : null
  },
})

function refuseLastSupervisor(after: ExcludedStaff, found: Found): Refusal | null {
  const supervisors = found
    .of(staff)
    .filter(({ state, roles }) => state === 'active' && roles.includes('supervisor'))
  if (!supervisors.some(({ id }) => id === after.staffId)) return null
  const out = excludedFrom(found.of(excludedStaff), after.familyId)
  return supervisors.some(({ id }) => id !== after.staffId && !out.has(id))
    ? null
    : refusal('LastSupervisor')
}

/** Who stays out of this family. */
export function excludedFrom(
  exclusions: readonly Pick<ExcludedStaff, 'familyId' | 'staffId' | 'state'>[],
  familyId: string,
): ReadonlySet<string> {
  return new Set(
    exclusions
      .filter((one) => one.familyId === familyId && one.state === 'standing')
      .map(({ staffId }) => staffId),
  )
}
