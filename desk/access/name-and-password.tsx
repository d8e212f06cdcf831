import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { SecretInput } from '../kit/secret-input.tsx'
import { text } from '../kit/text.ts'

export interface NameAndPassword {
  readonly loginName: string
  readonly password: string
  readonly setLoginName: (loginName: string) => void
  readonly setPassword: (password: string) => void
}

export function useNameAndPassword(): NameAndPassword {
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  return { loginName, password, setLoginName, setPassword }
}

/** What every sign-in asks, at the door and beside the work. */
export function NameAndPasswordFields({ entered }: { readonly entered: NameAndPassword }) {
  return (
    <>
      <TextInput
        label={text('access:loginName')}
        required
        autoComplete="username"
        autoCapitalize="none"
        value={entered.loginName}
        onChange={(event) => entered.setLoginName(event.currentTarget.value)}
      />
      <SecretInput
        label={text('access:password')}
        required
        autoComplete="current-password"
        value={entered.password}
        onChange={(event) => entered.setPassword(event.currentTarget.value)}
      />
    </>
  )
}
