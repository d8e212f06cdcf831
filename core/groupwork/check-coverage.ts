import type { LearningProcess, ProgrammeTarget, Segment, Session } from './plan-shape.ts'
import { planStrands, type PlanStrand } from './strand.ts'

/** A plain hint for whoever plans: its id has a text in both languages, its details fill the text. Nothing is refused. */
export interface PlanWarning {
  readonly id:
    | 'TargetNeverServed'
    | 'TargetWithoutModelling'
    | 'TargetWithoutRehearsal'
    | 'TargetWithoutReinforcement'
    | 'PlanMissing'
    | 'MinutesOver'
    | 'HomeTaskMissing'
    | 'IndicatorsMissing'
    | 'FallbackMissing'
    | 'ListenMissing'
    | 'PictureStepsMissing'
  readonly details: Readonly<Record<string, string | number>>
}

/** What a change of behaviour needs at least: see it done, do it, be seen doing it. */
const neededProcesses = [
  ['attention', 'TargetWithoutModelling'],
  ['reproduction', 'TargetWithoutRehearsal'],
  ['motivation', 'TargetWithoutReinforcement'],
] as const satisfies readonly (readonly [LearningProcess, PlanWarning['id']])[]

/** GRP-24: does the plan do what social learning theory asks of it, and does it fit into the time there is? */
export function checkCoverage(
  sessions: readonly Session[],
  wanted: readonly ProgrammeTarget[] = [],
): readonly PlanWarning[] {
  const targets = [...new Set([...wanted, ...sessions.flatMap((session) => session.targets)])]
  return [
    ...targets.flatMap((target) => checkTarget(target, sessions)),
    ...sessions.flatMap(checkSession),
  ]
}

/** GRP-40: for parents who cannot come and for guardians who do not read there is a way of their own; a note each, naming the sessions. */
export function checkTracks(sessions: readonly Session[]): readonly PlanWarning[] {
  const deaf = sessions.filter(({ strands }) => strands.parent?.listen === null)
  const bare = sessions.filter(({ strands }) => strands.guardian?.pictureSteps.length === 0)
  return [noteOf('ListenMissing', deaf), noteOf('PictureStepsMissing', bare)].flat()
}

function noteOf(id: PlanWarning['id'], sessions: readonly Session[]): PlanWarning[] {
  const numbers = sessions.map(({ no }) => no).join(', ')
  return numbers === '' ? [] : [{ id, details: { numbers } }]
}

function checkTarget(target: ProgrammeTarget, sessions: readonly Session[]): PlanWarning[] {
  const serving = sessions.filter((session) => session.targets.includes(target))
  const segments = serving.flatMap(segmentsOf)
  if (segments.length === 0) return [{ id: 'TargetNeverServed', details: { target } }]
  return neededProcesses
    .filter(([process]) => segments.every((segment) => segment.process !== process))
    .map(([, id]) => ({ id, details: { target } }))
}

function segmentsOf(session: Session): readonly Segment[] {
  return planStrands.flatMap((strand) => session.strands[strand]?.segments ?? [])
}

function checkSession(session: Session): PlanWarning[] {
  const { no, indicators } = session
  return [
    ...neededStrands(session).flatMap((strand) => checkStrand(session, strand)),
    ...(indicators.length === 0 ? [{ id: 'IndicatorsMissing', details: { no } } as const] : []),
  ]
}

function neededStrands({ form, strands }: Session): readonly PlanStrand[] {
  const planned = planStrands.filter((strand) => strands[strand] !== undefined)
  switch (form) {
    case 'joint':
      return [...new Set<PlanStrand>(['joint', ...planned])]
    case 'parallel':
      return [...new Set<PlanStrand>(['child', 'parent', ...planned])]
    case 'guardianCircle':
      return [...new Set<PlanStrand>(['guardian', ...planned])]
    case 'individual':
      return planned
  }
}

function checkStrand({ no, stage, strands }: Session, strand: PlanStrand): PlanWarning[] {
  const plan = strands[strand]
  if (plan === undefined || plan.segments.length === 0)
    return [{ id: 'PlanMissing', details: { no, strand } }]
  const planned = plan.segments.reduce((sum, segment) => sum + segment.minutes, 0)
  const warnings: PlanWarning[] = []
  if (planned > plan.minutes)
    warnings.push({ id: 'MinutesOver', details: { no, strand, planned, available: plan.minutes } })
  if (stage !== 'ending' && plan.homeTask.trim() === '')
    warnings.push({ id: 'HomeTaskMissing', details: { no, strand } })
  const bare = isRemote(strand)
    ? plan.segments.filter(({ fallback }) => fallback.trim() === '')
    : []
  return [
    ...warnings,
    ...bare.map(
      ({ title }) => ({ id: 'FallbackMissing', details: { no, segment: title } }) as const,
    ),
  ]
}

/** Parents far away take part by phone. */
function isRemote(strand: PlanStrand): boolean {
  return strand === 'parent' || strand === 'joint'
}
