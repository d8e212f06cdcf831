/** A property of RELIABILITY §5.2 that a history has broken. */
export class PropertyBroken extends Error {
  readonly property: string
  constructor(property: string, what: string) {
    super(`${property}: ${what}`)
    this.property = property
  }
}

export function hold(property: string, condition: boolean, what: () => string): void {
  if (!condition) throw new PropertyBroken(property, what())
}
