import { z } from 'zod'
import { instantShape } from '../kit/dates.ts'
import type { Role } from './roles.ts'

/** Who must have a second factor beside the password: the agency decides. */
export const factorCircles = ['nobody', 'leaders', 'everyone'] as const
export type FactorCircle = (typeof factorCircles)[number]

export const factorRuleShape = z.object({
  circle: z.enum(factorCircles),
  /** Until then the password alone is enough, so that nobody stands before a shut door the day after. */
  from: instantShape.nullable(),
})
export type FactorRule = z.infer<typeof factorRuleShape>

/** `app`: a number that changes every 30 seconds. `paper`: printed codes, for whoever has no smartphone. */
export const factorMeans = ['app', 'paper'] as const
export type FactorMeans = (typeof factorMeans)[number]

export const mostGraceDays = 90

/** What `/api/second-factor` tells its holder; nothing in it opens anything. */
export const factorStateShape = z.object({
  by: z.enum(factorMeans).nullable(),
  confirmedAt: instantShape.nullable(),
  codesLeft: z.number(),
  rule: factorRuleShape,
  /** Whether the rule asks it of this person: not, from `rule.from` on, or already. */
  due: z.enum(['no', 'later', 'now']),
})
export type FactorState = z.infer<typeof factorStateShape>

const leaders: readonly string[] = ['agencyAdmin', 'supervisor'] satisfies readonly Role[]

/** ACC-28: is a second factor asked of somebody with these roles, at this moment? */
export function factorDue(
  { circle, from }: FactorRule,
  roles: readonly string[],
  now: string,
): FactorState['due'] {
  const asked =
    circle === 'everyone' || (circle === 'leaders' && roles.some((role) => leaders.includes(role)))
  if (!asked) return 'no'
  return from !== null && from > now ? 'later' : 'now'
}

/** What an approval of taking somebody's second factor off is called. */
export const resetFactorAction = 'resetSecondFactor'

/** For so many days what was agreed to may be done. */
export const resetAgreementDays = 7

/**
 * ACC-29: does a yes of this moment still speak of the factor in force? Not of one set up since, and not after
 * `resetAgreementDays`. Without a second person the request itself is the yes.
 */
export function resetStillAgreed(
  {
    requestedAt,
    decidedAt,
  }: { readonly requestedAt: string | null; readonly decidedAt: string | null },
  confirmedAt: Date,
  now: string,
): boolean {
  const agreedAt = Date.parse(decidedAt ?? requestedAt ?? '')
  const age = Date.parse(now) - agreedAt
  return agreedAt >= confirmedAt.getTime() && age <= resetAgreementDays * 86_400_000
}
