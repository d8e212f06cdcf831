import { Alert, Anchor, Button, Group, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { agency } from '../../../core/access/agency.ts'
import { digestTransfer } from '../../../core/casework/transfer/build-parts.ts'
import {
  isTransferOpen,
  type TransferEntry,
} from '../../../core/casework/transfer/transfer-shape.ts'
import { DoingNote, formatDayOf, formatTime, Section, text, useDoing } from '../../kit/index.ts'
import {
  callServer,
  useActor,
  useAgency,
  useMay,
  useOnline,
  useRecord,
  useSendFirst,
  useSendSoon,
} from '../../sync/index.ts'
import { useStaffNames } from '../use-case.ts'
import { PaperStep } from './paper-step.tsx'
import {
  linkShape,
  type MadeLink,
  type Openings,
  openingsShape,
  useTransferRecords,
} from './use-transfer.ts'
import styles from '../casework.module.css'

type Props = { readonly its: TransferEntry }

/** By paper, or by a link with a code: only what was approved, word for word. */
export function HandOverSteps({ its }: Props) {
  const may = useMay('transfer', 'handOver', `family:${its.familyId}`)
  const records = useTransferRecords(its.familyId)
  const isApproved = its.state === 'approved'
  if (!may) return null
  if (!isApproved && !isTransferOpen(its))
    return its.handedOn === null ? null : <PaperStep its={its} />
  const digest = digestTransfer(its, records)
  return (
    <>
      {digest !== its.approvedDigest && (
        <Alert color="yellow" variant="light">
          {text(isApproved ? 'transfer:preview.changed' : 'transfer:preview.since')}
        </Alert>
      )}
      <NoPhoneNote />
      <LinkStep its={its} />
      <PaperStep its={its} />
    </>
  )
}

/** TRF-14: without a number on paper and page nobody can ask back. */
function NoPhoneNote() {
  const { id } = useAgency()
  const its = useRecord(agency, id)
  const mayEdit = useMay('agency', 'edit', 'agency', id)
  if (its === null || its.phone !== '') return null
  return (
    <p className={styles.fine}>
      {text(mayEdit ? 'transfer:step.noPhoneOwn' : 'transfer:step.noPhone')}{' '}
      {mayEdit && (
        <Anchor component={Link} to="/staff" underline="always">
          {text('transfer:step.toAgency')}
        </Anchor>
      )}
    </p>
  )
}

const daysAtFirst = 7

function LinkStep({ its }: Props) {
  const doing = useDoing()
  const online = useOnline()
  const [days, setDays] = useState<number>(daysAtFirst)
  const [made, setMade] = useState<MadeLink | null>(null)
  const sendFirst = useSendFirst()
  const sendSoon = useSendSoon()
  const again = its.channel === 'link'
  const make = () =>
    doing.run(async () => {
      setMade(null)
      const body = { familyId: its.familyId, transferId: its.id, days }
      await sendFirst()
      const answer = await callServer('/api/transfers/link', body, linkShape)
      if (answer.ok) setMade(answer.value)
      sendSoon()
      return answer
    })
  return (
    <Section
      title={text('transfer:step.link')}
      hint={text(again ? 'transfer:step.againHint' : 'transfer:step.codeHint')}
    >
      {!online && <p className={styles.fine}>{text('transfer:offline')}</p>}
      <Group align="end">
        <NumberInput
          label={text('transfer:step.days')}
          min={1}
          max={30}
          value={days}
          onChange={(value) => setDays(Number(value) || daysAtFirst)}
        />
        <Button
          variant={again ? 'default' : 'filled'}
          loading={doing.busy}
          disabled={!online}
          onClick={() => void make().catch(reportError)}
        >
          {text(again ? 'transfer:step.again' : 'transfer:step.makeLink')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
      {made !== null && <LinkMade made={made} />}
      {again && <OpeningList key={made?.address ?? ''} its={its} />}
    </Section>
  )
}

/** The words name the agency and whoever sends them, and neither a case nor a child (TRF-14); the code goes by telephone. */
function LinkMade({ made }: { readonly made: MadeLink }) {
  const [copied, setCopied] = useState(false)
  const { staffId } = useActor()
  const nameOf = useStaffNames()
  const { name: own } = useAgency()
  const message = text('transfer:step.messageText', {
    ...{ agency: own, worker: nameOf(staffId), address: made.address },
    day: formatDayOf(made.endsAt),
  })
  const copy = async () => {
    await navigator.clipboard.writeText(message)
    setCopied(true)
  }
  return (
    <Alert color="gray" variant="light">
      <Textarea label={text('transfer:step.message')} readOnly autosize value={message} />
      <Group mt="xs">
        <Button variant="default" onClick={() => void copy().catch(reportError)}>
          {text(copied ? 'transfer:step.copied' : 'transfer:step.copyMessage')}
        </Button>
        <span className={styles.fine}>
          {text('transfer:step.until', { day: formatDayOf(made.endsAt) })}
        </span>
      </Group>
      <TextInput mt="sm" label={text('transfer:step.address')} readOnly value={made.address} />
      <TextInput mt="sm" label={text('transfer:step.code')} readOnly value={made.code} size="lg" />
      <p className={styles.fine}>{text('transfer:step.codeHint')}</p>
    </Alert>
  )
}

const wordsOf = { opened: 'opened', codeWrong: 'wrong', downloaded: 'downloaded' } as const

/** Every opening is on record: the worker sees whether it has arrived, and whether somebody tries. */
function OpeningList({ its }: Props) {
  const online = useOnline()
  const [known, setKnown] = useState<Openings | null>(null)
  const { familyId, id: transferId } = its
  useEffect(() => {
    if (!online) return
    const ask = new AbortController()
    callServer('/api/transfers/openings', { familyId, transferId }, openingsShape, {
      signal: ask.signal,
    })
      .then((answer) => {
        if (answer.ok) setKnown(answer.value)
      })
      .catch(() => setKnown(null))
    return () => ask.abort()
  }, [online, familyId, transferId])
  if (known === null) return null
  const { link, openings } = known
  return (
    <div>
      <p className={styles.fine}>
        {link === null
          ? text('transfer:openings.ended')
          : link.locked
            ? text('transfer:openings.locked')
            : text('transfer:openings.live', { day: formatDayOf(link.endsAt) })}
      </p>
      <ul className={styles.lines} aria-label={text('transfer:openings.title')}>
        {openings.length === 0 && <li>{text('transfer:openings.none')}</li>}
        {openings.map(({ at, what }) =>
          what === 'answered' ? null : (
            <li key={`${at}${what}`}>
              {text(`transfer:openings.${wordsOf[what]}`, { time: formatTime(at) })}
            </li>
          ),
        )}
      </ul>
    </div>
  )
}
