import { wordPattern } from '../kit/word-pattern.ts'
import { findLatinNames, indexLatinNames, isLatinName, type FoundName } from './latin-names.ts'

export interface NamesToFind {
  /** Sources of regular expressions that go before every name, such as a mail address. */
  readonly before?: readonly string[]
  readonly names: readonly string[]
  /** And that go after them. */
  readonly after?: readonly string[]
}

/**
 * Makes ready to find names and what else is looked for in any number of texts: a longer name goes before its part, and nothing is
 * found inside what was found.
 */
export function prepareNames({
  before = [],
  names,
  after = [],
}: NamesToFind): (text: string) => readonly FoundName[] {
  const latin = indexLatinNames(names.filter(isLatinName))
  const others = names
    .filter((name) => !isLatinName(name))
    .sort((left, right) => right.length - left.length)
  const sources = [...before, ...others.map((name) => wordPattern(name)), ...after]
  const pattern = sources.length === 0 ? null : new RegExp(sources.join('|'), 'giu')
  return (text) => {
    const found = pattern === null ? [] : [...text.matchAll(pattern)]
    const covered = pattern === null ? text : text.replaceAll(pattern, coverLetters)
    return [
      ...found.map(({ 0: hidden, index }) => ({ at: index, hidden })),
      ...findLatinNames(covered, latin),
    ].sort((left, right) => left.at - right.at)
  }
}

/** The text with something else in the place of everything found in it. */
export function replaceFound(
  text: string,
  found: readonly FoundName[],
  shownFor: (hidden: string) => string,
): string {
  let [written, from] = ['', 0]
  for (const { at, hidden } of found) {
    written += text.slice(from, at) + shownFor(hidden)
    from = at + hidden.length
  }
  return written + text.slice(from)
}

function coverLetters(found: string): string {
  return found.replaceAll(/\p{Script=Latin}/gu, (letter) => '\uFFFC'.repeat(letter.length))
}
