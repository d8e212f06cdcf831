import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '../../core/access/roles.ts'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { Section } from '../kit/section.tsx'
import { currentLanguage, text } from '../kit/text.ts'
import { useOpenDesk } from '../sync/desk-context.ts'
import { callServer } from '../sync/server.ts'
import { invitationShape } from '../sync/server-shapes.ts'
import { InvitationCode } from './invitation-code.tsx'
import { RoleChoice } from './role-choice.tsx'

export function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const { courier } = useOpenDesk()
  const doing = useDoing()
  const [name, setName] = useState('')
  const [loginName, setLoginName] = useState('')
  const [roles, setRoles] = useState<Role[]>([])
  const [code, setCode] = useState<string | null>(null)
  const submit = async () => {
    const language = currentLanguage()
    const body = { name: name.trim(), loginName: loginName.trim(), roles, language }
    const made = await doing.run(() => callServer('/api/staff', body, invitationShape))
    if (made === null) return
    setCode(made.code)
    await courier.sendNow()
  }
  if (code !== null) return <InvitationCode name={name} code={code} onClose={onClose} />
  return (
    <Section title={text('access:staff.inviteTitle')} hint={text('access:staff.inviteHint')}>
      <Form onSubmit={() => void submit()}>
        <TextInput
          label={text('access:name')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={text('access:loginName')}
          description={text('access:loginNameHint')}
          required
          maxLength={80}
          autoCapitalize="none"
          autoComplete="off"
          value={loginName}
          onChange={(event) => setLoginName(event.currentTarget.value)}
        />
        <RoleChoice value={roles} onChange={setRoles} />
        <Text size="sm" c="gray.7">
          {text('access:staff.onlineOnly')}
        </Text>
        <DoingNote doing={doing} />
        <Group>
          <Button type="submit" loading={doing.busy} disabled={roles.length === 0}>
            {text('access:staff.inviteSubmit')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('kit:cancel')}
          </Button>
        </Group>
      </Form>
    </Section>
  )
}
