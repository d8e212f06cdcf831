interface NamedPerson {
  readonly familyId: string
  readonly name: string
}

const chinese = /^\p{Script=Han}+$/u

/** The whole name, and the given name alone as colleagues write it. */
export function waysToWrite(name: string): readonly string[] {
  const whole = name.trim()
  const parts = chinese.test(whole) ? [[...whole].slice(1).join('')] : whole.split(/\s+/)
  return [whole, ...parts].filter((part) => [...part].length > 1)
}

/**
 * A worker's text with every recorded name of the group's people, and every given name of two
 * characters or more, replaced by the family's code. Nicknames and one-character given names
 * cannot be known here: the worker reads the report before it leaves the house.
 */
export function hideNames(
  text: string,
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
): string {
  // Longer names first, so that a given name never breaks a whole one.
  const names = people
    .flatMap(({ name, familyId }) => waysToWrite(name).map((part) => ({ part, familyId })))
    .sort((left, right) => right.part.length - left.part.length)
  return names.reduce((hidden, { part, familyId }) => {
    return hidden.replaceAll(part, codeOf(familyId))
  }, text)
}
