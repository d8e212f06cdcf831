import {
  describeValues,
  estimateAlpha,
  type Alpha,
  type Description,
  type Result,
} from '../../statistics/index.ts'
import { done, type Outcome } from '../kit/outcome.ts'
import type { Answers } from './check-answers.ts'
import { scalesOf } from './check-scale.ts'
import type { Scale, Subscale } from './scale.ts'
import { listScores, scoreSheet, type ScaleScore } from './score-sheet.ts'

export interface ItemSummary {
  readonly itemId: string
  readonly answered: number
  readonly missing: number
}

export interface ScaleSummary {
  readonly scaleId: string
  /** One score per sheet, in the order of the sheets; null where too few items were answered. */
  readonly scores: readonly (number | null)[]
  readonly proratedCount: number
  /** Refused, with the reason, where it cannot be computed. */
  readonly description: Result<Description>
  readonly alphaListwise: Result<Alpha>
  readonly alphaPairwise: Result<Alpha>
}

export interface SurveySummary {
  readonly sheetCount: number
  readonly completeCount: number
  readonly missingCount: number
  readonly items: readonly ItemSummary[]
  readonly scales: readonly ScaleSummary[]
}

type SummarisedScale = Pick<Scale, 'items' | 'responseSets' | 'subscales' | 'total'>

/**
 * Missing answers per item, and per scale its scores, their mean and spread, and Cronbach's alpha of the turned items,
 * listwise (as SPSS) and from pairwise covariances (as psych). One sheet with an impossible answer refuses the whole.
 */
export function summariseSurvey(
  scale: SummarisedScale,
  sheets: readonly Answers[],
): Outcome<SurveySummary> {
  const scored: (readonly ScaleScore[])[] = []
  for (const answers of sheets) {
    const score = scoreSheet(scale, answers)
    if (!score.ok) return score
    scored.push(listScores(score.value))
  }
  const scorable = scale.items.filter((item) => item.response.kind !== 'text')
  const isOpen = (answers: Answers, itemId: string) => (answers[itemId] ?? null) === null
  const items = scorable.map(({ id }) => {
    const missing = sheets.filter((answers) => isOpen(answers, id)).length
    return { itemId: id, answered: sheets.length - missing, missing }
  })
  return done({
    sheetCount: sheets.length,
    completeCount: sheets.filter((answers) => !scorable.some(({ id }) => isOpen(answers, id)))
      .length,
    missingCount: items.reduce((sum, item) => sum + item.missing, 0),
    items,
    scales: scalesOf(scale).map((part, index) =>
      summariseScale(
        part,
        scored.flatMap((scores) => scores[index] ?? []),
      ),
    ),
  })
}

function summariseScale(part: Subscale, made: readonly ScaleScore[]): ScaleSummary {
  const scores = made.map((score) => score.value)
  const turned = part.items.map((itemId) =>
    made.map((score) => score.steps.find((step) => step.itemId === itemId)?.value ?? null),
  )
  return {
    scaleId: part.id,
    scores,
    proratedCount: made.filter((score) => score.prorated).length,
    description: describeValues(scores),
    alphaListwise: estimateAlpha(turned, { names: part.items }),
    alphaPairwise: estimateAlpha(turned, { names: part.items, missing: 'pairwise' }),
  }
}
