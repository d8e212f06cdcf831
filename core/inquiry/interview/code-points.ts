// Positions in a text count code points: a Han character of four bytes or an emoji is one, as the exchange format of
// qualitative programs counts it. The string type of this language counts otherwise.

const anyPair = /[\uD800-\uDBFF]/

/** How many code points the text has. */
export function countPoints(text: string): number {
  return anyPair.test(text) ? Array.from(text).length : text.length
}

/** The place in the string (its own units) of a code point's position; past the end it is the end. */
export function unitAt(text: string, point: number): number {
  if (!anyPair.test(text)) return Math.min(Math.max(point, 0), text.length)
  let unit = 0
  for (let seen = 0; seen < point && unit < text.length; seen += 1)
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  return unit
}

/** The position in code points of a place in the string; a place inside a character counts as before it. */
export function pointAt(text: string, unit: number): number {
  if (!anyPair.test(text)) return Math.min(Math.max(unit, 0), text.length)
  let point = 0
  for (let at = 0; at < unit && at < text.length; point += 1) {
    const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    if (at + width > unit) break
    at += width
  }
  return point
}

/** The part of a text between two positions in code points. */
export function slicePoints(text: string, from: number, to: number): string {
  return text.slice(unitAt(text, from), unitAt(text, to))
}
