type Value = string | number | null

const number = String.raw`[+\u2212-]?\d+(?:\.\d+)?`
const span = new RegExp(String.raw`(?:(${number}) )?\[(${number}), (${number})\]`, 'u')
const leading = new RegExp(`^(${number})(?=$|[ %])`, 'u')
const plain = new RegExp(`^${number}$`, 'u')

/**
 * A written figure for a table file: estimate, lower and upper end as numbers that a program computes with, and the words
 * that stood beside them (`+0.11 [−0.02, +0.24] (n = 7)`).
 */
export function splitFigure(
  value: string,
): readonly [estimate: Value, low: Value, high: Value, words: string] {
  const found = span.exec(value)
  if (found !== null) {
    const [whole, estimate = null, low = null, high = null] = found
    return [readNumber(estimate), readNumber(low), readNumber(high), restOf(value, whole)]
  }
  const [first = null] = leading.exec(value) ?? []
  return first === null
    ? [null, null, null, value]
    : [readNumber(first), null, null, restOf(value, first)]
}

function restOf(value: string, taken: string): string {
  return value
    .replace(taken, '')
    .replace(/^[\s;,，；]+/u, '')
    .replace(/\s+([;,，；])/u, '$1')
    .trim()
}

/** A number that was written with its sign, as a number; everything else as it is. */
export function readNumber(cell: Value): Value {
  return typeof cell === 'string' && plain.test(cell) ? Number(cell.replace('\u2212', '-')) : cell
}
