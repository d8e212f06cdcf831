import type { Answer } from './check-answers.ts'

/** Several options are one answer, their values in order with a space between: "1 3". */
export function listChosen(answer: Answer): readonly string[] {
  if (answer === null || answer === '') return []
  return String(answer).split(' ')
}

/** The same several options are always the same answer. */
export function joinChosen(values: readonly number[]): string {
  return [...new Set(values)].sort((left, right) => left - right).join(' ')
}

/** Chooses an option, or takes it back; null when none is left. */
export function toggleChosen(answer: Answer, value: number): string | null {
  const chosen = listChosen(answer).map(Number)
  const rest = chosen.filter((one) => one !== value)
  const joined = joinChosen(rest.length < chosen.length ? rest : [...chosen, value])
  return joined === '' ? null : joined
}
