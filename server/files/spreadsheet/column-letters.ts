/** Letters of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(65 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}

/** A1 → row 1, column 1. Nothing for what is not a cell reference of the format (at most XFD1048576). */
export function readCellReference(
  reference: string,
): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference)
  if (match === null) return undefined
  const [, letters = '', digits = ''] = match
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return column > 16_384 || row > 1_048_576 ? undefined : { row, column }
}
