import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Outcome } from '../../core/kit/outcome.ts'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { SecretInput } from '../kit/secret-input.tsx'
import { text } from '../kit/text.ts'
import { FactorCodeField } from './factor-code-field.tsx'

export interface Proof {
  readonly password: string
  readonly code: string
}

/** Password, and the code where there is a factor, before a way in is changed: an unlocked desk is not enough. */
export function ProveSelf({
  hasFactor,
  label,
  onProven,
  onClose,
  children,
}: {
  readonly hasFactor: boolean
  readonly label: string
  readonly onProven: (proof: Proof) => Promise<Outcome<unknown>>
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const doing = useDoing()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const submit = () =>
    void doing.run(async () => {
      const answer = await onProven({ password, code })
      if (!answer.ok) setCode('')
      return answer
    })
  return (
    <Form onSubmit={submit}>
      {children}
      <SecretInput
        label={text('access:factor.ownPassword')}
        required
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {hasFactor && <FactorCodeField value={code} onChange={setCode} />}
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy}>
          {label}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </Form>
  )
}
