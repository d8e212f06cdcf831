import type { Mark } from './file-box.ts'

export type Hide = (text: string) => string

/** A mobile number, a landline with its area code, an identity number: nobody's text needs one. A digest's digits stand among its letters. */
const numbers = [
  String.raw`(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}`,
  String.raw`0\d{2,3}[\s-]?\d{7,8}`,
  String.raw`\d{17}[\dXx]`,
].map((pattern) => String.raw`(?<![\da-f])${pattern}(?![\da-f])`)

const latin = /^\p{Script=Latin}$/u

/**
 * Replaces every mark at once, so that nothing is looked for in what was put in; a longer one goes before its part. A
 * Latin name is a word of its own: `Li` is not hidden inside `Listen`.
 */
export function hideMarks(marks: readonly Mark[], number: string): Hide {
  const inOrder = marks.toSorted((left, right) => right.hidden.length - left.hidden.length)
  const shownFor = new Map(inOrder.map(({ hidden, shown }) => [keyOf(hidden), shown]))
  const pattern = new RegExp([...inOrder.map(patternOf), ...numbers].join('|'), 'giu')
  return (text) =>
    text.replaceAll(
      pattern,
      (found) => shownFor.get(keyOf(found)) ?? shownFor.get(digitsOf(found)) ?? number,
    )
}

function keyOf(text: string): string {
  return text.toLowerCase()
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

function patternOf({ hidden, kind }: Mark): string {
  const digitsApart = String.raw`[\s\-–.]?`
  const letters = [...hidden].map((letter) =>
    letter.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`),
  )
  const body = letters.join(kind === 'number' ? digitsApart : '')
  // Several words are never part of another one, whatever stands beside them.
  if (hidden.includes(' ')) return body
  return `${guardOf(hidden.at(0), '<')}${body}${guardOf(hidden.at(-1), '')}`
}

function guardOf(letter: string | undefined, side: '<' | ''): string {
  if (letter === undefined) return ''
  if (/\d/.test(letter)) return String.raw`(?${side}!\d)`
  return latin.test(letter) ? String.raw`(?${side}!\p{Script=Latin})` : ''
}
