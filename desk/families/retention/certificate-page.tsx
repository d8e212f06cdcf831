import { Button, Table, Text } from '@mantine/core'
import { useLocation, useParams } from 'react-router'
import { z } from 'zod'
import { staff } from '../../../core/access/staff.ts'
import { approval } from '../../../core/access/approval.ts'
import { type ErasureNote, erasureShape } from '../../../core/evaluation/retention-overview.ts'
import { allKinds } from '../../../core/kinds.ts'
import {
  DoingNote,
  EmptyState,
  Facts,
  formatNumber,
  formatTime,
  Loading,
  Page,
  Section,
  text,
} from '../../kit/index.ts'
import { kindText } from '../../kit/text.ts'
import { useAgency, useRecord } from '../../sync/index.ts'
import { useOverview } from './use-overview.ts'
import styles from './retention.module.css'

// Who has just erased brings it along: a worker who answers for no retention may print it too, and knows the number still.
const stateShape = z.object({ code: z.string(), erasure: erasureShape })

/** The certificate of destruction, to print and put where the paper file was. */
export function CertificatePage() {
  const { familyId = '' } = useParams()
  const { overview, doing } = useOverview()
  const told = stateShape.safeParse(useLocation().state)
  const erasure = told.success
    ? told.data.erasure
    : overview?.erased.find((one) => one.familyId === familyId)
  return (
    <Page
      title={text('families:certificate.title')}
      back={{ to: '/families/retention', label: text('families:retention.title') }}
      actions={
        erasure !== undefined && (
          <Button onClick={() => window.print()}>{text('families:certificate.print')}</Button>
        )
      }
    >
      <DoingNote doing={doing} />
      {doing.busy && <Loading />}
      {overview !== null && erasure === undefined && (
        <EmptyState title={text('families:certificate.none')} />
      )}
      {erasure !== undefined && (
        <Certificate erasure={erasure} code={told.success ? told.data.code : null} />
      )}
    </Page>
  )
}

function Certificate({
  erasure,
  code,
}: {
  readonly erasure: ErasureNote
  readonly code: string | null
}) {
  const agency = useAgency()
  const request = useRecord(approval, erasure.approvalId ?? '')
  const asking = useRecord(staff, request?.requestedById ?? '')
  const second = useRecord(staff, request?.decidedById ?? '')
  const doer = useRecord(staff, erasure.erasedBy ?? '')
  const rows = [
    { label: text('families:certificate.agency'), value: agency.name },
    {
      label: text('families:certificate.code'),
      value: code ?? text('families:certificate.codeGone'),
    },
    { label: text('families:certificate.at'), value: formatTime(erasure.erasedAt) },
    {
      label: text('families:erase.ground'),
      value: erasure.ground === null ? '' : text(`families:erase.grounds.${erasure.ground}`),
    },
    { label: text('families:certificate.askedBy'), value: asking?.name ?? '' },
    {
      label: text('families:certificate.agreedBy'),
      value: erasure.alone ? text('families:certificate.alone') : (second?.name ?? ''),
    },
    {
      label: text('families:certificate.doneBy'),
      value: erasure.erasedBy === null ? text('families:certificate.again') : (doer?.name ?? ''),
    },
    { label: text('families:certificate.mark'), value: <Mark words={erasure.codeHash} /> },
  ]
  return (
    <>
      <Facts rows={rows} />
      <Section title={text('families:certificate.what')}>
        <Counts counts={erasure.counts} />
        {erasure.counts['wordsElsewhere'] !== undefined && (
          <Text>{text('families:certificate.staysElsewhere')}</Text>
        )}
        <Text>{text('families:certificate.how')}</Text>
        <Text>{text('families:certificate.backups')}</Text>
      </Section>
      <div className={styles.signatures}>
        {(['signDoer', 'signSecond', 'signDate'] as const).map((name) => (
          <span key={name}>{text(`families:certificate.${name}`)}</span>
        ))}
      </div>
    </>
  )
}

function Mark({ words }: { readonly words: string }) {
  return <span className={styles.mark}>{words === '' ? '–' : words}</span>
}

const beside = ['changes', 'links', 'files', 'wordsElsewhere'] as const

function Counts({ counts }: Pick<ErasureNote, 'counts'>) {
  const name = (kind: string): string => {
    const other = beside.find((one) => one === kind)
    return other === undefined ? kindText(kind) : text(`families:certificate.${other}`)
  }
  const order = [...allKinds.map((kind) => kind.name), ...beside]
  const rows = order.flatMap((kind) => {
    const count = counts[kind]
    return count === undefined ? [] : [{ kind, count }]
  })
  return (
    <Table className={styles.counts ?? ''}>
      <Table.Tbody>
        {rows.map(({ kind, count }) => (
          <Table.Tr key={kind}>
            <Table.Td>{name(kind)}</Table.Td>
            <Table.Td ta="right">{formatNumber(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
