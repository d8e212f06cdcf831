import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { contactPlan } from '../../../core/contact/contact-plan.ts'
import {
  contactPlanParties,
  type ContactPlanParty,
  isContactPlanEmpty,
  isContactPlanFrozen,
  stateOfContactPlan,
  wordingOfContactPlan,
} from '../../../core/contact/contact-plan-shape.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { DateField, DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useAct, useToday } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { tellerName } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'

interface AgreeProps {
  readonly contact: PairContact
  readonly plan: PairContact['plans'][number]
}

function useSay({ plan }: AgreeProps) {
  const act = useAct()
  const doing = useDoing()
  const say = (verb: string, input: object) =>
    doing.run(() =>
      act({
        ...{ kind: contactPlan, recordId: plan.id, verb, fields: {} },
        input: fieldsAsJson(input),
      }),
    )
  return { doing, say }
}

/** Child and parent agree each for themselves; the caregiver has a look. Afterwards a change is a version of its own. */
export function PlanAgree(props: AgreeProps) {
  const { contact, plan } = props
  const { doing, say } = useSay(props)
  const today = useToday()
  const state = stateOfContactPlan(plan)
  const writable = contact.mayPlan && plan.endedOn === null
  const mayEnd = contact.mayWrite && contact.consented && plan.endedOn === null
  return (
    <>
      <ul className={styles.lines}>
        {contactPlanParties.map((by) => (
          <li key={by} className={styles.account}>
            <Text>{tellerName(by, contact)}</Text>
            <PartyAgrees {...props} by={by} writable={writable} />
          </li>
        ))}
        {plan.caregiverId !== null && (
          <li className={styles.account}>
            <Text>{contact.nameOf(plan.caregiverId)}</Text>
            {plan.caregiverSawOn === null ? (
              writable && (
                <Button
                  className="no-print"
                  variant="default"
                  loading={doing.busy}
                  onClick={() => void say('witness', { on: today })}
                >
                  {text('contact:plan.witness')}
                </Button>
              )
            ) : (
              <span>{text('contact:plan.sawOn', { day: formatDay(plan.caregiverSawOn) })}</span>
            )}
          </li>
        )}
      </ul>
      {writable && state === 'draft' && isContactPlanFrozen(plan) && (
        <Group className="no-print">
          <Button variant="default" loading={doing.busy} onClick={() => void say('takeBack', {})}>
            {text('contact:plan.takeBack')}
          </Button>
        </Group>
      )}
      {plan.endedOn !== null && (
        <Text>
          {text('contact:plan.endedOn', { day: formatDay(plan.endedOn) })} {plan.endedReason}
        </Text>
      )}
      <DoingNote doing={doing} />
      {mayEnd && (state === 'agreed' || contact.keptAway) && <EndPlan {...props} />}
    </>
  )
}

function PartyAgrees({
  by,
  writable,
  ...props
}: AgreeProps & { readonly by: ContactPlanParty; readonly writable: boolean }) {
  const { contact, plan } = props
  const today = useToday()
  const { doing, say } = useSay(props)
  const [on, setOn] = useState<string | null>(today)
  const agreed = plan[`${by}AgreedOn`]
  if (agreed !== null)
    return <span>{text('contact:plan.agreedOn', { day: formatDay(agreed) })}</span>
  if (!writable || isContactPlanEmpty(plan)) return <span>{text('contact:plan.notAgreed')}</span>
  const name = tellerName(by, contact)
  return (
    <div>
      <Group gap="xs" align="end" className="no-print">
        <DateField
          label={text('contact:plan.dayOf', { name })}
          value={on}
          min={plan.begunOn}
          max={today}
          onChange={setOn}
        />
        <Button
          variant="light"
          disabled={on === null}
          loading={doing.busy}
          aria-label={text('contact:plan.agreeBy', { name })}
          onClick={() => void say('agree', { by, on, wording: wordingOfContactPlan(plan) })}
        >
          {text('contact:plan.agree')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}

function EndPlan(props: AgreeProps) {
  const today = useToday()
  const { doing, say } = useSay(props)
  const [reason, setReason] = useState<string | null>(null)
  if (reason === null)
    return (
      <Group className="no-print">
        <Button variant="default" onClick={() => setReason('')}>
          {text('contact:plan.end')}
        </Button>
      </Group>
    )
  return (
    <Group gap="xs" align="end" className="no-print">
      <TextInput
        label={text('contact:fields.endedReason')}
        value={reason}
        maxLength={300}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button loading={doing.busy} onClick={() => void say('end', { on: today, reason })}>
        {text('contact:plan.end')}
      </Button>
      <Button variant="default" onClick={() => setReason(null)}>
        {text('kit:cancel')}
      </Button>
      <DoingNote doing={doing} />
    </Group>
  )
}
