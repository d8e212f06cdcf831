import type { Consent } from '../../families/consent.ts'
import { refuseWithoutConsent } from '../../families/consent-state.ts'
import type { Refusal } from '../../kit/outcome.ts'
import type { PlannedSheet } from './answer-import-plan.ts'
import type { ExpectedPerson } from './draft-sheets.ts'

export interface ConsentedSheets {
  readonly sheets: readonly PlannedSheet[]
  readonly refused: readonly { readonly sheet: PlannedSheet; readonly refusal: Refusal }[]
}

/** INQ-10 with FAM-10: whose assessment nobody has agreed to is named in the dry run, not only when it is written. */
export function setAsideUnconsented(
  sheets: readonly PlannedSheet[],
  people: ReadonlyMap<string, ExpectedPerson>,
  consents: readonly (Consent & { readonly id: string })[],
  today: string,
): ConsentedSheets {
  const kept: PlannedSheet[] = []
  const refused: { sheet: PlannedSheet; refusal: Refusal }[] = []
  for (const sheet of sheets) {
    const place = people.get(sheet.respondent)?.place
    const refusal =
      place === undefined
        ? null
        : refuseWithoutConsent(
            consents.filter(({ familyId }) => familyId === place.familyId),
            place.childId,
            'assessment',
            today,
          )
    if (refusal === null) kept.push(sheet)
    else refused.push({ sheet, refusal })
  }
  return { sheets: kept, refused }
}
