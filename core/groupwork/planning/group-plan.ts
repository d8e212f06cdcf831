import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId, sha256Hex } from '../../kit/ids.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'

export const groupNatures = ['growth', 'education', 'support', 'therapy'] as const

const longText = z.string().max(4000).default('')
const lineKey = z.string().min(1).max(40)

export const budgetLineShape = z.strictObject({
  item: z.string().trim().min(1).max(120),
  quantity: z.number().min(0).max(1_000_000),
  /** In fen, so that sums are exact. */
  unitPrice: z.number().int().min(0).max(1_000_000_000),
  source: z.string().max(120).default(''),
})
export type BudgetLine = z.infer<typeof budgetLineShape>

const groupPlanShape = z.strictObject({
  groupId: z.uuid(),
  nature: z.enum(groupNatures).default('growth'),
  openness: z.enum(['closed', 'open']).default('closed'),
  /** What the computed background does not say: the place, the school, what families told. */
  background: longText,
  overallGoal: longText,
  theory: longText,
  /** Whom it is for, and who is better served by casework first. */
  selection: longText,
  recruitment: longText,
  risks: longText,
  evaluation: longText,
  budget: z.record(lineKey, budgetLineShape).default({}),
  /** Sources of the evidence library that the plan rests on. */
  evidenceIds: z.array(z.uuid()).max(60).default([]),
  /** Meeting id → those of the team who cannot be there. */
  away: z.record(z.uuid(), z.array(z.uuid()).max(30)).default({}),
  seenOn: dayShape.nullable().default(null),
  seenById: z.uuid().nullable().default(null),
  opinion: z.string().max(2000).default(''),
  /** Which draft of the plan was seen; empty of those seen before this was kept. */
  seenAs: z.string().max(64).default(''),
})
export type GroupPlan = z.infer<typeof groupPlanShape>

/** What a group's plan (form-F3) says beyond its meetings, goals and evidence, which are read where they are. */
export const groupPlan = defineKind({
  name: 'groupPlan',
  room: 'groupwork',
  shape: groupPlanShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  sealed: [
    'background',
    'overallGoal',
    'theory',
    'selection',
    'recruitment',
    'risks',
    'evaluation',
    'opinion',
    'seenAs',
  ],
  maps: ['budget', 'away'],
  sets: ['evidenceIds'],
  guarded: ['groupId', 'seenOn', 'seenById', 'opinion', 'seenAs'],
  references: { groupId: 'supportGroup', seenById: 'staff' },
  columns: ['groupId'],
  verbs: {
    /** GRP-53: that the supervisor has seen the plan is said by the supervisor, of the draft before them; saying it again replaces the opinion. */
    markSeen: defineVerb({
      of: groupPlanShape,
      input: z.strictObject({
        opinion: z.string().max(2000).default(''),
        draft: z.string().max(64).nullable().default(null),
      }),
      run: (fields, { opinion, draft }, _found, { actor, today }) => {
        const seenAs = draftOf(fields)
        return draft === null || draft === seenAs
          ? done({ opinion, seenOn: today, seenById: actor.staffId, seenAs })
          : refuse('PlanChangedSince')
      },
    }),
  },
  rule: (after, before) =>
    before === null &&
    (after.seenOn !== null ||
      after.seenById !== null ||
      after.opinion !== '' ||
      after.seenAs !== '')
      ? refusal('FieldNeedsVerb', { field: 'seenOn' })
      : null,
})

const supervisorsOwn: ReadonlySet<string> = new Set(['seenOn', 'seenById', 'opinion', 'seenAs'])
const writtenFields = Object.keys(groupPlanShape.shape).filter((name) => !supervisorsOwn.has(name))

/**
 * GRP-53: what tells one draft of the plan from another: all that is written in it but the supervisor's own word. Of a record
 * as a device holds it (with its id and its marks) the same as of the bare plan.
 */
export function draftOf(plan: GroupPlan): string {
  const { evidenceIds } = plan
  const named = new Map<string, unknown>(Object.entries(plan))
  const written = Object.fromEntries(writtenFields.map((name) => [name, named.get(name)]))
  // Whoever has seen a plan from before it could cite has still seen it while it cites nothing.
  const { evidenceIds: _cited, ...uncited } = written
  const cites = evidenceIds.length === 0 ? {} : { evidenceIds: evidenceIds.toSorted() }
  return sha256Hex(canonicalJson(fieldsAsJson({ ...uncited, ...cites })))
}

/** GRP-53: the draft that the supervisor saw is the one that stands. */
export function isSeenAsItStands(plan: GroupPlan): boolean {
  return plan.seenOn !== null && (plan.seenAs === '' || plan.seenAs === draftOf(plan))
}

/** Two phones that begin the plan of the same group make one plan. */
export function groupPlanId(groupId: string): string {
  return deriveId('groupPlan', groupId)
}

/** In fen; a part of a fen is rounded line by line, as on paper. */
export function sumOfLine({ quantity, unitPrice }: BudgetLine): number {
  return Math.round(quantity * unitPrice)
}

export function sumBudget(budget: GroupPlan['budget']): number {
  return Object.values(budget).reduce((sum, line) => sum + sumOfLine(line), 0)
}
