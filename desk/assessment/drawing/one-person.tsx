import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { lifeFact, type LifeFact } from '../../../core/assessment/drawing/facts/life-fact.ts'
import type { Genogram } from '../../../core/assessment/drawing/genogram/genogram.ts'
import { person, type Person } from '../../../core/families/person.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useToday } from '../../sync/index.ts'
import { AddRelative } from './add-relative.tsx'
import { draftEnd, draftFact, factOf } from './change-lines.ts'
import styles from './drawing.module.css'
import { isPartialDay, PartialDayField } from './partial-day-field.tsx'
import { describeBonds, describeDrawn } from './person-words.ts'
import type { DrawnFamily } from './use-drawn-family.ts'

interface OnePersonProps {
  readonly drawn: DrawnFamily
  readonly genogram: Genogram
  readonly one: LocalRecord<Person>
  readonly mayEdit: boolean
  readonly onAdded: (id: string) => void
}

/** Whoever was tapped: what is known, the way to the record, and what can be added. */
export function OnePerson({ drawn, genogram, one, mayEdit, onAdded }: OnePersonProps) {
  const shown = genogram.people.find(({ id }) => id === one.id)
  return (
    <section className={styles.panel} aria-label={one.name}>
      <Text component="h2" fw={600} size="lg">
        {one.name}
      </Text>
      {shown !== undefined && (
        <div>
          <Text>{describeDrawn(shown)}</Text>
          {describeBonds(shown, genogram).map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </div>
      )}
      <Group gap="xs">
        <Button
          component={Link}
          to={`/families/${drawn.family.id}/people/${one.id}`}
          variant="default"
        >
          {text('assessment:drawing.one.record')}
        </Button>
        {mayEdit && <Facts drawn={drawn} one={one} />}
      </Group>
      {mayEdit && (
        <>
          <Text fw={600}>{text('assessment:drawing.one.add')}</Text>
          <AddRelative key={one.id} of={one} genogram={genogram} onAdded={onAdded} />
          <Text size="sm" c="gray.7">
            {text('assessment:drawing.one.tapSecond')}
          </Text>
        </>
      )}
    </section>
  )
}

const standing = ['holdsPhone', 'expecting'] as const satisfies readonly LifeFact['fact'][]

function Facts({ drawn, one }: { readonly drawn: DrawnFamily; readonly one: LocalRecord<Person> }) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [dying, setDying] = useState<string | null>(null)
  const save = async (drafts: readonly Draft[]) => (await doing.run(() => act(drafts))) !== null
  const toggle = (fact: LifeFact['fact']) => {
    const now = factOf(drawn, one.id, fact, today)
    return save([
      now === undefined
        ? draftFact(drawn, one.id, fact, today, newId())
        : draftEnd(lifeFact, now, today),
    ])
  }
  const died = async (since: string) => {
    const facts = { alive: false, livesHere: false }
    const made = await save([
      { kind: person, recordId: one.id, verb: 'edit', input: {}, fields: facts },
      draftFact(drawn, one.id, 'died', since === '' ? null : since, newId()),
    ])
    if (made) setDying(null)
  }
  if (!one.alive) return <DoingNote doing={doing} />
  return (
    <>
      {standing
        .filter((fact) => fact !== 'expecting' || one.sex !== 'male')
        .map((fact) => {
          const holds = factOf(drawn, one.id, fact, today) !== undefined
          return (
            <Button
              key={fact}
              variant={holds ? 'filled' : 'default'}
              aria-pressed={holds}
              loading={doing.busy}
              onClick={() => void toggle(fact)}
            >
              {text(`assessment:drawing.${fact}`)}
            </Button>
          )
        })}
      <Button variant="default" onClick={() => setDying('')}>
        {text('assessment:drawing.one.died')}
      </Button>
      {dying !== null && (
        <Group gap="xs" align="end">
          <PartialDayField
            label={text('assessment:drawing.one.diedIn')}
            value={dying}
            onChange={setDying}
          />
          <Button disabled={!isPartialDay(dying)} onClick={() => void died(dying)}>
            {text('kit:save')}
          </Button>
          <Button variant="default" onClick={() => setDying(null)}>
            {text('kit:cancel')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
