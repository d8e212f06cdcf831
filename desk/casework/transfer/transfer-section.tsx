import { Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import type { CaseFile } from '../../../core/casework/case-shape.ts'
import { stateOfCase } from '../../../core/casework/case-shape.ts'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import type { TransferEntry } from '../../../core/casework/transfer/transfer-shape.ts'
import { DoingNote, formatDay, Section, text } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'
import { useAskClosing } from '../use-ask-closing.ts'
import { TransferLines } from './transfer-lines.tsx'
import styles from '../casework.module.css'

type CaseProps = { readonly its: CaseFile & { readonly id: string } }

/** Referrals of one case; one that was accepted whole proposes to close it, and a person decides. */
export function TransferSection({ its }: CaseProps) {
  const own = useRecords(transfer, { caseId: its.id })
  const may = useMay('transfer', 'create', `family:${its.familyId}`)
  const gone = own.find(({ what, state }) => what === 'wholeCase' && state === 'accepted')
  return (
    <Section
      title={text('transfer:title')}
      actions={
        may && (
          <Button component={Link} to={`/casework/${its.id}/transfers/new`} variant="default">
            {text('transfer:new')}
          </Button>
        )
      }
    >
      {own.length === 0 ? (
        <p className={styles.fine}>{text('transfer:section.none')}</p>
      ) : (
        <TransferLines transfers={own} />
      )}
      {gone !== undefined && stateOfCase(its) === 'open' && <CloseForm its={its} gone={gone} />}
    </Section>
  )
}

function CloseForm({ its, gone }: CaseProps & { readonly gone: TransferEntry }) {
  const { doing, ask } = useAskClosing(its.id)
  const may = useMay('caseFile', 'close', `family:${its.familyId}`)
  if (!may) return null
  const words = text('transfer:step.closeWords', {
    receiver: gone.receiverOrg,
    day: formatDay(gone.answeredOn),
  })
  const close = () => ask('referred', words)
  return (
    <div>
      <p className={styles.words}>{text('transfer:step.closeHint')}</p>
      <DoingNote doing={doing} />
      <Group mt="xs">
        <Button
          variant="default"
          loading={doing.busy}
          onClick={() => void close().catch(reportError)}
        >
          {text('transfer:step.close')}
        </Button>
      </Group>
    </div>
  )
}
