import { type ProgrammeTarget, programmeTargets } from '../../inquiry/programme-targets.ts'
import type { CauseId, HarmId } from './cause-ids.ts'
import { type EvidenceItem, findEvidence, listEvidenceItems } from './evidence-item.ts'
import { type Disagreement, findDisagreements } from './find-disagreements.ts'
import { findGradedGuardianship, type GuardianshipEntry } from './find-grade.ts'
import type {
  Episode,
  PairEntry,
  PairEvidence,
  Quotation,
  ScoreRow,
  TargetScore,
} from './pair-evidence.ts'
import type { PairProfile, PairProfileEntry } from './profile-shape.ts'
import type { Judgement, LinkStrength, Strength } from './profile-parts.ts'
import { thawEvidence } from './settled-evidence.ts'
import type { SuggestionReason } from './suggest-targets.ts'
import { suggestTargets } from './suggest-targets.ts'
import type { SuggestionDecision } from './weigh-suggestion.ts'

/** One measure with the latest score of each side. */
export interface DescribedScore {
  readonly rowId: string
  readonly title: ScoreRow['title']
  readonly child: TargetScore | null
  readonly adult: TargetScore | null
  readonly other: TargetScore | null
}

export interface DescribedTarget {
  readonly target: ProgrammeTarget
  /** Null where nobody has judged it. */
  readonly judgement: Judgement | null
  readonly scores: readonly DescribedScore[]
  readonly quotations: readonly Quotation[]
  readonly episodes: readonly Episode[]
  readonly log: PairEvidence['targets'][number]['log']
  readonly disagreements: readonly Disagreement[]
  readonly reasons: readonly SuggestionReason[]
  readonly decision: SuggestionDecision | null
}

export interface DescribedLink {
  readonly linkId: string
  readonly strength: LinkStrength
  readonly why: string
  /** Null where the record no longer counts: a sheet set aside, a mark taken back. */
  readonly item: EvidenceItem | null
}

interface DescribedPart {
  /** Own words; empty: the words of the starter hold (`assessment:profile.cause.<id>`, `…harm.<id>`). */
  readonly words: string
  readonly how: string
  readonly links: readonly DescribedLink[]
  /** No evidence supports it: it is shown as an assumption. */
  readonly assumed: boolean
}
export type DescribedCause = DescribedPart & {
  readonly id: string
  readonly starter: CauseId | null
}
export type DescribedHarm = DescribedPart & { readonly id: string; readonly starter: HarmId | null }

export interface DescribedProfile {
  readonly id: string
  readonly no: number
  readonly begunOn: string
  readonly state: PairProfile['state']
  readonly settledOn: string | null
  readonly settledById: string | null
  readonly pair: PairEntry
  /** The day up to which the evidence was read. */
  readonly evidenceOn: string
  readonly missing: PairEvidence['missing']
  readonly stays: PairEvidence['stays']
  readonly grade: PairProfile['settledGrade']
  readonly targets: readonly DescribedTarget[]
  readonly causes: readonly DescribedCause[]
  readonly harms: readonly DescribedHarm[]
  readonly strengths: readonly (Strength & { readonly id: string })[]
  readonly words: { readonly child: string; readonly adult: string; readonly guardian: string }
  readonly sides: PairProfile['sides']
  readonly summary: { readonly self: string; readonly family: string; readonly social: string }
  /** `target:<id>`, `cause:<key>` or `harm:<key>`, the first first. */
  readonly priorities: readonly string[]
  readonly priorityWords: string
  readonly risk: PairProfile['risk']
  readonly riskWords: string
  readonly theory: string
}

/**
 * A profile as plain data for a page, a comparison or a form (F16): a settled one with what it was settled on, a draft with the
 * evidence as it is now (`live`). No language in it: starters, needs and reasons are ids.
 */
export function describeProfile(
  profile: PairProfileEntry,
  {
    pair,
    live,
    guardianships,
  }: {
    readonly pair: PairEntry
    readonly live: PairEvidence
    readonly guardianships: readonly GuardianshipEntry[]
  },
): DescribedProfile {
  const evidence = evidenceOf(profile, live)
  const { id, no, begunOn, state, settledOn, settledById, sides, priorities } = profile
  const { priorityWords, risk, riskWords, theory } = profile
  return {
    ...{ id, no, begunOn, state, settledOn, settledById, sides, priorityWords },
    ...{ risk, riskWords, theory, pair },
    evidenceOn: evidence.today,
    missing: evidence.missing,
    stays: evidence.stays,
    grade: gradeOf(profile, pair, guardianships, live.today),
    targets: describeTargets(profile, evidence),
    causes: listCauses(profile, evidence),
    harms: listHarms(profile, evidence),
    strengths: Object.entries(profile.strengths)
      .sort(byKey)
      .map(([key, one]) => ({ ...one, id: key })),
    words: {
      child: profile.childWords,
      adult: profile.adultWords,
      guardian: profile.guardianWords,
    },
    summary: {
      self: profile.summarySelf,
      family: profile.summaryFamily,
      social: profile.summarySocial,
    },
    priorities: priorities.filter((one) => isOf(profile, one)),
  }
}

/** What a profile rests on: frozen when settled, live while it is a draft. */
export function evidenceOf(profile: PairProfile, live: PairEvidence): PairEvidence {
  return profile.settledEvidence === null
    ? live
    : thawEvidence(profile.pairId, profile.settledEvidence)
}

/** The causes with their evidence; the ids are what a goal points at together with the profile's. */
export function listCauses(
  profile: PairProfile,
  evidence: PairEvidence,
): readonly DescribedCause[] {
  const items = listEvidenceItems(evidence)
  return Object.entries(profile.causes)
    .sort(byKey)
    .map(([id, { starter, words, how }]) => ({
      ...{ id, starter, words, how },
      ...describeLinks(profile, 'cause', id, items),
    }))
}

export function listHarms(profile: PairProfile, evidence: PairEvidence): readonly DescribedHarm[] {
  const items = listEvidenceItems(evidence)
  return Object.entries(profile.harms)
    .sort(byKey)
    .map(([id, { starter, words, how }]) => ({
      ...{ id, starter, words, how },
      ...describeLinks(profile, 'harm', id, items),
    }))
}

const byStrength: readonly LinkStrength[] = ['strong', 'some', 'weak', 'contradicts']

/** PRF-9: what nothing supports is an assumption, also where something only contradicts it or its record is gone. */
function describeLinks(
  { links }: PairProfile,
  of: 'cause' | 'harm',
  to: string,
  items: readonly EvidenceItem[],
): Pick<DescribedPart, 'links' | 'assumed'> {
  const own = Object.entries(links)
    .filter(([, one]) => one.of === of && one.to === to)
    .map(([linkId, { strength, why, evidence }]) => ({
      ...{ linkId, strength, why },
      item: findEvidence(evidence, items),
    }))
    .toSorted(
      (left, right) =>
        byStrength.indexOf(left.strength) - byStrength.indexOf(right.strength) ||
        left.linkId.localeCompare(right.linkId),
    )
  const isSupported = own.some(({ item, strength }) => item !== null && strength !== 'contradicts')
  return { links: own, assumed: !isSupported }
}

function describeTargets(profile: PairProfile, evidence: PairEvidence): readonly DescribedTarget[] {
  const apart = findDisagreements(evidence)
  const suggestions = suggestTargets(evidence)
  return programmeTargets.map((target) => {
    const found = evidence.targets.find((one) => one.target === target)
    return {
      target,
      judgement: profile.judgements[target] ?? null,
      scores: (found?.rows ?? []).map(({ id: rowId, title, child, adult, other }) => ({
        ...{ rowId, title },
        child: child.at(-1) ?? null,
        adult: adult.at(-1) ?? null,
        other: other.at(-1) ?? null,
      })),
      quotations: found?.quotations ?? [],
      episodes: found?.episodes ?? [],
      log: found?.log ?? null,
      disagreements: apart.filter((one) => one.target === target),
      reasons: suggestions.find((one) => one.target === target)?.reasons ?? [],
      decision: profile.suggestions[`target:${target}`] ?? null,
    }
  })
}

function gradeOf(
  profile: PairProfile,
  { childId }: PairEntry,
  guardianships: readonly GuardianshipEntry[],
  today: string,
): PairProfile['settledGrade'] {
  if (profile.state === 'settled') return profile.settledGrade
  const its = findGradedGuardianship(guardianships, childId, today)
  return its === null ? null : { guardianshipId: its.id, adultId: its.adultId, grade: its.grade }
}

/** A cause that somebody has taken away is no longer among what comes first. */
function isOf(profile: PairProfile, priority: string): boolean {
  const at = priority.indexOf(':')
  const [of, key] = [priority.slice(0, at), priority.slice(at + 1)]
  if (of === 'target') return programmeTargets.some((target) => target === key)
  return Object.hasOwn(of === 'cause' ? profile.causes : profile.harms, key)
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left.localeCompare(right)
}
