import { assumptions } from '../assumptions.ts'
import { keepCompleteRows } from '../columns.ts'
import { regress } from '../association/regress.ts'
import type { Coefficient, Regression } from '../association/regress.ts'
import { at } from '../numeric/at.ts'
import { correlationOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { warnFewDyads } from './compare-members.ts'

export type MemberEquation = {
  intercept: Coefficient
  /** Effect of the member's own predictor on the member's outcome. */
  actor: Coefficient
  /** Effect of the other member's predictor. */
  partner: Coefficient
  rSquared: number
  residualSd: number
}
export type ActorPartner = {
  first: MemberEquation
  second: MemberEquation
  /** Between the residuals of the two equations: what the pair shares beyond the predictors. */
  residualCorrelation: number | null
  predictorCorrelation: number | null
}

export type Dyads = {
  predictorFirst: Column
  predictorSecond: Column
  outcomeFirst: Column
  outcomeSecond: Column
}

/**
 * Actor-partner interdependence model of distinguishable members (Kenny, Kashy & Cook 2006): one
 * least-squares equation per member on both predictors. With the same predictors in both equations
 * these are the estimates of the structural model; errors use n - 3. Complete pairs. Refuses fewer
 * than `least` pairs (20; at least 5), and what a regression refuses. Warns below 50.
 */
export function fitActorPartner(
  dyads: Dyads,
  options: { level?: number; least?: number } = {},
): Result<ActorPartner> {
  const { level = 0.95, least = 20 } = options
  if (!(least >= 5)) return refuse('OutOfRange', 'least must be 5 or more')
  const read = keepCompleteRows([
    dyads.predictorFirst,
    dyads.predictorSecond,
    dyads.outcomeFirst,
    dyads.outcomeSecond,
  ])
  if (!read.ok) return read
  const [x1 = [], x2 = [], y1 = [], y2 = []] = read.kept
  const n = x1.length
  if (n < least) return refuse('TooFewValues', `${n} complete pairs; at least ${least} needed`)
  const solve = (own: number[], other: number[], outcome: number[]) => {
    const predictors = [
      { name: 'actor', values: own },
      { name: 'partner', values: other },
    ]
    return regress(outcome, predictors, { level })
  }
  const first = solve(x1, x2, y1)
  if (!first.ok) return first
  const second = solve(x2, x1, y2)
  if (!second.ok) return second
  const rest = (equation: Regression, own: number[], other: number[], outcome: number[]) =>
    outcome.map((y, i) => {
      const [a, b, c] = equation.coefficients.map((coefficient) => coefficient.b)
      return y - (a ?? 0) - (b ?? 0) * at(own, i) - (c ?? 0) * at(other, i)
    })
  return conclude({
    value: {
      first: nameEffects(first.value),
      second: nameEffects(second.value),
      residualCorrelation: correlationOf(
        rest(first.value, x1, x2, y1),
        rest(second.value, x2, x1, y2),
      ),
      predictorCorrelation: correlationOf(x1, x2),
    },
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: 'apim-ols', name: 'Actor-partner model, distinguishable members, two OLS fits' },
    assumptions: [assumptions.independentUnits, assumptions.linear],
    warnings: warnFewDyads(n),
  })
}

function nameEffects(fit: Regression): MemberEquation {
  return {
    intercept: at(fit.coefficients, 0),
    actor: at(fit.coefficients, 1),
    partner: at(fit.coefficients, 2),
    rSquared: fit.rSquared,
    residualSd: fit.residualSd,
  }
}
