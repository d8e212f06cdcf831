import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type {
  DescribedCause,
  DescribedHarm,
  DescribedProfile,
  DescribedTarget,
} from './describe-profile.ts'
import type { ScoreRow, Side, TargetScore } from './pair-evidence.ts'
import type { Judgement, LinkStrength } from './profile-parts.ts'

interface Both<Value> {
  readonly before: Value
  readonly after: Value
}

/** The same measure of the same side, once from another sheet than the other time. */
export interface ComparedScore extends Both<TargetScore | null> {
  readonly rowId: string
  readonly title: ScoreRow['title']
  readonly side: Side
}

export interface ComparedTarget {
  readonly target: ProgrammeTarget
  /** Null where the judgement is the same in both. */
  readonly judgement: Both<Judgement | null> | null
  readonly scores: readonly ComparedScore[]
  /** Contacts a week as the log had them; null where they are the same or the log says nothing about the target. */
  readonly perWeek: Both<number | null> | null
}

export type ComparedPart<Part> = Both<Part | null> & {
  readonly id: string
  readonly change: 'came' | 'went' | 'otherwise'
}

export const comparedWords = [
  'childWords',
  'adultWords',
  'guardianWords',
  'summarySelf',
  'summaryFamily',
  'summarySocial',
  'priorityWords',
  'riskWords',
  'theory',
] as const
export type ComparedWords = (typeof comparedWords)[number]

export interface ComparedProfiles {
  /** Targets in which something is not the same. */
  readonly targets: readonly ComparedTarget[]
  readonly causes: readonly ComparedPart<DescribedCause>[]
  readonly harms: readonly ComparedPart<DescribedHarm>[]
  readonly risk: Both<DescribedProfile['risk']> | null
  readonly grade: Both<'good' | 'fair' | 'poor' | null> | null
  readonly words: readonly (Both<string> & { readonly field: ComparedWords })[]
}

/**
 * PRF-10: what is not the same in two versions of one pair's profile, `before` the older one. Figures stand beside each other
 * and nothing is concluded from them.
 */
export function compareProfiles(
  before: DescribedProfile,
  after: DescribedProfile,
): ComparedProfiles {
  return {
    targets: after.targets.flatMap((one) => {
      const earlier = before.targets.find(({ target }) => target === one.target)
      return earlier === undefined ? [] : compareTarget(earlier, one)
    }),
    causes: compareParts(before.causes, after.causes),
    harms: compareParts(before.harms, after.harms),
    risk: differing(before.risk, after.risk),
    grade: differing(before.grade?.grade ?? null, after.grade?.grade ?? null),
    words: comparedWords.flatMap((field) => {
      const both = differing(wordsOf(before, field), wordsOf(after, field))
      return both === null ? [] : [{ field, ...both }]
    }),
  }
}

function compareTarget(before: DescribedTarget, after: DescribedTarget): readonly ComparedTarget[] {
  const judgement = isSame(before.judgement, after.judgement)
    ? null
    : { before: before.judgement, after: after.judgement }
  const scores = compareScores(before, after)
  const perWeek = differing(before.log?.perWeek ?? null, after.log?.perWeek ?? null)
  const isEqual = judgement === null && scores.length === 0 && perWeek === null
  return isEqual ? [] : [{ target: after.target, judgement, scores, perWeek }]
}

function compareScores(before: DescribedTarget, after: DescribedTarget): readonly ComparedScore[] {
  const rows = new Map([...before.scores, ...after.scores].map((row) => [row.rowId, row]))
  return [...rows.values()].flatMap(({ rowId, title }) => {
    const find = ({ scores }: DescribedTarget) => scores.find((row) => row.rowId === rowId)
    return (['child', 'adult', 'other'] as const).flatMap((side): ComparedScore[] => {
      const [older, newer] = [find(before)?.[side] ?? null, find(after)?.[side] ?? null]
      if (older?.sheetId === newer?.sheetId && older?.value === newer?.value) return []
      return [{ rowId, title, side, before: older, after: newer }]
    })
  })
}

interface Part {
  readonly id: string
  readonly words: string
  readonly how: string
  readonly assumed: boolean
  readonly links: readonly {
    readonly linkId: string
    readonly strength: LinkStrength
    readonly why: string
  }[]
}

function compareParts<One extends Part>(
  before: readonly One[],
  after: readonly One[],
): readonly ComparedPart<One>[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort()
  return ids.flatMap((id): ComparedPart<One>[] => {
    const older = before.find((one) => one.id === id) ?? null
    const newer = after.find((one) => one.id === id) ?? null
    if (older === null) return [{ id, change: 'came', before: older, after: newer }]
    if (newer === null) return [{ id, change: 'went', before: older, after: newer }]
    if (isSame(asSaid(older), asSaid(newer))) return []
    return [{ id, change: 'otherwise', before: older, after: newer }]
  })
}

/** What people said of it; figures behind a link are compared where they belong, with the targets. */
function asSaid({ words, how, assumed, links }: Part) {
  const said = links.map(({ linkId, strength, why }) => ({ linkId, strength, why }))
  return { words, how, assumed, links: said.toSorted((a, b) => a.linkId.localeCompare(b.linkId)) }
}

function wordsOf(profile: DescribedProfile, field: ComparedWords): string {
  switch (field) {
    case 'childWords':
      return profile.words.child
    case 'adultWords':
      return profile.words.adult
    case 'guardianWords':
      return profile.words.guardian
    case 'summarySelf':
      return profile.summary.self
    case 'summaryFamily':
      return profile.summary.family
    case 'summarySocial':
      return profile.summary.social
    case 'priorityWords':
    case 'riskWords':
    case 'theory':
      return profile[field]
  }
}

function differing<Value extends string | number | null>(
  before: Value,
  after: Value,
): Both<Value> | null {
  return before === after ? null : { before, after }
}

function isSame(one: object | null, other: object | null): boolean {
  if (one === null || other === null) return one === other
  return canonicalJson(fieldsAsJson(one)) === canonicalJson(fieldsAsJson(other))
}
