/** The words up to so many UTF-16 units, as the fields of records are bound, but never through a character. */
export function cutWords(words: string, most: number): string {
  let kept = ''
  for (const character of words) {
    if (kept.length + character.length > most) return kept
    kept += character
  }
  return kept
}
