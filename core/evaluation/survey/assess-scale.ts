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
import { scoreColumn, turnItems, type SurveyedScale, type SurveyTable } from './survey-table.ts'

export interface ItemQuality {
  readonly itemId: string
  readonly answered: number
  readonly missing: number
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
  const ends = shareAtEnds(scores, rangeOf(scale, part))
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
    items: part.items.map((itemId, index) => qualityOf(scale, itemId, turned[index] ?? [])),
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

function qualityOf(scale: SurveyedScale, itemId: string, column: Column): ItemQuality {
  const limits = limitsOf(scale, itemId)
  const answered = column.reduce<number>((sum, value) => sum + (value === null ? 0 : 1), 0)
  const ends = limits === null ? { atFloor: null, atCeiling: null } : shareAtEnds(column, limits)
  return { itemId, answered, missing: column.length - answered, ...ends }
}

function shareAtEnds(
  column: Column,
  { min, max }: { readonly min: number; readonly max: number },
): { readonly atFloor: number | null; readonly atCeiling: number | null } {
  let known = 0
  let low = 0
  let high = 0
  for (const value of column) {
    if (value === null) continue
    known += 1
    if (value <= min + 1e-9) low += 1
    if (value >= max - 1e-9) high += 1
  }
  return known === 0
    ? { atFloor: null, atCeiling: null }
    : { atFloor: low / known, atCeiling: high / known }
}
