import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { staff } from '../../core/access/staff.ts'
import { concern } from '../../core/safety/concern.ts'
import { type Concern, concernSorts, type ConcernSort } from '../../core/safety/concern-shape.ts'
import { compareNames, DoingNote, formatTime, Icon, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useAct, useActor, useRecord, useRecords } from '../sync/index.ts'
import { CallPanel } from './call-panel.tsx'
import type { Place } from './find-place.ts'
import { NineSituations } from './nine-situations.tsx'
import styles from './safety.module.css'
import { type PossibleChild, useChildrenAt, useEditConcern, useRaise } from './use-concern.ts'
import { WhatToDo } from './what-to-do.tsx'

/** What kind of danger: the second tap, and it is saved. Then whom to call and what to do; everything else can wait. */
export function RaiseConcern({
  place,
  onBack,
  onGo,
}: {
  readonly place: Place
  /** To where the button was pressed. */
  readonly onBack: () => void
  /** On the way to the record. */
  readonly onGo?: () => void
}) {
  const act = useAct()
  const raise = useRaise()
  const doing = useDoing()
  const children = useChildrenAt(place)
  const [id, setId] = useState<string | null>(null)
  const [keptOutId, setKeptOutId] = useState('')
  const its = useRecord(concern, id)
  const choose = async (sort: ConcernSort) => {
    const made = raise(place, sort, children, keptOutId === '' ? null : keptOutId)
    if ((await doing.run(() => act(made.drafts))) !== null) setId(made.id)
  }
  if (its !== null) return <Raised its={its} possible={children} onBack={onBack} onGo={onGo} />
  return (
    <>
      <Text>
        {text('safety:raise.danger')}{' '}
        <a className={styles.phone} href="tel:110">
          110
        </a>
      </Text>
      <KeepOut staffId={keptOutId} onChange={setKeptOutId} />
      <Text fw={600} mt="xs" mb="xs">
        {text('safety:raise.which')}
      </Text>
      <ul className={styles.kinds}>
        {concernSorts.map((sort) => (
          <li key={sort}>
            <button
              type="button"
              className={styles.kind}
              disabled={doing.busy}
              onClick={() => void choose(sort).catch(reportError)}
            >
              <strong>{text(`safety:sort.${sort}`)}</strong>
              <span>{text(`safety:sortHint.${sort}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
      <NineSituations />
      <Text className={styles.quiet} mt="sm">
        {text('safety:raise.private')}
      </Text>
    </>
  )
}

/** SAF-20: whoever it may be about is chosen before it is saved, so it stands before the taps that save; nobody has to. */
function KeepOut({
  staffId,
  onChange,
}: {
  readonly staffId: string
  readonly onChange: (staffId: string) => void
}) {
  const { staffId: own } = useActor()
  const colleagues = useRecords(staff)
    .filter(({ id, state }) => id !== own && state === 'active')
    .toSorted((left, right) => compareNames(left.name, right.name))
  const id = useId()
  if (colleagues.length === 0) return null
  return (
    <div className={styles.keepOut}>
      <label htmlFor={id}>{text('safety:raise.keepOut')}</label>
      <NativeSelect
        id={id}
        aria-describedby={`${id}-hint`}
        value={staffId}
        data={[
          { value: '', label: text('safety:raise.keepOutNobody') },
          ...colleagues.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <span id={`${id}-hint`} className={styles.quiet}>
        {text('safety:raise.keepOutHint')}
      </span>
    </div>
  )
}

function Raised({
  its,
  possible,
  onBack,
  onGo,
}: {
  readonly its: LocalRecord<Concern>
  readonly possible: readonly PossibleChild[]
  readonly onBack: () => void
  readonly onGo: (() => void) | undefined
}) {
  return (
    <>
      <Alert role="status" color="gray" variant="light" icon={<Icon name="check" />}>
        <Text fw={600} c="gray.9">
          {text('safety:raise.saved', { time: formatTime(its.noticedAt) })}
        </Text>
        <Text c="gray.9">{text('safety:raise.savedHint')}</Text>
      </Alert>
      <Text fw={600} mt="md" mb="xs">
        {text('safety:call.title')}
      </Text>
      <CallPanel its={its} />
      <NineSituations />
      <SaidReport its={its} />
      {its.sort !== null && <WhatToDo sort={its.sort} />}
      {possible.length > 0 && <WhichChild its={its} possible={possible} />}
      <Group mt="md">
        <Button component={Link} to={`/safety/${its.id}`} onClick={() => onGo?.()}>
          {text('safety:raise.writeDown')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text('safety:raise.back')}
        </Button>
      </Group>
    </>
  )
}

function SaidReport({ its }: { readonly its: Concern }) {
  if (its.reportedAt === null) return null
  return (
    <Text role="status" mt="xs" mb="xs" fw={600}>
      {text('safety:call.saved', { time: formatTime(its.reportedAt) })}
    </Text>
  )
}

/** By name, where this device knows who may be meant; never asked before it is saved. */
function WhichChild({
  its,
  possible,
}: {
  readonly its: LocalRecord<Concern>
  readonly possible: readonly PossibleChild[]
}) {
  const edit = useEditConcern(its.id)
  const doing = useDoing()
  const [asking, setAsking] = useState(false)
  const chosen = possible.find(({ childId }) => childId === its.childId)
  const choose = async ({ childId, familyId, name }: PossibleChild) => {
    if ((await doing.run(() => edit({ childId, familyId, childName: name }))) !== null)
      setAsking(false)
  }
  if (chosen !== undefined && !asking)
    return (
      <Group gap="xs" mt="md">
        <Text component="output" fw={600}>
          {text('safety:child.chosen', { name: chosen.name })}
        </Text>
        {possible.length > 1 && (
          <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
            {text('safety:child.other')}
          </Button>
        )}
      </Group>
    )
  return (
    <>
      <Text fw={600} mt="md" mb={4} id="which-child">
        {text(possible.length > 1 ? 'safety:child.checkWhich' : 'safety:child.which')}
      </Text>
      <Group gap="xs" role="group" aria-labelledby="which-child">
        {possible.map((one) => (
          <Button
            key={one.childId}
            variant={one.childId === its.childId ? 'filled' : 'default'}
            aria-pressed={one.childId === its.childId}
            onClick={() => void choose(one).catch(reportError)}
          >
            {one.name}
          </Button>
        ))}
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
