import type { CaseContactEntry } from '../../casework/case-contact.ts'
import { waitsForRisk } from '../../casework/case-contact.ts'
import { type CaseFileEntry, hasEnded } from '../../casework/case-shape.ts'
import type { Day } from '../../kit/dates.ts'

/** One sign of risk in a case: what says so, and since when. */
export interface CaseRisk {
  readonly key: string
  readonly what: 'raise' | 'watch' | 'now'
  readonly caseId: string
  readonly on: Day
}

/**
 * SUP-9: where somebody who works these cases has named a risk: contacts to be passed on and not said to be dealt with, also after the
 * end; and in cases that go on the last word on risk being "watch", and an intake that was to be dealt with at once. Newest first.
 */
export function listCaseRisks(
  cases: readonly CaseFileEntry[],
  contacts: readonly CaseContactEntry[],
): readonly CaseRisk[] {
  return cases
    .flatMap((its): readonly CaseRisk[] => {
      const own = contacts.filter(({ caseId }) => caseId === its.id)
      const raised = own.filter(waitsForRisk)
      const signs = raised.map(({ id, on }) => signOf('raise', id, its.id, on))
      if (hasEnded(its)) return signs
      const last = own
        .filter(({ risk }) => risk !== null)
        .toSorted((left, right) => right.on.localeCompare(left.on))[0]
      return [
        ...signs,
        ...(last?.risk === 'watch' ? [signOf('watch', last.id, its.id, last.on)] : []),
        ...(its.urgency === 'now' ? [signOf('now', its.id, its.id, its.openedOn)] : []),
      ]
    })
    .toSorted((left, right) => right.on.localeCompare(left.on))
}

function signOf(what: CaseRisk['what'], id: string, caseId: string, on: Day): CaseRisk {
  return { key: `${what}:${id}`, what, caseId, on }
}
