import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Approval, approval } from '../../../core/access/approval.ts'
import type { RetentionOverview } from '../../../core/evaluation/retention-overview.ts'
import { thawAction } from '../../../core/families/freeze-family.ts'
import {
  announce,
  DoingNote,
  Form,
  formatDay,
  formatTime,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import {
  callServer,
  type LocalRecord,
  useKeptWords,
  useRecords,
  useSendFirst,
  useSendSoon,
  useToday,
} from '../../sync/index.ts'
import styles from '../families.module.css'
import { eraseAction } from '../../../core/families/refuse-erasing.ts'
import { AskToErase } from './erase-section.tsx'
import { movedShape } from './freeze-section.tsx'
import { TwoPeople } from './two-people.tsx'
import { useAskTwoPeople } from './use-ask-two-people.ts'
import { useMayAnywhere } from './use-overview.ts'

type FrozenFile = RetentionOverview['frozen'][number]

/** All that anybody sees of what is only stored: a number, a ground and days. */
export function FrozenList({
  frozen,
  onChanged,
}: Pick<RetentionOverview, 'frozen'> & { readonly onChanged: () => void }) {
  return (
    <Section title={text('rights:freeze.list', { count: frozen.length })}>
      {frozen.length === 0 && <Text>{text('rights:freeze.none')}</Text>}
      <ul className={styles.lines}>
        {frozen.map((file) => (
          <li key={file.familyId}>
            <FrozenLine file={file} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function FrozenLine({
  file,
  onChanged,
}: {
  readonly file: FrozenFile
  readonly onChanged: () => void
}) {
  const { familyId, code, frozenAt, ground, held, endedOn } = file
  const mayThaw = useMayAnywhere('thawFamily')
  const today = useToday()
  const asked = useRecords(approval, { action: thawAction, subjectId: familyId })
  const request = asked.find(
    (one) => ['requested', 'approved'].includes(one.state) && (one.requestedAt ?? '') > frozenAt,
  )
  const [asking, setAsking] = useState(false)
  const facts = [
    text('rights:freeze.line', { time: formatTime(frozenAt) }),
    text(`rights:freeze.grounds.${ground}`),
    ...(endedOn === null
      ? []
      : [
          text(endedOn <= today ? 'rights:freeze.ended' : 'rights:freeze.ends', {
            day: formatDay(endedOn),
          }),
        ]),
    ...(held ? [text('rights:freeze.held')] : []),
  ]
  return (
    <>
      <Text fw={600}>{code}</Text>
      <Text>{facts.join(' · ')}</Text>
      {request !== undefined && (
        <>
          <Text c="gray.7">{request.reason}</Text>
          <TwoPeople request={request}>
            {mayThaw && <ThawNow request={request} onChanged={onChanged} />}
          </TwoPeople>
        </>
      )}
      {request === undefined && mayThaw && !asking && (
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {text('rights:freeze.thaw')}
        </Button>
      )}
      {request === undefined && asking && <AskToThaw familyId={familyId} />}
      {mayThaw && !held && <EraseFrozen familyId={familyId} />}
    </>
  )
}

/** Destroyed out of its drawer: asked for here, agreed to and done with the other requests above. */
function EraseFrozen({ familyId }: { readonly familyId: string }) {
  const asked = useRecords(approval, { action: eraseAction, subjectId: familyId })
  const [open, setOpen] = useState(false)
  if (asked.some(({ state }) => state === 'requested' || state === 'approved')) return null
  return open ? (
    <AskToErase familyId={familyId} />
  ) : (
    <Button variant="subtle" onClick={() => setOpen(true)}>
      {text('rights:freeze.erase')}
    </Button>
  )
}

function AskToThaw({ familyId }: { readonly familyId: string }) {
  const { ask, doing } = useAskTwoPeople(thawAction, familyId)
  const kept = useKeptWords(`family:${familyId}:thaw`)
  const save = async () => {
    if (await ask(kept.words.trim())) await kept.clear()
  }
  return (
    <Form onSubmit={() => void save().catch(reportError)}>
      <Textarea
        label={text('rights:freeze.thawReason')}
        description={text('rights:freeze.thawReasonHint')}
        value={kept.words}
        minLength={10}
        maxLength={1000}
        required
        autosize
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <Group>
        <Button type="submit" variant="default" loading={doing.busy}>
          {text('rights:freeze.thaw')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </Form>
  )
}

function ThawNow({
  request,
  onChanged,
}: {
  readonly request: LocalRecord<Approval>
  readonly onChanged: () => void
}) {
  const doing = useDoing()
  const sendFirst = useSendFirst()
  const sendSoon = useSendSoon()
  const thaw = async () => {
    const asked = { familyId: request.subjectId, approvalId: request.id }
    const made = await doing.run(async () => {
      await sendFirst()
      return callServer('/api/families/thaw', asked, movedShape)
    })
    if (made === null) return
    sendSoon()
    announce({ words: text('rights:freeze.thawed') })
    onChanged()
  }
  return (
    <>
      <Button loading={doing.busy} onClick={() => void thaw()}>
        {text('rights:freeze.thawNow')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
