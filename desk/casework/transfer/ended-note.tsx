import { Alert, Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import type { TransferEntry } from '../../../core/casework/transfer/transfer-shape.ts'
import { text } from '../../kit/index.ts'
import { useMay } from '../../sync/index.ts'
import styles from '../casework.module.css'

/** What a no and a revocation leave to do: nobody else tells the receiver, and the family still waits. */
export function EndedNote({ its }: { readonly its: TransferEntry }) {
  const mayCreate = useMay('transfer', 'create', `family:${its.familyId}`)
  const receiver = [its.receiverOrg, its.receiverPerson, its.receiverPhone]
    .filter((part) => part !== '')
    .join(' ')
  const held = its.channel === 'link' ? 'link' : 'paper'
  if (its.state === 'revoked' && its.handedOn !== null)
    return (
      <Alert color="yellow" variant="light">
        {text(`transfer:step.revokedTell.${held}`, { receiver })}
      </Alert>
    )
  if (its.state !== 'declined') return null
  return (
    <Alert color="yellow" variant="light">
      <p className={styles.words}>{text(`transfer:step.declinedTell.${held}`, { receiver })}</p>
      {mayCreate && its.caseId !== null && (
        <Group mt="xs">
          <Button
            component={Link}
            to={`/casework/${its.caseId}/transfers/new?after=${its.id}`}
            variant="default"
          >
            {text('transfer:step.declinedNew')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
