import {
  analyseParallel,
  assessFactorability,
  estimateAlpha,
  estimateOmega,
  estimateSplitHalf,
  extractFactors,
  type Alpha,
  type Column,
  type Factorability,
  type Factors,
  type Omega,
  type ParallelAnalysis,
  type Result,
  type SplitHalf,
} from '../../../statistics/index.ts'
import type { Subscale } from '../../inquiry/scale.ts'
import { limitsOf } from '../../inquiry/read-limits.ts'
import { rangeOf } from '../../inquiry/score-sheet.ts'
import { countItem } from './count-item.ts'
import { isToldAsFew, leastShown } from './hide-small-cells.ts'
import { scoreColumn, turnItems, type SurveyedScale, type SurveyTable } from './survey-table.ts'

export interface ItemQuality {
  readonly itemId: string
  /** Sheets on which the question was asked (INQ-18). */
  readonly asked: number
  readonly answered: number
  readonly missing: number
  /** Its mean, spread and ends would tell a reader outside the team of fewer than five (EVA-26). */
  readonly hidden: boolean
  /** Shares of those who answered at the two ends of the scale. */
  readonly atFloor: number | null
  readonly atCeiling: number | null
}

export interface Structure {
  readonly factorability: Result<Factorability>
  /** Principal components after varimax, as many as eigenvalues above 1. */
  readonly factors: Result<Factors>
  /** Seeded: the same data give the same answer everywhere. */
  readonly parallel: Result<ParallelAnalysis>
}

export interface ScaleQuality {
  readonly scaleId: string
  readonly count: number
  readonly itemCount: number
  readonly alpha: Result<Alpha>
  readonly splitHalf: Result<SplitHalf>
  readonly omega: Result<Omega>
  /** null below the size from which structure says anything: the larger of 100 and 5 per question. */
  readonly structure: Structure | null
  readonly structureNeeds: number
  readonly items: readonly ItemQuality[]
  readonly atFloor: number | null
  readonly atCeiling: number | null
  readonly noScore: number
}

/**
 * EVA-27: is this scale working in this survey? Consistency with its interval, question by question, missing answers,
 * floor and ceiling; structure only with enough people.
 */
export function assessScale(
  scale: SurveyedScale,
  part: Subscale,
  table: SurveyTable,
  outside: boolean,
  report: (part: number) => void = () => undefined,
): ScaleQuality {
  const turned = turnItems(scale, part, table)
  const names = part.items
  const needs = Math.max(100, 5 * part.items.length)
  const alpha = estimateAlpha(turned, { names })
  report(0.25)
  const splitHalf = estimateSplitHalf(turned, { names })
  report(0.5)
  const omega = estimateOmega(turned, { names })
  report(0.75)
  const complete = alpha.ok ? alpha.n : 0
  const structure =
    complete < needs
      ? null
      : {
          factorability: assessFactorability(turned, { names }),
          factors: extractFactors(turned, { names }),
          parallel: analyseParallel(turned.map(sampleRows), { names, samples: 100 }),
        }
  const scores = scoreColumn(part, turned, table)
  const ends = shareAtEnds(scores, rangeOf(scale, part), outside)
  report(1)
  return {
    scaleId: part.id,
    count: table.count,
    itemCount: part.items.length,
    alpha,
    splitHalf,
    omega,
    structure,
    structureNeeds: needs,
    items: part.items.map((itemId, index) =>
      qualityOf(scale, itemId, { turned: turned[index] ?? [], table, outside }),
    ),
    ...ends,
    noScore: scores.filter((score) => score === null).length,
  }
}

/** Random data of a county's size say nothing that two thousand rows do not. */
const mostParallelRows = 2000

function sampleRows(column: Column): Column {
  if (column.length <= mostParallelRows) return column
  const step = column.length / mostParallelRows
  return Array.from(
    { length: mostParallelRows },
    (_, row) => column[Math.floor(row * step)] ?? null,
  )
}

interface Answered {
  readonly turned: Column
  readonly table: SurveyTable
  readonly outside: boolean
}

function qualityOf(
  scale: SurveyedScale,
  itemId: string,
  { turned, table, outside }: Answered,
): ItemQuality {
  const limits = limitsOf(scale, itemId)
  const notAsked = table.notAsked.get(itemId)?.size ?? 0
  const { asked, answered, missing, counts } = countItem(scale, itemId, turned, notAsked, outside)
  const hidden = outside && (answered < leastShown || counts.some(({ count }) => count === null))
  const ends = limits === null || hidden ? noEnds : shareAtEnds(turned, limits, outside)
  return { itemId, asked, answered, missing, hidden, ...ends }
}

interface Ends {
  readonly atFloor: number | null
  readonly atCeiling: number | null
}

const noEnds: Ends = { atFloor: null, atCeiling: null }

function shareAtEnds(
  column: Column,
  { min, max }: { readonly min: number; readonly max: number },
  outside: boolean,
): Ends {
  let known = 0
  let low = 0
  let high = 0
  for (const value of column) {
    if (value === null) continue
    known += 1
    if (value <= min + 1e-9) low += 1
    if (value >= max - 1e-9) high += 1
  }
  const share = (count: number): number | null =>
    known === 0 || isToldAsFew(count, outside) || isToldAsFew(known - count, outside)
      ? null
      : count / known
  return { atFloor: share(low), atCeiling: share(high) }
}
