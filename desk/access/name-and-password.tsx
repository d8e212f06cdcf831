import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Outcome } from '../../core/kit/outcome.ts'
import { SecretInput } from '../kit/secret-input.tsx'
import { text } from '../kit/text.ts'
import { FactorCodeField } from './factor-code-field.tsx'

export interface NameAndPassword {
  readonly loginName: string
  readonly password: string
  readonly code: string
  /** The server has asked for the second factor. */
  readonly asksCode: boolean
  readonly setLoginName: (loginName: string) => void
  readonly setPassword: (password: string) => void
  readonly setCode: (code: string) => void
  /** What is sent. */
  readonly login: { readonly loginName: string; readonly password: string; readonly code: string }
  /** Learns from an answer whether a code is wanted; one that was refused is not sent again. */
  readonly hear: <Value>(answer: Outcome<Value>) => Outcome<Value>
}

const factorRefusals = ['SecondFactorNeeded', 'SecondFactorWrong']

export function useNameAndPassword(): NameAndPassword {
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  return {
    loginName,
    password,
    code,
    asksCode,
    setLoginName,
    setPassword,
    setCode,
    login: { loginName: loginName.trim(), password, code },
    hear: (answer) => {
      if (!answer.ok && factorRefusals.includes(answer.refusal.id)) setAsksCode(true)
      if (!answer.ok) setCode('')
      return answer
    },
  }
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
      {entered.asksCode && (
        <FactorCodeField value={entered.code} onChange={entered.setCode} focus />
      )}
    </>
  )
}
