import { compareGroupMeans, compareMeans, type GroupFigures } from '../../statistics/index.ts'
import type { SurveySheet } from './survey-sheet.ts'

/** The background by which a survey can be split: the group label, or a background column's name. */
export type SplitBy = { readonly by: 'group' } | { readonly by: 'extra'; readonly name: string }

type Split = Pick<SurveySheet, 'groupLabel' | 'extra'>

/** Above this many groups a table says nothing; an age in years is a background, not a group. */
export const mostGroups = 12
/** A group of fewer can be recognised by who belongs to it (PR11), and its mean says little. */
export const smallestGroup = 5

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

export interface SubgroupRow {
  readonly groups: readonly GroupFigures[]
  /** Groups too small to be shown, and sheets without the label or the score. */
  readonly hidden: readonly string[]
  readonly missing: number
  readonly test: SubgroupTest | null
}

/**
 * INQ-15: one score in the groups of a background column: n, mean and spread of each, and whether the means differ
 * (two groups: Welch's t; more: Welch's one-way analysis). Groups of fewer than five are named, never shown.
 */
export function compareSubgroups(
  scores: readonly (number | null)[],
  labels: readonly (string | null)[],
): SubgroupRow {
  const counts = new Map<string, number>()
  for (const [index, label] of labels.entries()) {
    if (label !== null && (scores[index] ?? null) !== null)
      counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const shown = [...counts].flatMap(([label, n]) => (n < smallestGroup ? [] : [label]))
  const hidden = [...counts].flatMap(([label, n]) => (n < smallestGroup ? [label] : [])).sort()
  const kept = labels.map((label) => (label !== null && shown.includes(label) ? label : null))
  const compared = compareGroupMeans(scores, kept)
  const known = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const base = { hidden, missing: scores.length - known }
  if (!compared.ok) return { ...base, groups: [], test: null }
  const groups = [...compared.value.groups].sort((left, right) =>
    left.label.localeCompare(right.label, 'en', { numeric: true }),
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
