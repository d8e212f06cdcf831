import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { caseTriggers } from './case-shape.ts'
import { needCaseSubject, refuseCaseSubject } from './refuse-unserved-case.ts'

const caseDismissalShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid().nullable().default(null),
  personId: z.uuid().nullable().default(null),
  trigger: z.enum(caseTriggers),
  /** What the proposal rested on: the same rule with a newer ground proposes again. */
  ground: z.string().min(1).max(120),
  on: dayShape,
  byId: z.uuid(),
  reason: z.string().trim().min(1).max(600),
})
export type CaseDismissal = z.infer<typeof caseDismissalShape>

/** CAS-11: that no case was opened on a proposal, by whom and why. Kept, and never edited. */
export const caseDismissal = defineKind({
  name: 'caseDismissal',
  room: 'casework',
  shape: caseDismissalShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['trigger', 'ground', 'reason'],
  references: { familyId: 'family', pairId: 'pair', personId: 'person', byId: 'staff' },
  columns: ['familyId', 'pairId', 'personId'],
  ruleNeeds: (after) => needCaseSubject(after),
  rule: (after, _before, found, context) => {
    if (after.byId !== context.actor.staffId) return refusal('CaseOpenedForAnother')
    if (after.on > context.today) return refusal('DateInFuture', { field: 'on', day: after.on })
    return refuseCaseSubject(after, found, context)
  },
})

/** Two phones that dismiss the same proposal make one dismissal. */
export function caseDismissalId({
  pairId,
  personId,
  trigger,
  ground,
}: Pick<CaseDismissal, 'pairId' | 'personId' | 'trigger' | 'ground'>): string {
  return deriveId('caseDismissal', pairId ?? personId ?? '', trigger, ground)
}
