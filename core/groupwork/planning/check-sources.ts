import { findOpenCitations } from '../../inquiry/evidence/list-sources.ts'
import type { SourceFacts } from '../../inquiry/evidence/source-facts.ts'
import type { MeetingEntry } from '../meeting.ts'
import { targetsOf } from './check-goals.ts'
import type { PlanHint } from './plan-hint.ts'

/**
 * EVI-6: what the meetings work on, and the theory, rest on a source that speaks of it. `cited` are the sources that the plan
 * names; while it names none, one hint says so.
 */
export function checkSources(
  cited: readonly SourceFacts[],
  meetings: readonly MeetingEntry[],
  theory: string,
): readonly PlanHint[] {
  const restsOnTheory = theory.trim() !== ''
  const open = findOpenCitations(cited, { targets: targetsOf(meetings), restsOnTheory })
  if (cited.length === 0)
    return open.targets.length > 0 || open.theory ? [{ id: 'SourcesMissing', details: {} }] : []
  return [
    ...(open.theory ? [{ id: 'TheoryWithoutSource' as const, details: {} }] : []),
    ...(open.targets.length === 0
      ? []
      : [{ id: 'TargetWithoutSource' as const, details: { targets: open.targets.join(' ') } }]),
  ]
}
