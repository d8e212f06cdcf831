import betainc from '@stdlib/math-base-special-betainc'
import erfc from '@stdlib/math-base-special-erfc'
import gammainc from '@stdlib/math-base-special-gammainc'
import gammaln from '@stdlib/math-base-special-gammaln'

/** Natural logarithm of the gamma function. */
export function logGamma(x: number): number {
  return gammaln(x)
}

/** Complementary error function. */
export function erfcOf(x: number): number {
  return erfc(x)
}

/** Regularised incomplete beta integral from 0 to x. */
export function betaLower(x: number, a: number, b: number): number {
  return betainc(x, a, b, true, false)
}

/** Regularised incomplete beta integral from x to 1, accurate far into the tail. */
export function betaUpper(x: number, a: number, b: number): number {
  return betainc(x, a, b, true, true)
}

/** Regularised incomplete gamma integral from 0 to x. */
export function gammaLower(x: number, shape: number): number {
  return gammainc(x, shape, true, false)
}

/** Regularised incomplete gamma integral from x to infinity, accurate far into the tail. */
export function gammaUpper(x: number, shape: number): number {
  return gammainc(x, shape, true, true)
}

/** Logarithm of "n choose k". */
export function logChoose(n: number, k: number): number {
  if (k <= 0 || k >= n) return 0
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
}
