// Programs count positions differently: characters or units of UTF-16, a Windows line end as one or two. The file does not say
// which; the words that passages carry as their names tell.
import { countPoints, slicePoints } from '../../interview/code-points.ts'

export interface NamedPassage {
  readonly from: number
  readonly to: number
  /** Some programs name a passage by its words, or by their beginning. */
  readonly name: string
}

interface Counting {
  readonly unit: 'points' | 'units'
  readonly windowsEnd: 1 | 2
}

/** Text with line feeds as line ends, and without the mark of the byte order. */
export function plainTextOf(raw: string): string {
  return raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** From positions as the file counts them to code points of `plainTextOf(raw)`: whichever way of counting fits most names. */
export function openPositions(
  raw: string,
  passages: readonly NamedPassage[],
  origin: string,
): (position: number) => number {
  const text = plainTextOf(raw)
  const countings = listCountings(raw.replace(/^\uFEFF/, ''), origin)
  const judged = countings.map((counting) => {
    const map = mapOf(raw.replace(/^\uFEFF/, ''), counting)
    const fits = passages.filter(({ from, to, name }) => {
      const words = name.replace(/(…|\.\.\.)$/u, '').trim()
      return (
        words !== '' &&
        plainTextOf(slicePoints(text, map(from), map(to)))
          .trim()
          .startsWith(words)
      )
    }).length
    return { map, fits }
  })
  const best = judged.reduce((found, one) => (one.fits > found.fits ? one : found))
  return best.map
}

/** The likeliest first: it holds where no name decides. */
function listCountings(raw: string, origin: string): readonly [Counting, ...Counting[]] {
  const ends: readonly Counting['windowsEnd'][] = raw.includes('\r\n') ? [1, 2] : [1]
  const units: readonly Counting['unit'][] = /[\uD800-\uDBFF]/.test(raw)
    ? /nvivo|maxqda/i.test(origin)
      ? ['units', 'points']
      : ['points', 'units']
    : ['points']
  const [first = { unit: 'points', windowsEnd: 1 } as const, ...others] = units.flatMap((unit) =>
    ends.map((windowsEnd) => ({ unit, windowsEnd })),
  )
  return [first, ...others]
}

function mapOf(raw: string, { unit, windowsEnd }: Counting): (position: number) => number {
  const counted = windowsEnd === 2 ? raw : raw.replace(/\r\n?/g, '\n')
  if (unit === 'points' && windowsEnd === 1) return (position) => position
  // For every position of the file's own counting, the code point of the text with plain line ends.
  const points: number[] = []
  let point = 0
  for (const sign of counted) {
    const width = unit === 'units' ? sign.length : 1
    for (let at = 0; at < width; at += 1) points.push(point)
    const endsLater = sign === '\r' && windowsEnd === 2
    if (!endsLater) point += countPoints(sign)
  }
  points.push(point)
  return (position) => points[position] ?? (position < 0 ? 0 : point + position)
}
