import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { CauseId, SignOf } from './cause-ids.ts'
import type { PairEvidence, SignEvidence } from './pair-evidence.ts'
import { countSources, findReasons, type SuggestionReason } from './suggest-targets.ts'

export type CauseSuggestion = Exclude<SignOf, { readonly of: 'strength' }> & {
  readonly reasons: readonly SuggestionReason[]
  readonly sources: number
}

/** Causes that lie in what a target measures: what speaks of the one speaks of the other. */
const targetsOfCause: Readonly<Record<CauseId, readonly ProgrammeTarget[]>> = {
  distance: [],
  upbringing: [],
  guardianNoBridge: ['guardianBridge'],
  puberty: [],
  reserve: [],
  misreading: ['cognition'],
  lowInitiative: ['initiative'],
  narrowContent: ['content'],
  lackingSkills: ['skills', 'emotionTone'],
}

/**
 * PRF-5: causes and harms that the records point at: passages marked with their code, the target that measures the same, a stay
 * away from home. It only suggests, and always with record and number.
 */
export function suggestCauses(evidence: PairEvidence): readonly CauseSuggestion[] {
  return evidence.signs
    .flatMap((sign): CauseSuggestion[] => {
      if (sign.of === 'strength') return []
      const reasons = reasonsOf(sign, evidence)
      if (reasons.length === 0) return []
      const sources = countSources(reasons)
      return [
        sign.of === 'cause'
          ? { of: sign.of, id: sign.id, reasons, sources }
          : { of: sign.of, id: sign.id, reasons, sources },
      ]
    })
    .toSorted((left, right) => right.sources - left.sources)
}

function reasonsOf(sign: SignEvidence, evidence: PairEvidence): readonly SuggestionReason[] {
  const marked: readonly SuggestionReason[] =
    sign.quotations.length === 0 ? [] : [{ id: 'marked', quotations: sign.quotations }]
  if (sign.of !== 'cause') return marked
  const ofTargets = evidence.targets
    .filter(({ target }) => targetsOfCause[sign.id].includes(target))
    .flatMap((one) => findReasons(one, evidence.today))
    // The code of the cause is among the target's dark codes: its passages are named once.
    .filter((reason) => reason.id !== 'darkQuotes')
  const away =
    sign.id === 'distance' ? evidence.stays.map((stay) => ({ id: 'away', stay }) as const) : []
  return [...marked, ...ofTargets, ...away]
}
