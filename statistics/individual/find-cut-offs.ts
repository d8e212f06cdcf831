import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'

export type Norm = { mean: number; sd: number }
export type CutOffs = {
  /** Two clinical SDs from the clinical mean, towards the functional side. */
  a: number
  /** Two functional SDs from the functional mean, towards the clinical side; needs both norms. */
  b: number | null
  /** Between the two means, weighted by the SDs. */
  c: number | null
}

/**
 * Jacobson-Truax cut-offs a, b, c; b uses the functional SD. `direction` is the way of
 * improvement. Refuses SDs that are not positive.
 */
export function findCutOffs(
  clinical: Norm,
  functional: Norm | null,
  direction: 'increase' | 'decrease',
): Result<CutOffs> {
  const sds = functional === null ? [clinical.sd] : [clinical.sd, functional.sd]
  if (sds.some((sd) => !(sd > 0))) return refuse('ZeroVariance', 'a norm has no positive SD')
  const sign = direction === 'increase' ? 1 : -1
  const c =
    functional === null
      ? null
      : (functional.sd * clinical.mean + clinical.sd * functional.mean) /
        (functional.sd + clinical.sd)
  return conclude({
    value: {
      a: clinical.mean + sign * 2 * clinical.sd,
      b: functional === null ? null : functional.mean - sign * 2 * functional.sd,
      c,
    },
    n: 0,
    method: { id: 'cut-offs-jacobson-truax', name: 'Jacobson-Truax cut-offs, b by functional SD' },
  })
}
