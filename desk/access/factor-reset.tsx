import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { approval, type Approval } from '../../core/access/approval.ts'
import { resetFactorAction } from '../../core/access/second-factor.ts'
import { staff } from '../../core/access/staff.ts'
import { useDoing } from '../kit/doing.ts'
import { formatTime } from '../kit/format.ts'
import { DoingNote } from '../kit/notes.tsx'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { newId } from '../sync/clock.ts'
import { useKeptWords } from '../sync/kept-words.ts'
import { useRecord, useRecords } from '../sync/records.ts'
import { callServer } from '../sync/server.ts'
import { nothingShape } from '../sync/server-shapes.ts'
import type { LocalRecord } from '../sync/typed-record-parse.ts'
import { useAct, useActor, useMay } from '../sync/use-act.ts'
import { useSendSoon } from '../sync/use-send-soon.ts'
import { type Proof, ProveSelf } from './prove-self.tsx'
import type { StaffRecord } from './staff-page.tsx'
import { useFactorState } from './use-factor-state.ts'

const open: readonly string[] = ['drafted', 'requested', 'approved']

/** A colleague has lost phone and codes: asked with a reason, agreed to by a second person, then taken off. */
export function FactorReset({ person }: { readonly person: StaffRecord }) {
  const { staffId } = useActor()
  const asked = useRecords(approval, { action: resetFactorAction, subjectId: person.id })
  const mayAsk = useMay('staff', 'changeRoles', 'agency')
  const [request] = asked
    .filter(({ state }) => open.includes(state))
    .sort((one, other) => (other.requestedAt ?? '').localeCompare(one.requestedAt ?? ''))
  if (person.id === staffId) return null
  if (request === undefined && !mayAsk) return null
  return (
    <Section
      title={text('access:factor.resetTitle', { name: person.name })}
      hint={text('access:factor.resetHint')}
    >
      {request === undefined ? (
        <AskReset staffId={person.id} />
      ) : (
        <ResetRequest request={request} mayReset={mayAsk} />
      )}
      {/* What was agreed to runs out: then it is asked for again. */}
      {request?.state === 'approved' && mayAsk && <AskReset staffId={person.id} />}
    </Section>
  )
}

function AskReset({ staffId }: { readonly staffId: string }) {
  const act = useAct()
  const doing = useDoing()
  const kept = useKeptWords(`staff:${staffId}:resetFactor`)
  const submit = async () => {
    const recordId = newId()
    const fields = {
      action: resetFactorAction,
      subjectKind: staff.name,
      subjectId: staffId,
      reason: kept.words.trim(),
    }
    const asked = await doing.run(() =>
      act([
        { kind: approval, recordId, verb: 'create', input: {}, fields },
        { kind: approval, recordId, verb: 'request', input: {}, fields: {} },
      ]),
    )
    if (asked !== null) await kept.clear()
  }
  return (
    <>
      <Textarea
        label={text('access:factor.resetReason')}
        maxLength={300}
        autosize
        value={kept.words}
        onChange={(event) => kept.write(event.currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button
          variant="default"
          disabled={kept.words.trim() === ''}
          loading={doing.busy}
          onClick={() => void submit().catch(reportError)}
        >
          {text('access:factor.askReset')}
        </Button>
      </Group>
    </>
  )
}

function ResetRequest({
  request,
  mayReset,
}: {
  readonly request: LocalRecord<Approval>
  readonly mayReset: boolean
}) {
  const { staffId } = useActor()
  const act = useAct()
  const doing = useDoing()
  const asking = useRecord(staff, request.requestedById ?? '')
  const mayApprove = useMay('approval', 'approve', 'agency', request.id)
  const own = request.requestedById === staffId
  const isAlone = useRecords(staff, { state: 'active' }).length === 1
  const decide = (verb: 'approve' | 'refuse', answer: string) =>
    void doing.run(() =>
      act({ kind: approval, recordId: request.id, verb, input: { answer }, fields: {} }),
    )
  return (
    <>
      <Text>
        {text('access:factor.resetAsked', {
          name: asking?.name ?? '–',
          time: formatTime(request.requestedAt),
        })}
      </Text>
      <Text c="gray.7">{request.reason}</Text>
      {request.state === 'requested' && own && (
        <Text>{text(isAlone ? 'access:factor.resetAlone' : 'access:factor.resetWaits')}</Text>
      )}
      {request.state === 'requested' && mayApprove && !own && (
        <Group>
          <Button loading={doing.busy} onClick={() => decide('approve', '')}>
            {text('access:factor.agree')}
          </Button>
          <Button
            variant="default"
            loading={doing.busy}
            onClick={() => decide('refuse', text('access:factor.disagree'))}
          >
            {text('access:factor.disagree')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
      {mayReset && (request.state === 'approved' || (own && isAlone)) && (
        <ResetNow request={request} />
      )}
    </>
  )
}

function ResetNow({ request }: { readonly request: LocalRecord<Approval> }) {
  const { state } = useFactorState()
  const sendSoon = useSendSoon()
  const [proving, setProving] = useState(false)
  const reset = async (proof: Proof) => {
    const body = { ...proof, staffId: request.subjectId, approvalId: request.id }
    const answer = await callServer('/api/second-factor/reset', body, nothingShape)
    if (!answer.ok) return answer
    sendSoon()
    announce({ words: text('access:factor.resetDone') })
    setProving(false)
    return answer
  }
  if (!proving)
    return (
      <Group>
        <Button onClick={() => setProving(true)}>{text('access:factor.reset')}</Button>
      </Group>
    )
  return (
    <ProveSelf
      hasFactor={state !== null && state.by !== null}
      label={text('access:factor.reset')}
      onProven={reset}
      onClose={() => setProving(false)}
    />
  )
}
