import { Button, Group, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import {
  factorCircles,
  factorRuleShape,
  mostGraceDays,
  type FactorCircle,
  type FactorState,
} from '../../core/access/second-factor.ts'
import { formatTime } from '../kit/format.ts'
import { DoingNote } from '../kit/notes.tsx'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { SegmentedChoice } from '../kit/segmented-choice.tsx'
import { text } from '../kit/text.ts'
import { callServer } from '../sync/server.ts'
import { useAgency } from '../sync/use-state-of-desk.ts'
import { type Proof, ProveSelf } from './prove-self.tsx'
import { useFactorState } from './use-factor-state.ts'

const usualGrace = 14

/** Of whom the agency asks a second factor: administrators decide, with days to get ready. */
export function FactorRuleSection() {
  const { sample } = useAgency()
  const { state, doing, ask } = useFactorState()
  const [changing, setChanging] = useState(false)
  return (
    <Section title={text('access:factor.ruleTitle')} hint={text('access:factor.ruleHint')}>
      <DoingNote doing={doing} />
      {state !== null && !changing && (
        <>
          <Text>{ruleWords(state)}</Text>
          {!sample && (
            <Group>
              <Button variant="default" onClick={() => setChanging(true)}>
                {text('kit:edit')}
              </Button>
            </Group>
          )}
        </>
      )}
      {state !== null && changing && (
        <RuleForm
          state={state}
          onClose={() => {
            setChanging(false)
            ask()
          }}
        />
      )}
    </Section>
  )
}

function ruleWords({ rule }: FactorState): string {
  const who = text(`access:factor.circles.${rule.circle}`)
  if (rule.circle === 'nobody' || rule.from === null) return who
  return text('access:factor.ruleFrom', { who, time: formatTime(rule.from) })
}

function RuleForm({
  state,
  onClose,
}: {
  readonly state: FactorState
  readonly onClose: () => void
}) {
  const [circle, setCircle] = useState<FactorCircle>(state.rule.circle)
  const [graceDays, setGraceDays] = useState(usualGrace)
  const save = async (proof: Proof) => {
    const body = { ...proof, circle, graceDays: circle === 'nobody' ? 0 : graceDays }
    const answer = await callServer('/api/second-factor/rule', body, factorRuleShape)
    if (!answer.ok) return answer
    announce({ words: text('access:factor.ruleKept') })
    onClose()
    return answer
  }
  return (
    <ProveSelf
      hasFactor={state.by !== null}
      label={text('kit:save')}
      onProven={save}
      onClose={onClose}
    >
      <SegmentedChoice
        label={text('access:fields.circle')}
        options={factorCircles.map((value) => ({
          value,
          label: text(`access:factor.circles.${value}`),
        }))}
        value={circle}
        onChange={setCircle}
      />
      {circle !== 'nobody' && (
        <NumberInput
          label={text('access:fields.graceDays')}
          description={text('access:factor.graceHint')}
          min={0}
          max={mostGraceDays}
          allowDecimal={false}
          value={graceDays}
          onChange={(days) => setGraceDays(Number(days))}
        />
      )}
    </ProveSelf>
  )
}
