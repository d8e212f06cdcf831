import { Anchor, Button, Text, TextInput, Title } from '@mantine/core'
import { type ChangeEvent, type ReactNode, useState } from 'react'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { LongJob } from '../kit/long-job.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { SecretInput } from '../kit/secret-input.tsx'
import { currentLanguage, text } from '../kit/text.ts'
import { signIn } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import { Door } from './door.tsx'
import styles from './door.module.css'

/** As long as there is no agency of real people: two doors, also when the village has been opened before. */
export function FirstRun({
  token: given,
  sampleOpen,
}: {
  readonly token: string
  readonly sampleOpen: boolean
}) {
  const desk = useDesk()
  const doing = useDoing()
  const [token, setToken] = useState(given)
  const [setUp, setSetUp] = useState(false)
  const openSample = () =>
    void doing.run(() =>
      signIn(desk, '/api/setup/sample', { token: token.trim(), language: currentLanguage() }),
    )
  const tokenField = given === '' && (
    <TextInput
      label={text('access:firstRun.token')}
      description={text('access:firstRun.tokenHint')}
      required
      autoCapitalize="none"
      autoComplete="off"
      value={token}
      onChange={(event) => setToken(event.currentTarget.value)}
    />
  )
  if (setUp)
    return <AgencyForm token={token} tokenField={tokenField} onBack={() => setSetUp(false)} />
  return (
    <Door title={text('access:firstRun.title')} wide>
      <Text>{text(sampleOpen ? 'access:firstRun.introSample' : 'access:firstRun.intro')}</Text>
      {tokenField}
      <DoingNote doing={doing} />
      {doing.busy && <LongJob label={text('access:firstRun.sampleBusy')} part={null} />}
      <div className={styles.doors}>
        <section className={styles.doorCard}>
          <Title order={2} size="h4">
            {text('access:firstRun.agencyTitle')}
          </Title>
          <Text>{text('access:firstRun.agencyHint')}</Text>
          <Button size="md" onClick={() => setSetUp(true)} disabled={doing.busy}>
            {text('access:firstRun.agencyOpen')}
          </Button>
        </section>
        <section className={styles.doorCard}>
          <Title order={2} size="h4">
            {text('access:firstRun.sampleTitle')}
          </Title>
          <Text>{text('access:firstRun.sampleHint')}</Text>
          <Button size="md" variant="outline" onClick={openSample} loading={doing.busy}>
            {text('access:firstRun.sampleOpen')}
          </Button>
        </section>
      </div>
      {sampleOpen && (
        <Anchor
          component="button"
          type="button"
          onClick={() => desk.go({ at: 'signIn', vaults: 0 })}
        >
          {text('access:login.title')}
        </Anchor>
      )}
    </Door>
  )
}

const blank = {
  agencyName: '',
  county: '',
  dataGuardian: '',
  name: '',
  loginName: '',
  password: '',
}

function AgencyForm({
  token,
  tokenField,
  onBack,
}: {
  readonly token: string
  readonly tokenField: ReactNode
  readonly onBack: () => void
}) {
  const desk = useDesk()
  const doing = useDoing()
  const [values, setValues] = useState(blank)
  const bind = (field: keyof typeof blank) => ({
    value: values[field],
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget
      setValues((before) => ({ ...before, [field]: value }))
    },
  })
  const submit = () =>
    void doing.run(() => {
      const { agencyName, county, dataGuardian, name, loginName, password } = values
      return signIn(desk, '/api/setup', {
        token: token.trim(),
        agency: {
          name: agencyName.trim(),
          county: county.trim(),
          dataGuardian: dataGuardian.trim(),
        },
        admin: {
          name: name.trim(),
          loginName: loginName.trim(),
          password,
          language: currentLanguage(),
        },
      })
    })
  return (
    <Door title={text('access:firstRun.agencyTitle')}>
      <Form onSubmit={submit}>
        {tokenField}
        <TextInput
          label={text('access:firstRun.agencyName')}
          required
          maxLength={120}
          {...bind('agencyName')}
        />
        <TextInput label={text('access:firstRun.county')} maxLength={120} {...bind('county')} />
        <TextInput
          label={text('access:firstRun.dataGuardian')}
          description={text('access:firstRun.dataGuardianHint')}
          required
          maxLength={80}
          {...bind('dataGuardian')}
        />
        <Title order={2} size="h5">
          {text('access:firstRun.adminTitle')}
        </Title>
        <TextInput
          label={text('access:name')}
          required
          maxLength={80}
          autoComplete="name"
          {...bind('name')}
        />
        <TextInput
          label={text('access:loginName')}
          description={text('access:loginNameHint')}
          required
          maxLength={80}
          autoCapitalize="none"
          autoComplete="username"
          {...bind('loginName')}
        />
        <SecretInput
          label={text('access:newPassword')}
          description={text('access:passwordHint')}
          required
          minLength={8}
          autoComplete="new-password"
          {...bind('password')}
        />
        <DoingNote doing={doing} />
        <Button type="submit" size="md" loading={doing.busy}>
          {text('access:firstRun.create')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {text('kit:back')}
        </Button>
      </Form>
    </Door>
  )
}
