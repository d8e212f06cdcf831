import { useMemo } from 'react'
import { listUnaskedOfChild } from '../../../core/families/assents-due.ts'
import { consent, type ConsentPurpose } from '../../../core/families/consent.ts'
import { consentState } from '../../../core/families/consent-state.ts'
import { family } from '../../../core/families/family.ts'
import { type Person, person } from '../../../core/families/person.ts'
import { groupedBy } from '../../../core/kit/grouped-by.ts'
import { useRecords } from '../../sync/records.ts'
import type { LocalRecord } from '../../sync/typed-record-parse.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

export interface ChildToAsk {
  readonly child: LocalRecord<Person>
  /** What a guardian agreed to and the child has not been asked about; none where no guardian has been asked yet. */
  readonly unasked: readonly ConsentPurpose[]
}

/**
 * Children of open families about whom no guardian has been asked yet, since nothing else can begin before that, and those who are old
 * enough to be heard and were not asked themselves.
 */
export function useChildrenToAsk(): readonly ChildToAsk[] {
  const open = useRecords(family, { state: 'open' })
  const children = useRecords(person, { role: 'child' })
  const consents = useRecords(consent)
  const today = useToday()
  return useMemo(() => {
    const families = new Set(open.map(({ id }) => id))
    const about = groupedBy(consents, ({ subjectId }) => subjectId)
    return children
      .filter(({ familyId, alive }) => alive && families.has(familyId))
      .flatMap((child) => {
        const said = about.get(child.id) ?? []
        if (consentState(said, child.id, 'service', today).state === 'notAsked')
          return [{ child, unasked: [] }]
        const unasked = listUnaskedOfChild(child, said, today)
        return unasked.length === 0 ? [] : [{ child, unasked }]
      })
  }, [open, children, consents, today])
}
