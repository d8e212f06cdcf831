/** Remembers whose figures are being made; true where it was the same before: then the earlier ones may stay meanwhile. */
export function isSameSurvey(shown: { current: string | null }, whose: string | null): boolean {
  const same = whose !== null && shown.current === whose
  shown.current = whose
  return same
}
