import { Button, Group, Progress, Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { agency } from '../../core/access/agency.ts'
import { approval, type Approval } from '../../core/access/approval.ts'
import { changeKeysAction, type KeyState } from '../../core/access/change-keys.ts'
import { actionPolicy } from '../../core/access/policy.ts'
import { staff } from '../../core/access/staff.ts'
import { mayEver } from '../../core/access/standing.ts'
import { family } from '../../core/families/family.ts'
import { useDoing } from '../kit/doing.ts'
import { formatTime } from '../kit/format.ts'
import { DoingNote } from '../kit/notes.tsx'
import { Facts, Section } from '../kit/section.tsx'
import { SegmentedChoice } from '../kit/segmented-choice.tsx'
import { text } from '../kit/text.ts'
import { newId } from '../sync/clock.ts'
import { useRecord, useRecords } from '../sync/records.ts'
import type { LocalRecord } from '../sync/typed-record-parse.ts'
import { useAct, useActor, useMay } from '../sync/use-act.ts'
import { useAgency, useOnline } from '../sync/use-state-of-desk.ts'
import { FilesAway, GoOn } from './halted-key-change.tsx'
import { type KeyChange, useKeyChange } from './use-key-change.ts'

const open: readonly string[] = ['drafted', 'requested', 'approved']

/** Keys are changed at the wish of two: an administrator asks with a reason, another agrees, the server does it. */
export function ChangeKeysSection() {
  const { roles } = useActor()
  const change = useKeyChange()
  const online = useOnline()
  const [request] = useRecords(approval, { action: changeKeysAction })
    .filter(({ state }) => open.includes(state))
    .sort((one, other) => (other.requestedAt ?? '').localeCompare(one.requestedAt ?? ''))
  const waits = change.state?.waitsForFiles === true
  const isAdmin = mayEver(roles, actionPolicy.changeKeys)
  if (!mayEver(roles, actionPolicy.readKeys) || (!isAdmin && request === undefined)) return null
  return (
    <Section title={text('access:keys.title')} hint={text('access:keys.hint')}>
      {change.state !== null && <StateOfKeys state={change.state} isDone={change.isDone} />}
      {!online && <Text>{text('access:keys.offline')}</Text>}
      {isAdmin && <GoOn change={change} />}
      {request !== undefined && <Request request={request} isAdmin={isAdmin} change={change} />}
      {isAdmin && request === undefined && (waits || change.state?.state !== 'changing') && <Ask />}
      <DoingNote doing={change.doing} />
    </Section>
  )
}

function StateOfKeys({ state, isDone }: { readonly state: KeyState; readonly isDone: boolean }) {
  if (state.waitsForFiles) return <FilesAway count={state.filesMissing} />
  if (state.state === 'changing')
    return (
      <>
        <Text component="output">
          {state.percent === null
            ? text('access:keys.changing')
            : text('access:keys.percent', { percent: state.percent })}
        </Text>
        <Progress value={state.percent ?? 0} aria-label={text('access:keys.progress')} />
      </>
    )
  const changedAt = formatTime(state.changedAt, text('access:keys.never'))
  return (
    <>
      <Facts rows={[{ label: text('access:keys.changedAt'), value: changedAt }]} />
      {isDone && <Text component="output">{text('access:keys.doneNow')}</Text>}
    </>
  )
}

function Ask() {
  const act = useAct()
  const doing = useDoing()
  const { id: agencyId } = useAgency()
  const families = useRecords(family)
  const [which, setWhich] = useState<'all' | 'oneFamily'>('all')
  const [familyId, setFamilyId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const subjectId = which === 'all' ? agencyId : familyId
  const submit = () => {
    if (subjectId === null) return
    const recordId = newId()
    const subjectKind = which === 'all' ? agency.name : family.name
    const fields = { action: changeKeysAction, subjectKind, subjectId, reason: reason.trim() }
    void doing.run(() =>
      act([
        { kind: approval, recordId, verb: 'create', input: {}, fields },
        { kind: approval, recordId, verb: 'request', input: {}, fields: {} },
      ]),
    )
  }
  return (
    <>
      {families.length > 0 && (
        <SegmentedChoice
          label={text('access:keys.which')}
          options={[
            { value: 'all', label: text('access:keys.all') },
            { value: 'oneFamily', label: text('access:keys.oneFamily') },
          ]}
          value={which}
          onChange={setWhich}
        />
      )}
      {which === 'oneFamily' && (
        <Select
          label={text('access:keys.family')}
          searchable
          data={families.map(({ id, code }) => ({ value: id, label: code }))}
          value={familyId}
          onChange={setFamilyId}
        />
      )}
      <Textarea
        label={text('access:keys.reason')}
        maxLength={300}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button
          variant="default"
          disabled={reason.trim() === '' || subjectId === null}
          loading={doing.busy}
          onClick={submit}
        >
          {text('access:keys.ask')}
        </Button>
      </Group>
    </>
  )
}

function Request({
  request,
  isAdmin,
  change,
}: {
  readonly request: LocalRecord<Approval>
  readonly isAdmin: boolean
  readonly change: KeyChange
}) {
  const { staffId } = useActor()
  const online = useOnline()
  const asking = useRecord(staff, request.requestedById ?? '')
  const meant = useRecord(family, request.subjectId)
  const isAlone = useRecords(staff, { state: 'active' }).length === 1
  const own = request.requestedById === staffId
  const words = request.subjectKind === family.name ? 'askedFamily' : 'askedAll'
  return (
    <>
      <Text>
        {text(`access:keys.${words}`, {
          name: asking?.name ?? '–',
          time: formatTime(request.requestedAt),
        })}
        {meant !== undefined && meant !== null && ` · ${meant.code}`}
      </Text>
      <Text c="gray.7">{request.reason}</Text>
      {request.state === 'requested' && own && (
        <Text>{text(isAlone ? 'access:keys.alone' : 'access:keys.waits')}</Text>
      )}
      {request.state === 'requested' && !own && <Decide requestId={request.id} />}
      {isAdmin && (request.state === 'approved' || (own && isAlone)) && (
        <Group>
          <Button
            loading={change.doing.busy}
            disabled={!online}
            onClick={() => change.begin(request.id)}
          >
            {text('access:keys.change')}
          </Button>
        </Group>
      )}
    </>
  )
}

function Decide({ requestId }: { readonly requestId: string }) {
  const act = useAct()
  const doing = useDoing()
  const mayApprove = useMay('approval', 'approve', 'agency', requestId)
  const decide = (verb: 'approve' | 'refuse', answer: string) =>
    void doing.run(() =>
      act({ kind: approval, recordId: requestId, verb, input: { answer }, fields: {} }),
    )
  if (!mayApprove) return null
  return (
    <>
      <Group>
        <Button loading={doing.busy} onClick={() => decide('approve', '')}>
          {text('access:keys.agree')}
        </Button>
        <Button
          variant="default"
          loading={doing.busy}
          onClick={() => decide('refuse', text('access:keys.disagree'))}
        >
          {text('access:keys.disagree')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
