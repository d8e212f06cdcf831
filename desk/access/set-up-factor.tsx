import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { done } from '../../core/kit/outcome.ts'
import { text } from '../kit/text.ts'
import { enterAs } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import { callServer } from '../sync/server.ts'
import type { LoginAnswer } from '../sync/server-shapes.ts'
import { Door } from './door.tsx'
import { begunFactorShape, confirmedAtDoorShape } from './factor-shapes.ts'
import { FactorSteps } from './factor-steps.tsx'

/** The agency asks for a second factor: set up before anything opens. */
export function SetUpFactor({
  loginName,
  password,
}: {
  readonly loginName: string
  readonly password: string
}) {
  const desk = useDesk()
  const [account, setAccount] = useState<LoginAnswer | null>(null)
  const enter = (welcome: LoginAnswer) => void enterAs(desk, welcome).catch(reportError)
  return (
    <Door title={text('access:factor.title')} wide>
      <Text>{text('access:factor.asked')}</Text>
      <FactorSteps
        whose={loginName}
        asks={null}
        begin={(by) =>
          callServer('/api/login/second-factor', { loginName, password, by }, begunFactorShape)
        }
        confirm={async (code) => {
          const path = '/api/login/second-factor/confirm'
          const answer = await callServer(path, { loginName, password, code }, confirmedAtDoorShape)
          if (!answer.ok) return answer
          setAccount(answer.value.welcome)
          if (answer.value.codes.length === 0) enter(answer.value.welcome)
          return done(answer.value.codes)
        }}
        onDone={() => {
          if (account !== null) enter(account)
        }}
      />
      <Anchor component="button" type="button" onClick={() => desk.go({ at: 'signIn', vaults: 0 })}>
        {text('access:login.title')}
      </Anchor>
    </Door>
  )
}
