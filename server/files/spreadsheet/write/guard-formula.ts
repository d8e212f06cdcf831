// Spreadsheet programs run text that begins like a formula, also after blanks, and some after full-width signs (R07).

const TRIGGER = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^\p{Cc}/u
const GUARDED = /^'+(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|\p{Cc})/u
// Numbers cannot run. A plus with many digits is a telephone number, which Excel would show as 8.6E+12.
const PLAIN_NUMBER = /^(?:-\d{1,15}|\+\d{1,6})(?:\.\d{1,15})?%?$/

/** Text that every spreadsheet program shows as typed: an apostrophe is put before what it could take for a formula. */
export function guardFormula(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text
  return TRIGGER.test(text) || GUARDED.test(text) ? `'${text}` : text
}

/** The text before `guardFormula`. */
export function removeFormulaGuard(text: string): string {
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text
}
