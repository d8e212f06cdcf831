import type { Consent, ConsentPurpose } from '../families/consent.ts'
import { refusePurpose } from '../families/consent-state.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'

/**
 * EVA-16: what counts, on screens and in reports, are the answers of children whose consent to questionnaires holds
 * today. A withdrawal takes effect at once; the sheets stay where they are and simply no longer count. What leaves the
 * agency asks for its own purpose besides.
 */
export function sheetsWithConsent<Sheet extends AnswerSheet>(
  sheets: readonly Sheet[],
  consents: readonly (Consent & { readonly id: string })[],
  today: string,
  purposes: readonly ConsentPurpose[] = ['assessment'],
): readonly Sheet[] {
  const refused = new Map<string, boolean>()
  return sheets.filter(({ childId }) => {
    const known =
      refused.get(childId) ??
      purposes.some((purpose) => refusePurpose(consents, childId, purpose, today) !== null)
    refused.set(childId, known)
    return !known
  })
}
