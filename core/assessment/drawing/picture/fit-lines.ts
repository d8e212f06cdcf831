/** Breadth in letters: Chinese signs are one wide, Latin ones a little over half. */
export function breadthOf(written: string): number {
  let breadth = 0
  for (const sign of written) breadth += /[\u2E80-\uFFEF\u{20000}-\u{3FFFF}]/u.test(sign) ? 1 : 0.56
  return breadth
}

/** Breaks words into lines of a breadth: Chinese anywhere, other writing at blanks; what has no room ends in …. */
export function fitLines(written: string, breadth: number, most: number): readonly string[] {
  const pieces =
    written.match(
      /[\u2E80-\uFFEF\u{20000}-\u{3FFFF}]|[^\s\u2E80-\uFFEF\u{20000}-\u{3FFFF}]+\s?|\s/gu,
    ) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((one) => cut(one, breadth))) {
    if (line !== '' && breadthOf(line + piece.trimEnd()) > breadth) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), shorten(lines[most - 1] ?? '', breadth)]
}

function cut(piece: string, breadth: number): readonly string[] {
  if (breadthOf(piece.trimEnd()) <= breadth) return [piece]
  const signs = [...piece]
  const parts: string[] = []
  const size = Math.max(1, Math.floor(breadth / 0.56))
  for (let at = 0; at < signs.length; at += size) parts.push(signs.slice(at, at + size).join(''))
  return parts
}

function shorten(line: string, breadth: number): string {
  const signs = [...line]
  while (signs.length > 0 && breadthOf(`${signs.join('')}…`) > breadth) signs.pop()
  return `${signs.join('')}…`
}
