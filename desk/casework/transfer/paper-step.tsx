import { Button, Group } from '@mantine/core'
import { digestTransfer } from '../../../core/casework/transfer/build-parts.ts'
import {
  isTransferOpen,
  type TransferEntry,
} from '../../../core/casework/transfer/transfer-shape.ts'
import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { takePaper, useOnline, useOwnTemplates } from '../../sync/index.ts'
import { useSayInTransfer, useTransferRecords } from './use-transfer.ts'
import styles from '../casework.module.css'

/** Form-F19: to hand over what was approved; afterwards again as it went out, and in the end for the drawer (TRF-5). */
export function PaperStep({ its }: { readonly its: TransferEntry }) {
  const printing = useDoing()
  const [own] = useOwnTemplates('transferForm', its.language)
  const online = useOnline()
  const isApproved = its.state === 'approved'
  const print = () =>
    printing.run(() =>
      takePaper('/api/papers/transfer', {
        ...{ familyId: its.familyId, transferId: its.id, language: its.language },
        ...{ texts: {}, templateId: own?.id ?? null },
      }),
    )
  const again = isTransferOpen(its)
    ? text('transfer:step.printAgainHint')
    : text('transfer:step.printPastHint')
  return (
    <Section
      title={text(isApproved ? 'transfer:step.paper' : 'transfer:step.printTitle')}
      hint={isApproved ? text('transfer:step.paperHint') : again}
    >
      {!online && <p className={styles.fine}>{text('transfer:offline')}</p>}
      <DoingNote doing={printing} />
      <Group>
        <Button
          variant="default"
          loading={printing.busy}
          disabled={!online}
          onClick={() => void print().catch(reportError)}
        >
          {text(isApproved ? 'transfer:step.print' : 'transfer:step.printAgain')}
        </Button>
        {isApproved && <HandedOnPaper its={its} />}
      </Group>
    </Section>
  )
}

function HandedOnPaper({ its }: { readonly its: TransferEntry }) {
  const { doing, say } = useSayInTransfer(its.id)
  const digest = digestTransfer(its, useTransferRecords(its.familyId))
  return (
    <>
      <Button
        variant="default"
        loading={doing.busy}
        onClick={() => void say('handOver', { channel: 'paper', digest }).catch(reportError)}
      >
        {text('transfer:step.paperDone')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
