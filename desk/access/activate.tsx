import { Anchor, Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { SecretInput } from '../kit/secret-input.tsx'
import { currentLanguage, text } from '../kit/text.ts'
import { signIn } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import { Door } from './door.tsx'
import { FactorCodeField } from './factor-code-field.tsx'

export function Activate({ code: given }: { readonly code: string }) {
  const desk = useDesk()
  const doing = useDoing()
  const [code, setCode] = useState(given)
  const [password, setPassword] = useState('')
  const [factorCode, setFactorCode] = useState('')
  const [asksFactor, setAsksFactor] = useState(false)
  const submit = () =>
    void doing.run(async () => {
      const asked = { code: code.trim(), password, factorCode, language: currentLanguage() }
      const answer = await signIn(desk, '/api/activate', asked)
      if (answer.ok) return answer
      const { id, details } = answer.refusal
      if (id === 'SecondFactorNeeded' || id === 'SecondFactorWrong') setAsksFactor(true)
      if (id === 'SecondFactorToSetUp')
        desk.go({ at: 'setUpFactor', loginName: String(details['loginName']), password })
      return answer
    })
  return (
    <Door title={text('access:activate.title')}>
      <Text>{text('access:activate.hint')}</Text>
      <Form onSubmit={submit}>
        <TextInput
          label={text('access:activate.code')}
          required
          autoComplete="one-time-code"
          autoCapitalize="none"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <SecretInput
          label={text('access:newPassword')}
          description={text('access:passwordHint')}
          required
          minLength={8}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {asksFactor && <FactorCodeField value={factorCode} onChange={setFactorCode} focus />}
        <DoingNote doing={doing} />
        <Button type="submit" size="md" loading={doing.busy}>
          {text('access:activate.submit')}
        </Button>
      </Form>
      <Anchor component="button" type="button" onClick={() => desk.go({ at: 'signIn', vaults: 0 })}>
        {text('access:login.title')}
      </Anchor>
    </Door>
  )
}
