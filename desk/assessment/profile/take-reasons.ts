import type { PairProfile } from '../../../core/assessment/profile/profile-shape.ts'
import type { SuggestionReason } from '../../../core/assessment/profile/suggest-targets.ts'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import { writeReason } from './profile-words.ts'

/** Taking a lead writes its reasons under what the judgement rests on, where nothing stands yet; how strong the need is, a person says. */
export function takeReasons(
  { judgements }: PairProfile,
  target: ProgrammeTarget,
  reasons: readonly SuggestionReason[],
): Partial<PairProfile> {
  const known = judgements[target] ?? { need: 'unclear' as const, words: '', reason: '' }
  if (known.reason.trim() !== '' || reasons.length === 0) return {}
  const reason = [...new Set(reasons.map(writeReason))].join('\n')
  return { judgements: { ...judgements, [target]: { ...known, reason } } }
}
