import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PlanParty } from '../../../core/assessment/plan/plan-shape.ts'
import { isFrozen, stateOfPlan, wordingOfPlan } from '../../../core/assessment/plan/plan-state.ts'
import { DateField, DoingNote, Form, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import { PlanProof } from './plan-proof.tsx'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

/** Child, adult and worker agree each for themselves; afterwards the words stand, and a change is a new version. */
export function PlanAgree({ inHand }: { readonly inHand: PlanInHand }) {
  const { plan, described, mayEdit } = inHand
  const doing = useDoing()
  const state = stateOfPlan(plan)
  const takeBack = () => doing.run(() => inHand.say('takeBack', {}))
  return (
    <Section title={text('goals:plan.agreement')} hint={text('goals:plan.agreementHint')}>
      <ul className={styles.lines}>
        {described.agreed.map(({ by, on }) => (
          <li key={by} className={styles.line}>
            <span>{text(`goals:plan.party.${by}`)}</span>
            {on === null ? (
              <AgreeForm inHand={inHand} by={by} />
            ) : (
              <span>{text('goals:plan.agreedOn', { day: formatDay(on) })}</span>
            )}
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
      {mayEdit && state === 'draft' && isFrozen(plan) && (
        <Group className={styles.onScreen}>
          <Button variant="default" loading={doing.busy} onClick={() => void takeBack()}>
            {text('goals:plan.takeBack')}
          </Button>
        </Group>
      )}
      <PlanProof inHand={inHand} />
      {mayEdit && state === 'agreed' && <CloseForm inHand={inHand} />}
    </Section>
  )
}

function AgreeForm({ inHand, by }: { readonly inHand: PlanInHand; readonly by: PlanParty }) {
  const today = useToday()
  const doing = useDoing()
  const [on, setOn] = useState<string | null>(today)
  if (!inHand.mayEdit || inHand.plan.closedOn !== null)
    return <span>{text('goals:plan.notAgreed')}</span>
  const who = text(`goals:plan.party.${by}`)
  return (
    <div>
      <Group gap="xs" className={styles.onScreen} align="end">
        <DateField
          label={text('goals:plan.dayOf', { who })}
          value={on}
          max={today}
          onChange={setOn}
        />
        <Button
          variant="light"
          disabled={on === null}
          loading={doing.busy}
          aria-label={text('goals:plan.agreeBy', { who })}
          onClick={() =>
            void doing.run(() =>
              inHand.say('agree', { by, on, wording: wordingOfPlan(inHand.plan, inHand.goals) }),
            )
          }
        >
          {text('goals:plan.agree')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}

function CloseForm({ inHand }: { readonly inHand: PlanInHand }) {
  const today = useToday()
  const doing = useDoing()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const close = () => doing.run(() => inHand.say('close', { on: today, reason }))
  if (!open)
    return (
      <Group className={styles.onScreen}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {text('goals:plan.close')}
        </Button>
      </Group>
    )
  return (
    <Form onSubmit={() => void close()} label={text('goals:plan.close')}>
      <TextInput
        label={text('goals:plan.whyClose')}
        value={reason}
        maxLength={600}
        required
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group gap="xs">
        <Button type="submit" loading={doing.busy}>
          {text('goals:plan.close')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </Form>
  )
}
