import type { Kind } from '../sync/kind.ts'
import { couple } from './drawing/facts/couple.ts'
import { lifeFact } from './drawing/facts/life-fact.ts'
import { parentage } from './drawing/facts/parentage.ts'
import { relationQuality } from './drawing/facts/relation-quality.ts'
import { systemTie } from './drawing/facts/system-tie.ts'
import { pairProfile } from './profile/pair-profile.ts'
import { goalReview } from './goals/goal-review.ts'
import { servicePlan } from './plan/service-plan.ts'

export const assessmentKinds = [
  couple,
  parentage,
  lifeFact,
  relationQuality,
  systemTie,
  goalReview,
  servicePlan,
  pairProfile,
] as const satisfies readonly Kind[]
