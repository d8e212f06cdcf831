// One family of the sample village drawn: what the drawing adds to the file, before and after.
import { z } from 'zod'
import { couple, coupleStates } from '../../core/assessment/drawing/facts/couple.ts'
import { lifeFact, lifeFacts } from '../../core/assessment/drawing/facts/life-fact.ts'
import { parentage, parentageId } from '../../core/assessment/drawing/facts/parentage.ts'
import {
  relationQualities,
  relationQuality,
} from '../../core/assessment/drawing/facts/relation-quality.ts'
import {
  systems,
  systemTie,
  tieFlows,
  tieStrengths,
} from '../../core/assessment/drawing/facts/system-tie.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { daysAgo, key, text } from './sample-shapes.ts'

const dated = { since: daysAgo, until: daysAgo.nullable().default(null) }

export const drawingShape = z.strictObject({
  /** Somebody of the family that is drawn. */
  family: key,
  couples: z.array(z.strictObject({ one: key, other: key, state: z.enum(coupleStates), ...dated })),
  parents: z.array(z.strictObject({ parent: key, child: key })),
  facts: z.array(z.strictObject({ who: key, fact: z.enum(lifeFacts), ...dated })),
  qualities: z.array(
    z.strictObject({
      one: key,
      other: key,
      quality: z.enum(relationQualities),
      because: text,
      ...dated,
    }),
  ),
  ties: z.array(
    z.strictObject({
      who: key.optional(),
      system: z.enum(systems),
      name: text,
      strength: z.enum(tieStrengths),
      stressful: z.boolean().default(false),
      flow: z.enum(tieFlows),
      ...dated,
    }),
  ),
})
type SampleDrawing = z.infer<typeof drawingShape>

export function draftDrawing(drawn: SampleDrawing, ground: SampleGround): SampleDraft[] {
  const familyId = ground.familyIdOf(drawn.family)
  const make = (kind: Kind, index: number, fields: object) =>
    create(kind, ground.idOf(kind.name, String(index)), { familyId, ...fields })
  const days = (one: { readonly since: number; readonly until: number | null }) => ({
    since: ground.daysAgo(one.since),
    until: one.until === null ? null : ground.daysAgo(one.until),
  })
  const two = (one: { readonly one: string; readonly other: string }) => ({
    oneId: ground.personId(one.one),
    otherId: ground.personId(one.other),
  })
  return [
    ...drawn.couples.map((one, index) =>
      make(couple, index, { ...two(one), state: one.state, ...days(one) }),
    ),
    ...drawn.parents.map((one) => {
      const [parentId, childId] = [ground.personId(one.parent), ground.personId(one.child)]
      return create(parentage, parentageId(parentId, childId), { familyId, parentId, childId })
    }),
    ...drawn.facts.map((one, index) =>
      make(lifeFact, index, { personId: ground.personId(one.who), fact: one.fact, ...days(one) }),
    ),
    ...drawn.qualities.map((one, index) =>
      make(relationQuality, index, {
        ...two(one),
        quality: one.quality,
        because: one.because,
        ...days(one),
      }),
    ),
    ...drawn.ties.map(({ who, since, until, ...tie }, index) =>
      make(systemTie, index, {
        ...tie,
        personId: who === undefined ? null : ground.personId(who),
        ...days({ since, until }),
      }),
    ),
  ]
}
