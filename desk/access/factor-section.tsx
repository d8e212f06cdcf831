import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { FactorState } from '../../core/access/second-factor.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { formatTime } from '../kit/format.ts'
import { DoingNote, Loading } from '../kit/notes.tsx'
import { Facts, Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { callServer } from '../sync/server.ts'
import { nothingShape } from '../sync/server-shapes.ts'
import { useAccount } from '../sync/use-state-of-desk.ts'
import { begunFactorShape, printedCodesShape } from './factor-shapes.ts'
import { FactorSteps } from './factor-steps.tsx'
import { PrintedCodes } from './printed-codes.tsx'
import { type Proof, ProveSelf } from './prove-self.tsx'
import { useFactorState } from './use-factor-state.ts'

/** One's own second factor: what is in force, setting it up, new codes, taking it off. */
export function FactorSection() {
  const { agency } = useAccount()
  const { state, doing, ask } = useFactorState()
  return (
    <Section title={text('access:factor.title')} hint={text('access:factor.hint')}>
      {agency.sample ? (
        <Text>{text('access:refusals.NotInSample')}</Text>
      ) : (
        <>
          {doing.busy && state === null && <Loading />}
          <DoingNote doing={doing} />
          {state !== null && <Factor state={state} onChanged={ask} />}
        </>
      )}
    </Section>
  )
}

type Step = 'rest' | 'begin' | 'codes' | 'off'

function Factor({
  state,
  onChanged,
}: {
  readonly state: FactorState
  readonly onChanged: () => void
}) {
  const { staff } = useAccount()
  const [step, setStep] = useState<Step>('rest')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const on = state.by !== null
  const rest = () => {
    setStep('rest')
    setCodes(null)
    onChanged()
  }
  const renew = async (proof: Proof) => {
    const answer = await callServer('/api/second-factor/codes', proof, printedCodesShape)
    if (answer.ok) setCodes(answer.value.codes)
    return answer
  }
  const off = async (proof: Proof) => {
    const answer = await callServer('/api/second-factor/off', proof, nothingShape)
    if (answer.ok) rest()
    return answer
  }
  if (codes !== null)
    return (
      <PrintedCodes codes={codes} whose={staff.name}>
        <Button onClick={rest}>{text('access:factor.kept')}</Button>
      </PrintedCodes>
    )
  switch (step) {
    case 'begin':
      return (
        <FactorSteps
          whose={staff.name}
          asks={{ hasFactor: on, onClose: rest }}
          begin={(by, proof) =>
            callServer('/api/second-factor/begin', { ...proof, by }, begunFactorShape)
          }
          confirm={confirmOwn}
          onDone={rest}
        />
      )
    case 'codes':
      return (
        <ProveSelf
          hasFactor={on}
          label={text('access:factor.newCodes')}
          onProven={renew}
          onClose={rest}
        >
          <Text>{text('access:factor.newCodesHint')}</Text>
        </ProveSelf>
      )
    case 'off':
      return (
        <ProveSelf hasFactor={on} label={text('access:factor.off')} onProven={off} onClose={rest}>
          <Text>{text('access:factor.offHint')}</Text>
        </ProveSelf>
      )
    case 'rest':
      return <AtRest state={state} go={setStep} />
  }
}

function AtRest({ state, go }: { readonly state: FactorState; readonly go: (step: Step) => void }) {
  const { by, due, codesLeft } = state
  return (
    <Stack>
      {by === null && due !== 'no' && (
        <Alert color="yellow">
          {text(due === 'now' ? 'access:factor.dueNow' : 'access:factor.dueLater', {
            time: formatTime(state.rule.from),
          })}
        </Alert>
      )}
      <Facts
        rows={[
          {
            label: text('access:factor.state'),
            value: by === null ? text('access:factor.isOff') : text(`access:factor.means.${by}`),
          },
          ...(by === null
            ? []
            : [
                { label: text('access:factor.since'), value: formatTime(state.confirmedAt) },
                { label: text('access:factor.codesLeft'), value: String(codesLeft) },
              ]),
        ]}
      />
      {by !== null && codesLeft <= 2 && <Text>{text('access:factor.fewCodes')}</Text>}
      <Group>
        <Button variant={by === null ? 'filled' : 'default'} onClick={() => go('begin')}>
          {text(by === null ? 'access:factor.setUp' : 'access:factor.again')}
        </Button>
        {by !== null && (
          <Button variant="default" onClick={() => go('codes')}>
            {text('access:factor.newCodes')}
          </Button>
        )}
        {by !== null && due === 'no' && (
          <Button variant="default" onClick={() => go('off')}>
            {text('access:factor.off')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

async function confirmOwn(code: string): Promise<Outcome<readonly string[]>> {
  const answer = await callServer('/api/second-factor/confirm', { code }, printedCodesShape)
  return answer.ok ? done(answer.value.codes) : answer
}
