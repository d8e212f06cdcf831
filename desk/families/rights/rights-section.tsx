import { Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import { type RightsRequest, rightsRequest } from '../../../core/families/rights-request.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { OwnPageLink } from './own-page-link.tsx'

/** What the family has asked about its own data, and until when it is answered. */
export function RightsSection({ file }: { readonly file: FamilyFile }) {
  const { id } = file.family
  const requests = useRecords(rightsRequest, { familyId: id }).toSorted((left, right) =>
    right.receivedOn.localeCompare(left.receivedOn),
  )
  const mayAdd = useMay('rightsRequest', 'create', `family:${id}`)
  return (
    <Section
      title={text('rights:section.title')}
      hint={text('rights:section.hint')}
      actions={
        mayAdd ? (
          <Button component={Link} to={`/families/${id}/rights/new`} variant="default">
            {text('rights:section.add')}
          </Button>
        ) : null
      }
    >
      {requests.length === 0 && <Text>{text('rights:section.none')}</Text>}
      <ul className={styles.lines}>
        {requests.map((request) => (
          <li key={request.id}>
            <Anchor component={Link} to={`/families/${id}/rights/${request.id}`} underline="always">
              {nameOf(file, request.askedById)} · {text(`rights:right.${request.right}`)}
            </Anchor>{' '}
            · {howItStands(request)}
          </li>
        ))}
      </ul>
      {mayAdd && <OwnPageLink file={file} />}
    </Section>
  )
}

/** Until when it is answered; once it is, how and on which day, so that nobody has to open it to know. */
function howItStands({ state, outcome, answeredOn, dueOn }: RightsRequest): string {
  return state === 'answered' && outcome !== null
    ? text('rights:section.answered', {
        outcome: text(`rights:outcome.${outcome}`),
        day: formatDay(answeredOn),
      })
    : `${text(`rights:state.${state}`)} · ${text('rights:section.due', { day: formatDay(dueOn) })}`
}
