import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { approval } from '../../../core/access/approval.ts'
import {
  freezeAction,
  type FreezeGround,
  freezeGrounds,
} from '../../../core/families/freeze-family.ts'
import { announce, ConfirmButton, DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import {
  callServer,
  useActor,
  useMay,
  useRecords,
  useSendFirst,
  useSendSoon,
} from '../../sync/index.ts'
import { oneOf } from '../option-list.ts'
import type { FamilyFile } from '../use-register.ts'
import { TwoPeople } from './two-people.tsx'
import { useAskTwoPeople } from './use-ask-two-people.ts'

export const movedShape = z.object({ rows: z.number() })
const open: readonly string[] = ['drafted', 'requested', 'approved']

/** An archived file that nobody needs any more and that still has to be kept: stored, and nothing else. */
export function FreezeSection({ file }: { readonly file: FamilyFile }) {
  const { id, state, reopenedAt } = file.family
  const mayAsk = useMay('family', 'archive', `family:${id}`, id)
  const asked = useRecords(approval, { action: freezeAction, subjectId: id })
  if (state !== 'archived' || !mayAsk) return null
  const request = asked.find(
    (one) => open.includes(one.state) && (one.requestedAt ?? '~') > (reopenedAt ?? ''),
  )
  return (
    <Section title={text('rights:freeze.title')} hint={text('rights:freeze.hint')}>
      <Consequences />
      {request === undefined ? (
        <AskToFreeze familyId={id} />
      ) : (
        <>
          <Text c="gray.7">{text(`rights:freeze.grounds.${request.reason}`)}</Text>
          <TwoPeople request={request}>
            <FreezeNow familyId={id} approvalId={request.id} />
          </TwoPeople>
        </>
      )}
    </Section>
  )
}

function Consequences() {
  return (
    <>
      <Text>{text('rights:freeze.goes')}</Text>
      <Text>{text('rights:freeze.stays')}</Text>
      <Text>{text('rights:freeze.back')}</Text>
    </>
  )
}

function AskToFreeze({ familyId }: { readonly familyId: string }) {
  const { ask, doing } = useAskTwoPeople(freezeAction, familyId)
  const [ground, setGround] = useState<FreezeGround | null>(null)
  return (
    <>
      <NativeSelect
        label={text('rights:freeze.ground')}
        data={[
          { value: '', label: text('families:choose') },
          ...freezeGrounds.map((value) => ({
            value,
            label: text(`rights:freeze.grounds.${value}`),
          })),
        ]}
        value={ground ?? ''}
        onChange={({ currentTarget }) => setGround(oneOf(freezeGrounds, currentTarget.value))}
      />
      <Group>
        <Button
          variant="default"
          disabled={ground === null}
          loading={doing.busy}
          onClick={() => void (ground === null ? undefined : ask(ground))}
        >
          {text('rights:freeze.ask')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

function FreezeNow({
  familyId,
  approvalId,
}: {
  readonly familyId: string
  readonly approvalId: string
}) {
  const doing = useDoing()
  const navigate = useNavigate()
  const sendFirst = useSendFirst()
  const sendSoon = useSendSoon()
  const { staffId } = useActor()
  const freeze = async () => {
    const asked = { familyId, approvalId }
    const made = await doing.run(async () => {
      await sendFirst()
      return callServer('/api/families/freeze', asked, movedShape)
    })
    if (made === null) return
    sendSoon()
    announce({ words: text('rights:freeze.done') })
    await navigate('/families/retention')
  }
  return (
    <>
      <ConfirmButton
        key={staffId}
        loading={doing.busy}
        question={<Consequences />}
        confirmLabel={text('rights:freeze.now')}
        onConfirm={() => void freeze()}
      >
        {text('rights:freeze.now')}
      </ConfirmButton>
      <DoingNote doing={doing} />
    </>
  )
}
