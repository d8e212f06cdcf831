// A CSV text that is safe to open in a spreadsheet program: nothing in it can run as a formula (R07).

const trigger = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^\p{Cc}/u
const guarded = /^'+(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|\p{Cc})/u
/** A negative number cannot run. */
const plainNumber = /^-\d{1,15}(?:\.\d{1,15})?%?$/

export type CsvCell = string | number | null

function writeCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const risky = !plainNumber.test(cell) && (trigger.test(cell) || guarded.test(cell))
  const text = risky ? `'${cell}` : cell
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180 with a byte order mark, so that Chinese is read right where UTF-8 is not expected. */
export function writeGuardedCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`
}
