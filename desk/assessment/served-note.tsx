import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { consent } from '../../core/families/consent.ts'
import { person } from '../../core/families/person.ts'
import { refuseFamilyUnserved } from '../../core/families/refuse-family-unserved.ts'
import { RefusalNote, text } from '../kit/index.ts'
import { useRecords, useToday } from '../sync/index.ts'

/** That nothing may be kept yet is said before anybody writes, with the way to ask: for this child, or the family's first one. */
export function ServedNote({
  familyId,
  childId,
}: {
  readonly familyId: string
  readonly childId: string | null
}) {
  const today = useToday()
  const consents = useRecords(consent, { familyId })
  const people = useRecords(person, { familyId })
  const asked = childId ?? people.find(({ role, alive }) => role === 'child' && alive)?.id
  const unserved = refuseFamilyUnserved(consents, today)
  if (asked === undefined || unserved === null) return null
  return (
    <RefusalNote refusal={unserved}>
      <Anchor component={Link} to={`/families/${familyId}/consent/${asked}`}>
        {text('families:file.askConsent')}
      </Anchor>
    </RefusalNote>
  )
}
