import type { ProgrammeTarget, Session } from '../plan-shape.ts'
import { planStrands, type PlanStrand } from '../strand.ts'
import type { PlanHint } from './plan-hint.ts'

/** The caregiver's bridge is taught to caregivers: it needs no second strand. */
const forOneStrand: readonly ProgrammeTarget[] = ['guardianBridge']

/**
 * GRP-50: child and parent learn the same skill, each in their own strand or together, or it has nobody to be used with. Only
 * segments that serve a learning process count. A target that no segment serves is the coverage check's business.
 */
export function checkStrands(sessions: readonly Session[]): readonly PlanHint[] {
  const targets = [...new Set(sessions.flatMap((session) => session.targets))]
  return targets
    .filter((target) => !forOneStrand.includes(target))
    .flatMap((target) => {
      const [strand, ...others] = strandsServing(target, sessions)
      return strand === undefined || strand === 'joint' || others.length > 0
        ? []
        : [{ id: 'TargetInOneStrand' as const, details: { target, strand } }]
    })
}

function strandsServing(
  target: ProgrammeTarget,
  sessions: readonly Session[],
): readonly PlanStrand[] {
  const serving = sessions.filter(({ targets }) => targets.includes(target))
  return planStrands.filter((strand) =>
    serving.some(({ strands }) =>
      strands[strand]?.segments.some(({ process }) => process !== null),
    ),
  )
}
