import { useMemo } from 'react'
import { consent } from '../../../core/families/consent.ts'
import { consentState } from '../../../core/families/consent-state.ts'
import { family } from '../../../core/families/family.ts'
import { type Person, person } from '../../../core/families/person.ts'
import { useRecords } from '../../sync/records.ts'
import type { LocalRecord } from '../../sync/typed-record-parse.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** Children of open families about whom no guardian has been asked yet: nothing else can begin before that. */
export function useChildrenToAsk(): readonly LocalRecord<Person>[] {
  const open = useRecords(family, { state: 'open' })
  const children = useRecords(person, { role: 'child' })
  const consents = useRecords(consent)
  const today = useToday()
  return useMemo(() => {
    const families = new Set(open.map(({ id }) => id))
    return children.filter(
      ({ id, familyId, alive }) =>
        alive &&
        families.has(familyId) &&
        consentState(consents, id, 'service', today).state === 'notAsked',
    )
  }, [open, children, consents, today])
}
