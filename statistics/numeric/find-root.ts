const MAX_STEPS = 300

/**
 * Root of a continuous function between low and high, which must bracket it (null if they do not).
 * Brent's idea in its simplest safe form: secant or inverse quadratic steps, bisection whenever
 * such a step would leave the bracket or shrink it too slowly. Solved to the last bits.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number | null {
  let best = high
  let fBest = f(high)
  let other = low
  let fOther = f(low)
  if (fOther === 0) return low
  if (fBest === 0) return high
  if (!(fBest * fOther < 0)) return null
  let last = other
  let fLast = fOther
  let slow = false
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (Math.abs(fOther) < Math.abs(fBest)) {
      ;[best, fBest, other, fOther] = [other, fOther, best, fBest]
    }
    const middle = (best + other) / 2
    const width = Math.abs(other - best)
    if (fBest === 0 || width <= 4 * Number.EPSILON * Math.abs(best) || middle === best) return best
    const guess = slow ? middle : interpolate(best, fBest, other, fOther, last, fLast)
    const inside = guess > Math.min(best, middle) && guess < Math.max(best, middle)
    const next = inside ? guess : middle
    last = best
    fLast = fBest
    const fNext = f(next)
    if (fNext * fBest < 0) {
      other = best
      fOther = fBest
    }
    best = next
    fBest = fNext
    slow = Math.abs(other - best) > width / 2 && !slow
  }
  return best
}

function interpolate(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  if (fa !== fc && fb !== fc) {
    return (
      (a * fb * fc) / ((fa - fb) * (fa - fc)) +
      (b * fa * fc) / ((fb - fa) * (fb - fc)) +
      (c * fa * fb) / ((fc - fa) * (fc - fb))
    )
  }
  return a - (fa * (b - a)) / (fb - fa)
}

/** Widens [low, high] in the named direction until the sign changes, then solves; null if never. */
export function findRootOutward(
  f: (x: number) => number,
  start: number,
  step: number,
): number | null {
  let near = start
  let fNear = f(near)
  for (let width = step, i = 0; i < 80; i += 1, width *= 1.6) {
    const far = near + width
    const fFar = f(far)
    if (fNear * fFar <= 0) return findRoot(f, Math.min(near, far), Math.max(near, far))
    near = far
    fNear = fFar
  }
  return null
}
