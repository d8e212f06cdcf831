import { Anchor, Group } from '@mantine/core'
import { Link } from 'react-router'
import { guardianship } from '../../core/families/guardianship.ts'
import { person } from '../../core/families/person.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { whomToRing } from '../../core/families/whom-to-ring.ts'
import { text } from '../kit/index.ts'
import { useRecords, useToday } from '../sync/index.ts'

/** CON-19: what helps first where two do not reach each other: ring whoever is with the child, or look at what the two have agreed. */
export function PairHelp({
  familyId,
  pairId,
  childId,
}: {
  readonly familyId: string
  readonly pairId: string
  readonly childId: string
}) {
  const today = useToday()
  const near = whomToRing(childId, {
    people: useRecords(person, { familyId }),
    guardianships: useRecords(guardianship, { familyId }),
    restrictions: useRecords(restrictedParty, { familyId }),
    today,
  })
  return (
    <Group gap="md">
      {near !== null && (
        <Anchor href={`tel:${near.phone.split('/')[0]?.replace(/[^\d+]/g, '')}`} size="sm">
          {text('contact:home.ring', { name: near.name, phone: near.phone })}
        </Anchor>
      )}
      <Anchor
        component={Link}
        to={`/contact/families/${familyId}?pair=${pairId}&plan=open`}
        size="sm"
      >
        {text('contact:home.toPlan')}
      </Anchor>
    </Group>
  )
}
