import { Alert, Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { approval } from '../../../core/access/approval.ts'
import { family } from '../../../core/families/family.ts'
import {
  eraseAction,
  eraseGrounds,
  type EraseGround,
} from '../../../core/families/refuse-erasing.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import { DoingNote, formatTime, Section, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useMay, useOpenWords, useRecords } from '../../sync/index.ts'
import { oneOf, optionsOf } from '../option-list.ts'
import type { FamilyFile } from '../use-register.ts'
import { Consequences, EraseRequest } from './erase-request.tsx'
import { SafetyNotice } from './safety-notice.tsx'

const noInput: JsonObject = {}
const open: readonly string[] = ['drafted', 'requested', 'approved']

/** An archived family's last step: destroyed for good by two people, or kept by a hold. */
export function EraseSection({ file }: { readonly file: FamilyFile }) {
  const { id, code, state, heldSince, reopenedAt } = file.family
  const mayAsk = useMay('family', 'archive', `family:${id}`, id)
  const asked = useRecords(approval, { action: eraseAction, subjectId: id })
  if (state !== 'archived' || !mayAsk) return null
  const request = asked.find(
    (one) => open.includes(one.state) && (one.requestedAt ?? '~') > (reopenedAt ?? ''),
  )
  return (
    <Section title={text('families:erase.title')} hint={text('families:erase.hint')}>
      <SafetyNotice familyId={id} />
      {heldSince !== null ? (
        <Held file={file} since={heldSince} />
      ) : request === undefined ? (
        <>
          <AskToErase familyId={id} />
          <PlaceHold familyId={id} />
        </>
      ) : (
        <>
          <EraseRequest request={request} code={code} />
          <PlaceHold familyId={id} />
        </>
      )}
    </Section>
  )
}

/** Also asked from the list of frozen files, where nobody can open one. */
export function AskToErase({ familyId }: { readonly familyId: string }) {
  const act = useAct()
  const doing = useDoing()
  const [ground, setGround] = useState<EraseGround | null>(null)
  const ask = async (reason: EraseGround): Promise<void> => {
    const recordId = newId()
    const fields = { action: eraseAction, subjectKind: 'family', subjectId: familyId, reason }
    await doing.run(() =>
      act([
        { kind: approval, recordId, verb: 'create', input: noInput, fields },
        { kind: approval, recordId, verb: 'request', input: noInput, fields: noInput },
      ]),
    )
  }
  return (
    <>
      <Consequences />
      <NativeSelect
        label={text('families:erase.ground')}
        data={[
          { value: '', label: text('families:choose') },
          ...optionsOf(eraseGrounds, 'families:erase.grounds'),
        ]}
        value={ground ?? ''}
        onChange={({ currentTarget }) => setGround(oneOf(eraseGrounds, currentTarget.value))}
      />
      <Group>
        <Button
          variant="default"
          disabled={ground === null}
          loading={doing.busy}
          onClick={() => void (ground === null ? undefined : ask(ground))}
        >
          {text('families:erase.ask')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

function PlaceHold({ familyId }: { readonly familyId: string }) {
  const act = useAct()
  const doing = useDoing()
  const [reason, setReason] = useOpenWords(`family:${familyId}:placeHold`)
  const place = async (words: string) => {
    const held = await doing.run(() =>
      act({
        kind: family,
        recordId: familyId,
        verb: 'placeHold',
        input: { reason: words },
        fields: noInput,
      }),
    )
    if (held !== null) setReason(null)
  }
  if (reason === null)
    return (
      <Group>
        <Button variant="subtle" onClick={() => setReason('')}>
          {text('families:erase.hold')}
        </Button>
      </Group>
    )
  return (
    <>
      <Textarea
        label={text('families:erase.holdReason')}
        description={text('families:erase.holdHint')}
        value={reason}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group>
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={doing.busy}
          onClick={() => void place(reason.trim())}
        >
          {text('families:erase.placeHold')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

function Held({ file, since }: { readonly file: FamilyFile; readonly since: string }) {
  const { id, holdReason } = file.family
  const act = useAct()
  const doing = useDoing()
  const mayLift = useMay('family', 'liftHold', `family:${id}`, id)
  const lift = () =>
    doing.run(() =>
      act({ kind: family, recordId: id, verb: 'liftHold', input: noInput, fields: noInput }),
    )
  return (
    <Alert color="gray" variant="light">
      <Text>{text('families:erase.held', { time: formatTime(since) })}</Text>
      <Text c="gray.7" mb="xs">
        {holdReason}
      </Text>
      {mayLift ? (
        <Button variant="default" onClick={() => void lift()} loading={doing.busy}>
          {text('families:erase.liftHold')}
        </Button>
      ) : (
        <Text size="sm">{text('families:erase.liftBy')}</Text>
      )}
      <DoingNote doing={doing} />
    </Alert>
  )
}
