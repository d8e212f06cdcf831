import { compareGroupMeans, compareMeans, type GroupFigures } from '../../statistics/index.ts'
import {
  compareRows,
  countPeople,
  foldSmallGroups,
  rowsOf,
  type FoldedGroups,
} from './fold-small-groups.ts'
import type { SurveySheet } from './survey-sheet.ts'

/** The background by which a survey can be split: the group label, or a background column's name. */
export type SplitBy = { readonly by: 'group' } | { readonly by: 'extra'; readonly name: string }

type Split = Pick<SurveySheet, 'groupLabel' | 'extra'>

/** Above this many groups a table says nothing; an age in years is a background, not a group. */
export const mostGroups = 12

export function labelOf(sheet: Split, split: SplitBy): string | null {
  const value = split.by === 'group' ? sheet.groupLabel : (sheet.extra[split.name] ?? '')
  const text = String(value ?? '').trim()
  return text === '' ? null : text
}

export interface SplitChoice {
  readonly split: SplitBy
  readonly groupCount: number
}

/** What this survey can be split by, with how many groups each makes. */
export function listSplits(sheets: readonly Split[]): readonly SplitChoice[] {
  const names = new Set(sheets.flatMap((sheet) => Object.keys(sheet.extra)))
  const splits: SplitBy[] = [
    { by: 'group' },
    ...[...names].map((name): SplitBy => ({ by: 'extra', name })),
  ]
  return splits.flatMap((split) => {
    const labels = new Set(sheets.flatMap((sheet) => labelOf(sheet, split) ?? []))
    return labels.size < 2 || labels.size > mostGroups ? [] : [{ split, groupCount: labels.size }]
  })
}

export type SubgroupTest =
  | {
      readonly kind: 'welch'
      readonly t: number
      readonly df: number
      readonly p: number
      readonly difference: number
      readonly low: number | null
      readonly high: number | null
    }
  | {
      readonly kind: 'oneWay'
      readonly f: number
      readonly df1: number
      readonly df2: number
      readonly p: number
      /** Welch's version: it asks for no equal spread. */
      readonly welch: boolean
      readonly etaSquared: number
    }

export interface SubgroupRow extends Pick<FoldedGroups, 'together' | 'hidden'> {
  /** The row of the small groups together has an empty label and stands last. */
  readonly groups: readonly GroupFigures[]
  /** Sheets without the label or the score. */
  readonly missing: number
  readonly test: SubgroupTest | null
}

/**
 * INQ-15: one score in the groups of a background column: n, mean and spread of each, and whether the means differ
 * (two groups: Welch's t; more: Welch's one-way analysis). Small groups are folded by EVA-26: named, never shown alone.
 */
export function compareSubgroups(
  scores: readonly (number | null)[],
  labels: readonly (string | null)[],
  outside: boolean,
): SubgroupRow {
  const people = countPeople(scores, labels)
  const folded = foldSmallGroups({ ...people, outside })
  const { together, hidden } = folded
  const kept = rowsOf(labels, folded)
  const compared = compareGroupMeans(scores, kept)
  const known = [...people.sizes.values()].reduce((sum, n) => sum + n, 0)
  const base = { together, hidden, missing: scores.length - known }
  if (!compared.ok) return { ...base, groups: [], test: null }
  const groups = compared.value.groups.toSorted((left, right) =>
    compareRows(left.label, right.label),
  )
  return { ...base, groups, test: testOf(scores, kept, groups, compared.value) }
}

function testOf(
  scores: readonly (number | null)[],
  labels: readonly (string | null)[],
  groups: readonly GroupFigures[],
  oneWay: Extract<ReturnType<typeof compareGroupMeans>, { ok: true }>['value'],
): SubgroupTest | null {
  const [first, second, ...more] = groups
  if (first !== undefined && second !== undefined && more.length === 0) {
    const of = (label: string) => scores.map((score, at) => (labels[at] === label ? score : null))
    const welch = compareMeans(of(first.label), of(second.label))
    if (!welch.ok) return null
    const { t, df, p, difference } = welch.value
    const { low = null, high = null } = welch.interval ?? {}
    return { kind: 'welch', t, df, p, difference, low, high }
  }
  const test = oneWay.welch ?? oneWay.anova
  const { f, df1, df2, p } = test
  const { etaSquared } = oneWay
  return { kind: 'oneWay', f, df1, df2, p, welch: oneWay.welch !== null, etaSquared }
}
