import type { Delimiter } from './book.ts'

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
const LOOKED_AT = 64 * 1024

/**
 * The delimiter that splits the first lines most evenly: the one whose commonest count per line covers most lines,
 * then the one that splits into more columns. Quoted stretches are left out. A comma when nothing splits.
 */
export function findDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, LOOKED_AT)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const score = Math.max(0, ...counts.map((count) => evenness(count, counts)))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function evenness(count: number, counts: readonly number[]): number {
  if (count === 0) return 0
  return counts.filter((other) => other === count).length + Math.min(count, 99) / 100
}
