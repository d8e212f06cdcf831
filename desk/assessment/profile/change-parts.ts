// What a tap changes in the causes and harms of a profile, seen from the profile as it is then.
import { causeIds, harmIds } from '../../../core/assessment/profile/cause-ids.ts'
import { type EvidenceRef, keyOfEvidence } from '../../../core/assessment/profile/evidence-item.ts'
import type { Cause, Harm, LinkStrength } from '../../../core/assessment/profile/profile-parts.ts'
import type { PairProfile } from '../../../core/assessment/profile/profile-shape.ts'
import type { CauseSuggestion } from '../../../core/assessment/profile/suggest-causes.ts'
import { refsOfReason } from '../../../core/assessment/profile/weigh-suggestion.ts'
import { deriveId } from '../../../core/kit/ids.ts'
import type { PartOf } from './profile-words.ts'

type Changes = Partial<PairProfile>
export type PartWords = Partial<Pick<Cause, 'words' | 'how'>>

/** A known one under its own id, an own one under the id that was made for it. */
export function addPart(present: PairProfile, of: PartOf, key: string, words: string): Changes {
  if (of === 'cause') {
    const starter = causeIds.find((id) => id === key) ?? null
    const part: Cause = { starter, words, how: '' }
    return { causes: { [key]: part, ...present.causes } }
  }
  const starter = harmIds.find((id) => id === key) ?? null
  const part: Harm = { starter, words, how: '' }
  return { harms: { [key]: part, ...present.harms } }
}

/** Taking a suggestion writes the cause with the records that pointed at it; how strongly they do is for a person to change. */
export function acceptPart(present: PairProfile, of: PartOf, lead: CauseSuggestion): Changes {
  const refs = lead.reasons.flatMap(refsOfReason)
  const links = Object.fromEntries(refs.map((ref) => linkTo(of, lead.id, ref, 'some', '')))
  return { ...addPart(present, of, lead.id, ''), links: { ...links, ...present.links } }
}

/** Two phones that link the same record to the same cause make one link. */
export function linkTo(
  of: PartOf,
  to: string,
  evidence: EvidenceRef,
  strength: LinkStrength,
  why: string,
): readonly [string, PairProfile['links'][string]] {
  return [
    deriveId('evidenceLink', of, to, keyOfEvidence(evidence)),
    { of, to, evidence, strength, why },
  ]
}

export function changePart(
  present: PairProfile,
  of: PartOf,
  key: string,
  changes: PartWords,
): Changes {
  if (of === 'cause') {
    const part = present.causes[key]
    return part === undefined
      ? {}
      : { causes: { ...present.causes, [key]: { ...part, ...changes } } }
  }
  const part = present.harms[key]
  return part === undefined ? {} : { harms: { ...present.harms, [key]: { ...part, ...changes } } }
}

/** With its links; what was linked stays where it is recorded. */
export function dropPart(present: PairProfile, of: PartOf, key: string): Changes {
  const links = Object.fromEntries(
    Object.entries(present.links).filter(([, one]) => one.of !== of || one.to !== key),
  )
  const without = <Part>(parts: Readonly<Record<string, Part>>): Record<string, Part> =>
    Object.fromEntries(Object.entries(parts).filter(([other]) => other !== key))
  return of === 'cause'
    ? { links, causes: without(present.causes) }
    : { links, harms: without(present.harms) }
}
