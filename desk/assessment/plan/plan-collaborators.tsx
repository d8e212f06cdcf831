import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DoingNote, Form, Section, text, useDoing } from '../../kit/index.ts'
import { newId } from '../../sync/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

/** Who works with us, and at what. */
export function PlanCollaborators({
  inHand,
  open,
}: {
  readonly inHand: PlanInHand
  readonly open: boolean
}) {
  const { collaborators } = inHand.plan
  const doing = useDoing()
  const lines = Object.entries(collaborators).toSorted(([left], [right]) => (left < right ? -1 : 1))
  const drop = (key: string) =>
    doing.run(() =>
      inHand.write({
        collaborators: Object.fromEntries(lines.filter(([other]) => other !== key)),
      }),
    )
  return (
    <Section title={text('goals:fields.collaborators')}>
      {lines.length === 0 && !open && <p className={styles.fine}>–</p>}
      <ul className={styles.lines}>
        {lines.map(([key, { name, does }]) => (
          <li key={key} className={styles.line}>
            <span>{[name, does].filter((word) => word !== '').join(' · ')}</span>
            {open && (
              <Button
                size="compact-sm"
                variant="default"
                className={styles.onScreen}
                aria-label={text('goals:plan.dropLine', { line: name })}
                onClick={() => void drop(key)}
              >
                {text('kit:remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
      {open && <Add inHand={inHand} />}
    </Section>
  )
}

function Add({ inHand }: { readonly inHand: PlanInHand }) {
  const doing = useDoing()
  const [name, setName] = useState('')
  const [does, setDoes] = useState('')
  const add = async () => {
    const line = { name: name.trim(), does: does.trim() }
    const { collaborators } = inHand.plan
    const made = await doing.run(() =>
      inHand.write({ collaborators: { ...collaborators, [newId()]: line } }),
    )
    if (made === null) return
    setName('')
    setDoes('')
  }
  return (
    <Form onSubmit={() => void add().catch(reportError)} label={text('goals:plan.addCollaborator')}>
      <div className={styles.fields}>
        <TextInput
          label={text('goals:plan.collaborator')}
          value={name}
          maxLength={120}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={text('goals:plan.does')}
          value={does}
          maxLength={300}
          onChange={({ currentTarget }) => setDoes(currentTarget.value)}
        />
      </div>
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" variant="default" loading={doing.busy} disabled={name.trim() === ''}>
          {text('goals:plan.addCollaborator')}
        </Button>
      </Group>
    </Form>
  )
}
