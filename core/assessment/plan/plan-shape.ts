import { z } from 'zod'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { dayShape } from '../../kit/dates.ts'
import { readerOf } from '../../sync/kind.ts'
import { goalShape } from '../goals/goal.ts'

/** At which levels something is done: a plan of one level alone repeats the weakness of single-method work. */
export const planLevels = ['child', 'parent', 'guardian', 'school', 'village'] as const
export type PlanLevel = (typeof planLevels)[number]
export const planParties = ['child', 'adult', 'worker'] as const
export type PlanParty = (typeof planParties)[number]

const longText = z.string().max(4000).default('')
const lineKey = z.string().min(1).max(40)

export const planActionShape = z.strictObject({
  what: z.string().trim().min(1).max(300),
  who: z.string().max(120).default(''),
  dueOn: dayShape.nullable().default(null),
  doneOn: dayShape.nullable().default(null),
})
export type PlanAction = z.infer<typeof planActionShape>

export const collaboratorShape = z.strictObject({
  name: z.string().trim().min(1).max(120),
  does: z.string().max(300).default(''),
})

/** What somebody agrees to of a goal that the plan carries; how far it has come and when people look at it are not part of it. */
export const agreedGoalShape = goalShape.pick({
  ...{ text: true, muchLess: true, less: true, expected: true, more: true, muchMore: true },
  ...{ whoDoes: true, measure: true, baseline: true, dueOn: true },
})
export type AgreedGoal = z.infer<typeof agreedGoalShape>

export const servicePlanShape = z.strictObject({
  familyId: z.uuid(),
  /** The pair it is for, or one person alone; neither: the whole family. */
  pairId: z.uuid().nullable().default(null),
  personId: z.uuid().nullable().default(null),
  version: z.number().int().min(1).max(99).default(1),
  followsId: z.uuid().nullable().default(null),
  /** Whether the words of the version before have been taken over; that happens once, on whichever phone is first. */
  tookOver: z.boolean().default(false),
  begunOn: dayShape,
  problem: longText,
  aim: longText,
  targets: z.array(z.enum(programmeTargets)).max(programmeTargets.length).default([]),
  strategies: z.partialRecord(z.enum(planLevels), z.string().max(2000)).default({}),
  collaborators: z.record(lineKey, collaboratorShape).default({}),
  workerRole: longText,
  clientRole: longText,
  actions: z.record(lineKey, planActionShape).default({}),
  goalIds: z.array(z.uuid()).max(60).default([]),
  /** The settled profiles that it was begun from. */
  profileIds: z.array(z.uuid()).max(20).default([]),
  /** Sources of the evidence library, shipped ones by their name, own ones by record id. */
  evidenceIds: z.array(z.string().min(1).max(120)).max(60).default([]),
  reviewEveryWeeks: z.number().int().min(1).max(52).nullable().default(null),
  nextReviewOn: dayShape.nullable().default(null),
  childAgreedOn: dayShape.nullable().default(null),
  adultAgreedOn: dayShape.nullable().default(null),
  workerAgreedOn: dayShape.nullable().default(null),
  /** The goals as they stood when the first of them agreed. */
  agreedGoals: z.record(z.uuid(), agreedGoalShape).default({}),
  /** The photographed paper with the signatures. */
  proofFileId: z.uuid().nullable().default(null),
  closedOn: dayShape.nullable().default(null),
  closedReason: z.string().max(600).default(''),
  seenOn: dayShape.nullable().default(null),
  seenById: z.uuid().nullable().default(null),
  opinion: z.string().max(2000).default(''),
  /** Which words were seen. */
  seenAs: z.string().max(64).default(''),
})
export type ServicePlan = z.infer<typeof servicePlanShape>
/** Whose plan it is. */
export type PlanSubject = Pick<ServicePlan, 'familyId' | 'pairId' | 'personId'>
export type ServicePlanEntry = ServicePlan & { readonly id: string }

/** Reads plans for the rule of their own kind. */
export const planReader = readerOf('servicePlan', servicePlanShape)
