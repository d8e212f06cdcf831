import { Alert, Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { listMissing } from '../../../core/casework/transfer/refuse-transfer.ts'
import type { TransferEntry } from '../../../core/casework/transfer/transfer-shape.ts'
import { text } from '../../kit/index.ts'
import { labelOf } from './transfer-parts.tsx'
import styles from '../casework.module.css'

/** TRF-2: what has to be filled in before anybody is asked to agree, field by field. */
export function MissingNote({
  its,
  editing = false,
}: {
  readonly its: Omit<TransferEntry, 'id'> & { readonly id?: string }
  readonly editing?: boolean
}) {
  const missing = listMissing(its)
  if (missing.length === 0)
    return editing ? <p className={styles.fine}>{text('transfer:form.complete')}</p> : null
  return (
    <Alert color="yellow" variant="light" role="status">
      {text('transfer:form.missing', {
        fields: missing.map(labelOf).join(text('families:nameSeparator')),
      })}{' '}
      {!editing && its.id !== undefined && (
        <Anchor component={Link} to={`/casework/transfers/${its.id}/edit`} underline="always">
          {text('transfer:form.goToMissing')}
        </Anchor>
      )}
    </Alert>
  )
}
