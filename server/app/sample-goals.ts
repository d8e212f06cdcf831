// Goals, agreed tasks and stated changes of the sample village.
import { z } from 'zod'
import { agreedTask, taskDoers } from '../../core/evaluation/goals/agreed-task.ts'
import { levelNames } from '../../core/assessment/goals/level-names.ts'
import { goal, goalAgreers, goalMeasures, goalOwners } from '../../core/assessment/goals/goal.ts'
import { goalMoments, goalRating, goalRatingId } from '../../core/assessment/goals/goal-rating.ts'
import { goalReview, reviewOutcomes } from '../../core/assessment/goals/goal-review.ts'
import { programmeTargets } from '../../core/inquiry/programme-targets.ts'
import { changeSources, statedBy, statedChange } from '../../core/evaluation/goals/stated-change.ts'
import { pairId } from '../../core/families/pair.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { draftServicePlan, samplePlanShape } from './sample-service-plan.ts'

const daysAgo = z.number().int().min(0)
/** Below zero: ahead. */
const anyDay = z.number().int()
const about = { child: z.string(), adult: z.string(), days: daysAgo, text: z.string() }

export const agreementsShape = z.strictObject({
  goals: z.array(
    z.strictObject({
      ...about,
      weight: z.number().int(),
      levels: z.array(z.string()).max(levelNames.length),
      rated: z.array(z.tuple([z.enum(goalMoments), daysAgo, z.number().int()])),
      forWhom: z.enum(goalOwners).nullable().default(null),
      target: z.enum(programmeTargets).nullable().default(null),
      who: z.string().default(''),
      measure: z.string().default(''),
      source: z.enum(goalMeasures).nullable().default(null),
      baseline: z.string().default(''),
      due: anyDay.nullable().default(null),
      reviewDays: z.array(anyDay).default([]),
      agreedBy: z.array(z.enum(goalAgreers)).default([]),
      reviews: z
        .array(
          z.strictObject({
            days: daysAgo,
            level: z.number().int().nullable(),
            next: z.enum(reviewOutcomes),
            note: z.string(),
            plan: z.string(),
          }),
        )
        .default([]),
    }),
  ),
  plans: z.array(samplePlanShape),
  tasks: z.array(
    z.strictObject({
      ...about,
      by: z.enum(taskDoers),
      rating: z.number().int().nullable(),
      rated: daysAgo.nullable(),
    }),
  ),
  changes: z.array(
    z.strictObject({
      ...about,
      by: z.enum(statedBy),
      direction: z.enum(['better', 'worse']),
      source: z.enum(changeSources),
    }),
  ),
})
type Agreements = z.infer<typeof agreementsShape>

export function draftAgreements(
  { goals, plans, tasks, changes }: Agreements,
  ground: SampleGround,
): SampleDraft[] {
  const placeOf = ({ child, adult }: { readonly child: string; readonly adult: string }) => ({
    familyId: ground.familyIdOf(child),
    pairId: pairId(ground.personId(child), ground.personId(adult)),
  })
  const drafts = goals.flatMap((one, index) =>
    draftGoal(one, ground.idOf('goal', String(index)), placeOf(one), ground),
  )
  const set = drafts.flatMap(({ kind, recordId, fields }) =>
    kind.name === goal.name && fields !== undefined ? [{ ...goal.read(fields), id: recordId }] : [],
  )
  return [
    ...drafts,
    ...plans.flatMap((one) => draftServicePlan(one, placeOf(one), set, ground)),
    ...tasks.map((one, index) =>
      create(agreedTask, ground.idOf('task', String(index)), {
        ...placeOf(one),
        text: one.text,
        doneBy: one.by,
        agreedOn: ground.daysAgo(one.days),
        rating: one.rating,
        ratedOn: one.rated === null ? null : ground.daysAgo(one.rated),
      }),
    ),
    ...changes.map((one, index) =>
      create(statedChange, ground.idOf('change', String(index)), {
        ...placeOf(one),
        saidBy: one.by,
        saidOn: ground.daysAgo(one.days),
        text: one.text,
        direction: one.direction,
        source: one.source,
      }),
    ),
  ]
}

function draftGoal(
  one: Agreements['goals'][number],
  goalId: string,
  place: { readonly familyId: string; readonly pairId: string },
  ground: SampleGround,
): SampleDraft[] {
  const { text, weight, days, levels, rated, forWhom, target, measure, source, baseline } = one
  const { familyId } = place
  const words = Object.fromEntries(levelNames.map((name, index) => [name, levels[index] ?? '']))
  const set = create(goal, goalId, {
    ...place,
    ...{ text, weight, forWhom, target, measure, source, baseline },
    whoDoes: one.who,
    dueOn: one.due === null ? null : ground.daysAgo(one.due),
    reviewOn: one.reviewDays.map(ground.daysAgo),
    agreedBy: one.agreedBy,
    setOn: ground.daysAgo(days),
    ...words,
  })
  const ratings = rated.map(([moment, on, level]) => {
    const rating = { goalId, moment, ratedBy: 'staff' } as const
    return create(goalRating, goalRatingId(rating), {
      ...rating,
      familyId,
      ratedOn: ground.daysAgo(on),
      level,
    })
  })
  const reviews = one.reviews.map(({ days: on, level, next, note, plan }, nth) =>
    create(goalReview, ground.idOf('goal review', goalId, String(nth)), {
      ...{ familyId, goalId, level, next, note },
      nextWords: plan,
      reviewedOn: ground.daysAgo(on),
      decidedById: ground.staff.worker,
    }),
  )
  return [set, ...ratings, ...reviews]
}
