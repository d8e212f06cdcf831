import { Anchor, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { staff } from '../../core/access/staff.ts'
import type { Draft } from '../../core/sync/device.ts'
import { ConfirmButton } from '../kit/confirm-button.tsx'
import { ConflictMark } from '../kit/conflict.tsx'
import { DateField } from '../kit/date-field.tsx'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { callServer } from '../sync/server.ts'
import { codeShape } from '../sync/server-shapes.ts'
import { useAct, useActor } from '../sync/use-act.ts'
import { useToday } from '../sync/use-state-of-desk.ts'
import { DevicesSection } from './devices-section.tsx'
import { FactorReset } from './factor-reset.tsx'
import { InvitationCode } from './invitation-code.tsx'
import { RoleChoice } from './role-choice.tsx'
import type { StaffRecord } from './staff-page.tsx'
import { StaffRegister } from './staff-register.tsx'

export function StaffDetail({
  person,
  onClose,
}: {
  readonly person: StaffRecord
  readonly onClose: () => void
}) {
  const act = useAct()
  const me = useActor().staffId
  const doing = useDoing()
  const today = useToday()
  const [roles, setRoles] = useState(person.roles)
  const [checkedOn, setCheckedOn] = useState(person.clearanceCheckedOn)
  const [code, setCode] = useState<string | null>(null)
  const draft = { kind: staff, recordId: person.id, input: {}, fields: {} }
  const save = async () => {
    const drafts: Draft[] = []
    const changedRoles = [...roles].sort().join() !== [...person.roles].sort().join()
    if (changedRoles)
      drafts.push({ ...draft, verb: 'changeRoles', input: { staffId: person.id, roles } })
    if (checkedOn !== person.clearanceCheckedOn) {
      drafts.push({ ...draft, verb: 'edit', fields: { clearanceCheckedOn: checkedOn } })
    }
    if (drafts.length === 0) return onClose()
    if ((await doing.run(() => act(drafts))) === null) return
    announce({ words: text('kit:savedHere') })
    onClose()
  }
  const switchState = async (verb: 'suspend' | 'reinstate') => {
    const input = verb === 'suspend' ? { staffId: person.id } : {}
    if ((await doing.run(() => act({ ...draft, verb, input }))) !== null) onClose()
  }
  const renewCode = async () => {
    const made = await doing.run(() =>
      callServer('/api/staff/code', { staffId: person.id }, codeShape),
    )
    if (made !== null) setCode(made.code)
  }
  if (code !== null) return <InvitationCode name={person.name} code={code} onClose={onClose} />
  return (
    <>
      <Section title={person.name} actions={<ConflictMark kind={staff} record={person} />}>
        <Form onSubmit={() => void save()} label={person.name}>
          <RoleChoice value={roles} onChange={setRoles} isOwn={person.id === me} />
          <DateField
            label={text('access:staff.clearance')}
            description={text('access:staff.clearanceHint')}
            value={checkedOn}
            onChange={setCheckedOn}
            max={today}
          />
          <DoingNote doing={doing} />
          <Group>
            <Button type="submit" loading={doing.busy} disabled={roles.length === 0}>
              {text('kit:save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('kit:cancel')}
            </Button>
            <Button variant="default" onClick={() => void renewCode()}>
              {text('access:staff.newCode')}
            </Button>
            {person.id === me ? null : person.state === 'suspended' ? (
              <Button variant="default" onClick={() => void switchState('reinstate')}>
                {text('access:staff.reinstate')}
              </Button>
            ) : (
              <ConfirmButton
                question={text('access:staff.suspendQuestion', { name: person.name })}
                confirmLabel={text('access:staff.suspendConfirm')}
                onConfirm={() => void switchState('suspend')}
              >
                {text('access:staff.suspend')}
              </ConfirmButton>
            )}
          </Group>
        </Form>
      </Section>
      <StaffRegister staffId={person.id} />
      <FactorReset person={person} />
      <Anchor component={Link} to={`/reading-log?staff=${person.id}`}>
        {text('access:readingLog.ofStaff', { name: person.name })}
      </Anchor>
      {person.id !== me && <DevicesSection staffId={person.id} />}
    </>
  )
}
