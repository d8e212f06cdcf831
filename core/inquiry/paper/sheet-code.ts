// The number printed on a paper sheet. Its last digit checks the others, so that a slip of a finger is no other child's sheet.

export const mostSheets = 9999

/** 17 → "00175": four digits and the one that checks them. */
export function sheetCodeOf(number: number): string {
  const digits = String(number).padStart(4, '0')
  return `${digits}${checkDigitOf(digits)}`
}

/** What was typed or scanned, as a code; null when it is none. Full-width digits and blanks are as good as plain ones. */
export function readSheetCode(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]+/g, '')
  if (!/^\d{5}$/.test(digits) || digits.startsWith('0000')) return null
  return digits.endsWith(checkDigitOf(digits.slice(0, 4))) ? digits : null
}

/** The number of a code; 0 when it is none. */
export function numberOfSheet(code: string): number {
  return readSheetCode(code) === null ? 0 : Number(code.slice(0, 4))
}

/** As it stands on paper: easier to read in two parts. */
export function showSheetCode(code: string): string {
  return readSheetCode(code) === null ? code : `${code.slice(0, 4)}-${code.slice(4)}`
}

/** ISO/IEC 7064, MOD 11,10: finds every single wrong digit and nearly every swap of two neighbours. */
function checkDigitOf(digits: string): string {
  const product = [...digits].reduce((held, digit) => {
    const sum = (held + Number(digit)) % 10
    return ((sum === 0 ? 10 : sum) * 2) % 11
  }, 10)
  return String((11 - product) % 10)
}
