import {
  describeValues,
  estimateAlpha,
  type Alpha,
  type Description,
  type Result,
} from '../../statistics/index.ts'
import { done, type Outcome } from '../kit/outcome.ts'
import { findNotAsked, hasConditions } from './asked-items.ts'
import type { Answers } from './check-answers.ts'
import { scalesOf } from './check-scale.ts'
import { isCounted } from './item.ts'
import type { Scale, Subscale } from './scale.ts'
import { listScores, scoreSheet, type ScaleScore } from './score-sheet.ts'

export interface ItemSummary {
  readonly itemId: string
  readonly answered: number
  /** Asked and not answered. */
  readonly missing: number
  /** Passed over by the questionnaire itself (INQ-18). */
  readonly notAsked: number
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

const betweenReports = 1000
/** The part of the work that lies in scoring; the rest is describing each scale. */
const scoring = 0.4

type SummarisedScale = Pick<Scale, 'items' | 'sections' | 'responseSets' | 'subscales' | 'total'>

/**
 * Missing answers per item, and per scale its scores, their mean and spread, and Cronbach's alpha of the turned items,
 * listwise (as SPSS) and from pairwise covariances (as psych). One sheet with an impossible answer refuses the whole.
 * `report` hears from time to time which part (0 to 1) of the work is done.
 */
export function summariseSurvey(
  scale: SummarisedScale,
  sheets: readonly Answers[],
  report: (part: number) => void = () => undefined,
): Outcome<SurveySummary> {
  const gathered = scalesOf(scale).map((part) => gatherFor(part))
  for (const [at, answers] of sheets.entries()) {
    const score = scoreSheet(scale, answers)
    if (!score.ok) return score
    for (const [index, made] of listScores(score.value).entries()) gathered[index]?.add(made)
    if (at % betweenReports === 0) report((scoring * at) / sheets.length)
  }
  const scorable = scale.items.filter(isCounted)
  const notAsked = hasConditions(scale) ? sheets.map((sheet) => findNotAsked(scale, sheet)) : []
  const isPassed = (at: number, id: string) => notAsked[at]?.has(id) === true
  const isOpen = (answers: Answers, at: number, id: string) =>
    (answers[id] ?? null) === null && !isPassed(at, id)
  const items = scorable.map(({ id }) => {
    const missing = sheets.filter((answers, at) => isOpen(answers, at, id)).length
    const notAsked = sheets.filter((_, at) => isPassed(at, id)).length
    return { itemId: id, answered: sheets.length - notAsked - missing, missing, notAsked }
  })
  return done({
    sheetCount: sheets.length,
    completeCount: sheets.filter(
      (answers, at) => !scorable.some(({ id }) => isOpen(answers, at, id)),
    ).length,
    missingCount: items.reduce((sum, item) => sum + item.missing, 0),
    items,
    scales: gathered.map((own, index) => {
      report(scoring + ((1 - scoring) * index) / gathered.length)
      return own.summarise()
    }),
  })
}

/** Of a sheet only its score and its turned answers are kept: a county's way into every score would fill the memory. */
function gatherFor(part: Subscale): {
  readonly add: (made: ScaleScore) => void
  readonly summarise: () => ScaleSummary
} {
  const scores: (number | null)[] = []
  const turned = part.items.map((): (number | null)[] => [])
  const places = new Map(part.items.map((itemId, index) => [itemId, turned[index]]))
  let proratedCount = 0
  return {
    add: ({ value, prorated, steps }) => {
      for (const column of turned) column.push(null)
      for (const step of steps) places.get(step.itemId)?.splice(-1, 1, step.value)
      scores.push(value)
      if (prorated) proratedCount += 1
    },
    summarise: () => ({
      scaleId: part.id,
      scores,
      proratedCount,
      description: describeValues(scores),
      alphaListwise: estimateAlpha(turned, { names: part.items }),
      alphaPairwise: estimateAlpha(turned, { names: part.items, missing: 'pairwise' }),
    }),
  }
}
