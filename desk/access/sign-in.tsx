import { Alert, Anchor, Button, Text } from '@mantine/core'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { text } from '../kit/text.ts'
import { signIn } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import { Door } from './door.tsx'
import { FoundLink } from './found-link.tsx'
import { NameAndPasswordFields, useNameAndPassword } from './name-and-password.tsx'

export function SignIn({ vaults, shut }: { readonly vaults: number; readonly shut: boolean }) {
  const desk = useDesk()
  const doing = useDoing()
  const entered = useNameAndPassword()
  const submit = () => {
    const { loginName, password } = entered.login
    void doing.run(async () => {
      const answer = entered.hear(await signIn(desk, '/api/login', entered.login))
      if (!answer.ok && answer.refusal.id === 'SecondFactorToSetUp')
        desk.go({ at: 'setUpFactor', loginName, password })
      return answer
    })
  }
  return (
    <Door title={text('access:login.title')}>
      {shut && <Alert color="yellow">{text('access:devices.shutHere')}</Alert>}
      <Form onSubmit={submit}>
        <NameAndPasswordFields entered={entered} />
        <DoingNote doing={doing} />
        <Button type="submit" size="md" loading={doing.busy}>
          {text('access:login.submit')}
        </Button>
      </Form>
      {vaults > 0 && (
        <Anchor
          component="button"
          type="button"
          onClick={() => desk.go({ at: 'unlock', account: null })}
        >
          {text('access:login.toUnlock')}
        </Anchor>
      )}
      <Anchor
        component="button"
        type="button"
        onClick={() => desk.go({ at: 'activate', code: '' })}
      >
        {text('access:login.activate')}
      </Anchor>
      <FoundLink />
      <Text size="sm" c="gray.7">
        {text('access:login.otherDevice')}
      </Text>
    </Door>
  )
}
