import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { type RestrictedParty, restrictedParty } from '../../../core/families/restricted-party.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import { ConfirmButton, DoingNote, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct, useKeptWords, useMay, useRecord } from '../../sync/index.ts'

interface LiftProps {
  readonly restriction: LocalRecord<RestrictedParty>
}

/** FAM-51: one asks, another agrees; until then it stands. */
export function LiftRestriction({ restriction }: LiftProps) {
  const scope = `family:${restriction.familyId}`
  const mayAsk = useMay('restrictedParty', 'askLift', scope, restriction.id)
  const [open, setOpen] = useState(false)
  if (!mayAsk) return null
  if (restriction.liftAskedById !== null) return <DecideLift restriction={restriction} />
  return open ? (
    <AskLift restriction={restriction} onClose={() => setOpen(false)} />
  ) : (
    <Group>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {text('restricted:party.askLift')}
      </Button>
    </Group>
  )
}

function useLift({ restriction }: LiftProps) {
  const act = useAct()
  const doing = useDoing()
  const take = (verb: 'askLift' | 'agreeLift' | 'declineLift', input: JsonObject = {}) =>
    doing.run(() =>
      act({ kind: restrictedParty, recordId: restriction.id, verb, input, fields: {} }),
    )
  return { doing, take }
}

function AskLift({ restriction, onClose }: LiftProps & { readonly onClose: () => void }) {
  const { doing, take } = useLift({ restriction })
  const kept = useKeptWords(`lift-restriction:${restriction.id}`)
  const reason = kept.words
  const ask = async () => {
    if ((await take('askLift', { reason })) === null) return
    await kept.clear()
    onClose()
  }
  return (
    <>
      <Textarea
        label={text('restricted:party.liftReason')}
        value={reason}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <Group>
        <Button disabled={reason.trim() === ''} loading={doing.busy} onClick={() => void ask()}>
          {text('restricted:party.askLift')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text('kit:cancel')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

function DecideLift({ restriction }: LiftProps) {
  const { doing, take } = useLift({ restriction })
  const asker = useRecord(staff, restriction.liftAskedById ?? '')
  return (
    <>
      <Text size="sm">
        {text('restricted:party.asked', {
          name: asker?.name ?? '',
          reason: restriction.liftReason,
        })}
      </Text>
      <Text size="sm" c="gray.7">
        {text('restricted:party.waiting')}
      </Text>
      <Group>
        <ConfirmButton
          question={text('restricted:party.agreeQuestion')}
          confirmLabel={text('restricted:party.agree')}
          onConfirm={() => void take('agreeLift')}
        >
          {text('restricted:party.agree')}
        </ConfirmButton>
        <Button variant="default" loading={doing.busy} onClick={() => void take('declineLift')}>
          {text('restricted:party.decline')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
