import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DescribedPlan } from '../../../core/assessment/plan/describe-plan.ts'
import type { PlanAction } from '../../../core/assessment/plan/plan-shape.ts'
import { DateField, DoingNote, Form, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { newId, useToday } from '../../sync/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

/** What is done by whom and by when; that it has been done is noted here also after everybody has agreed. */
export function PlanActions({
  inHand,
  open,
}: {
  readonly inHand: PlanInHand
  readonly open: boolean
}) {
  const { plan, described, mayEdit } = inHand
  const today = useToday()
  const doing = useDoing()
  const write = (actions: Record<string, PlanAction>) => doing.run(() => inHand.write({ actions }))
  const markDone = (key: string, doneOn: string | null) => {
    const line = plan.actions[key]
    return line === undefined ? null : write({ ...plan.actions, [key]: { ...line, doneOn } })
  }
  const drop = (key: string) =>
    write(Object.fromEntries(Object.entries(plan.actions).filter(([other]) => other !== key)))
  return (
    <Section title={text('goals:fields.actions')}>
      {described.actions.length === 0 && !open && (
        <p className={styles.fine}>{text('goals:plan.noActions')}</p>
      )}
      <ul className={styles.lines}>
        {described.actions.map((action) => (
          <li key={action.key} className={styles.line}>
            <ActionWords action={action} />
            <Group gap="xs" className={styles.onScreen}>
              {mayEdit && described.state !== 'closed' && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={`${text(action.doneOn === null ? 'goals:plan.markDone' : 'goals:plan.notDone')} ${action.what}`}
                  onClick={() => void markDone(action.key, action.doneOn === null ? today : null)}
                >
                  {text(action.doneOn === null ? 'goals:plan.markDone' : 'goals:plan.notDone')}
                </Button>
              )}
              {open && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={text('goals:plan.dropLine', { line: action.what })}
                  onClick={() => void drop(action.key)}
                >
                  {text('kit:remove')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
      {open && <AddAction inHand={inHand} />}
    </Section>
  )
}

function ActionWords({ action }: { readonly action: DescribedPlan['actions'][number] }) {
  const { what, who, dueOn, doneOn, late } = action
  const due = dueOn === null ? '' : text('goals:plan.by', { day: formatDay(dueOn) })
  const done = doneOn === null ? '' : text('goals:plan.doneOn', { day: formatDay(doneOn) })
  const words = [who, due, done, late ? text('goals:plan.late') : '']
  return (
    <div className={doneOn === null ? undefined : styles.done}>
      <span>{what}</span>
      <p className={late ? styles.late : styles.fine}>
        {words.filter((word) => word !== '').join(' · ')}
      </p>
    </div>
  )
}

function AddAction({ inHand }: { readonly inHand: PlanInHand }) {
  const doing = useDoing()
  const [what, setWhat] = useState('')
  const [who, setWho] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const add = async () => {
    const line = { what: what.trim(), who: who.trim(), dueOn, doneOn: null }
    const { actions } = inHand.plan
    const made = await doing.run(() => inHand.write({ actions: { ...actions, [newId()]: line } }))
    if (made === null) return
    setWhat('')
    setWho('')
    setDueOn(null)
  }
  return (
    <Form onSubmit={() => void add().catch(reportError)} label={text('goals:plan.addAction')}>
      <div className={styles.fields}>
        <TextInput
          label={text('goals:plan.what')}
          value={what}
          maxLength={300}
          onChange={({ currentTarget }) => setWhat(currentTarget.value)}
        />
        <TextInput
          label={text('goals:plan.who')}
          value={who}
          maxLength={120}
          onChange={({ currentTarget }) => setWho(currentTarget.value)}
        />
        <DateField label={text('goals:fields.dueOn')} value={dueOn} onChange={setDueOn} />
      </div>
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" variant="default" loading={doing.busy} disabled={what.trim() === ''}>
          {text('goals:plan.addAction')}
        </Button>
      </Group>
    </Form>
  )
}
