const latin = /^\p{Script=Latin}$/u

/**
 * A word as the source of a regular expression (flags `u`): a Latin name is a word of its own, so `Li` is not found inside
 * `Listen`, and a number is not part of a longer one. `gap` is what may stand between its letters.
 */
export function wordPattern(word: string, gap = ''): string {
  const letters = [...word].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`))
  const body = letters.join(gap)
  return `${guardOf(word.at(0), '<')}${body}${guardOf(word.at(-1), '')}`
}

function guardOf(letter: string | undefined, side: '<' | ''): string {
  if (letter === undefined) return ''
  if (/\d/.test(letter)) return String.raw`(?${side}!\d)`
  return latin.test(letter) ? String.raw`(?${side}!\p{Script=Latin})` : ''
}
