import type { Goal } from '../../../core/assessment/goals/goal.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { text } from '../../kit/index.ts'
import { useRecord } from '../../sync/index.ts'

/** The cause that a goal works on in the profile's words; empty where there is none, or the profile is not on this device. */
export function useCauseWords(cause: Goal['cause']): string {
  const profile = useRecord(pairProfile, cause?.profileId ?? '')
  const its = cause === null ? undefined : profile?.causes[cause.causeId]
  if (its === undefined) return ''
  if (its.words.trim() !== '' || its.starter === null) return its.words
  return text(`assessment:profile.cause.${its.starter}`)
}
