import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { hasTransferEnded } from '../../../core/casework/transfer/transfer-shape.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Page,
  saveCsv,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { callServer, useMay, useOnline, useRecords } from '../../sync/index.ts'
import { TransferLines } from './transfer-lines.tsx'
import styles from '../casework.module.css'

const registerShape = z.object({ name: z.string(), csv: z.string() })

const views = ['open', 'all'] as const

/** Every transfer that this person may see; the whole register as a table for whoever answers for it. */
export function TransfersPage() {
  const transfers = useRecords(transfer)
  const [view, setView] = useState<(typeof views)[number]>('open')
  const shown = transfers.filter((one) => view === 'all' || !hasTransferEnded(one))
  return (
    <Page
      title={text('transfer:listTitle')}
      back={{ to: '/casework', label: text('casework:title') }}
      actions={<Ways />}
    >
      <p className={styles.fine}>{text('transfer:listHint')}</p>
      {transfers.length === 0 ? (
        <EmptyState
          title={text('transfer:empty')}
          hint={text('transfer:emptyHint')}
          action={
            <Button component={Link} to="/casework">
              {text('transfer:list.toCases')}
            </Button>
          }
        />
      ) : (
        <>
          <SegmentedChoice
            label={text('transfer:list.show')}
            labelHidden
            options={views.map((value) => ({ value, label: text(`transfer:list.${value}`) }))}
            value={view}
            onChange={setView}
          />
          {shown.length === 0 ? (
            <EmptyState
              title={text('transfer:list.noneOpen')}
              hint={text('transfer:list.noneOpenHint')}
            />
          ) : (
            <TransferLines transfers={shown} />
          )}
        </>
      )}
    </Page>
  )
}

function Ways() {
  const doing = useDoing()
  const online = useOnline()
  const mayApprove = useMay('transfer', 'approve', 'agency')
  const take = () =>
    doing.run(async () => {
      const body = { language: currentLanguage() }
      const made = await callServer('/api/transfers/register', body, registerShape)
      if (made.ok) saveCsv(made.value.name, made.value.csv)
      return made
    })
  return (
    <>
      <Button component={Link} to="/casework/transfers/take-in" variant="default">
        {text('transfer:take.open')}
      </Button>
      {mayApprove && (
        <Button
          variant="default"
          loading={doing.busy}
          disabled={!online}
          onClick={() => void take().catch(reportError)}
        >
          {text('transfer:csv')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
