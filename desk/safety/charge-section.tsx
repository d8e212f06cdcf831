import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { staff } from '../../core/access/staff.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { type Concern, concernSorts } from '../../core/safety/concern-shape.ts'
import { concern } from '../../core/safety/concern.ts'
import {
  compareNames,
  ConfirmButton,
  DoingNote,
  formatTime,
  Section,
  text,
  useDoing,
} from '../kit/index.ts'
import { type LocalRecord, useAct, useKeptWords, useMay, useRecords } from '../sync/index.ts'
import styles from './safety.module.css'
import { useAnswersFor, useStaffNames } from './use-concerns.ts'

function useVerb(its: LocalRecord<Concern>) {
  const act = useAct()
  const doing = useDoing()
  const run = (verb: string, input: JsonObject) =>
    doing.run(() => act({ kind: concern, recordId: its.id, verb, input, fields: {} }))
  return { doing, run }
}

/** Who answers for it: sorting, colleagues by name, closing and opening again. */
export function ChargeSection({ its }: { readonly its: LocalRecord<Concern> }) {
  const answersFor = useAnswersFor()
  const { doing, run } = useVerb(its)
  const open = its.state !== 'closed'
  return (
    <Section title={text('safety:charge.title')}>
      <Seen its={its} />
      {open && (
        <NativeSelect
          label={text('safety:charge.sort')}
          value={its.sort ?? ''}
          data={[
            { value: '', label: text('safety:choose') },
            ...concernSorts.map((value) => ({ value, label: text(`safety:sort.${value}`) })),
          ]}
          onChange={({ currentTarget: { value: sort } }) => {
            if (sort !== '') void run('triage', { sort })
          }}
        />
      )}
      <DoingNote doing={doing} />
      {answersFor && <Handlers its={its} />}
      {answersFor && (open ? <Close its={its} /> : <Reopen its={its} />)}
    </Section>
  )
}

function Seen({ its }: { readonly its: LocalRecord<Concern> }) {
  const answersFor = useAnswersFor()
  const { doing, run } = useVerb(its)
  if (its.seenAt !== null)
    return <Text>{text('safety:charge.seenAt', { time: formatTime(its.seenAt) })}</Text>
  if (!answersFor) return <Text>{text('safety:charge.notSeen')}</Text>
  return (
    <Group>
      <Button onClick={() => void run('markSeen', {})}>{text('safety:charge.markSeen')}</Button>
      <DoingNote doing={doing} />
    </Group>
  )
}

function Handlers({ its }: { readonly its: LocalRecord<Concern> }) {
  const { doing, run } = useVerb(its)
  const nameOf = useStaffNames()
  const people = useRecords(staff, { state: 'active' })
  const mayName = useMay('concern', 'nameHandler', `concern:${its.id}`, its.id)
  const named = Object.keys(its.handlers)
  const others = people
    .filter(({ id, roles }) => !named.includes(id) && !roles.includes('supervisor'))
    .toSorted((left, right) => compareNames(left.name, right.name))
  return (
    <div>
      <Text fw={500}>{text('safety:fields.handlers')}</Text>
      <Text className={styles.quiet}>{text('safety:charge.handlersHint')}</Text>
      {named.map((id) => (
        <Group key={id} gap="xs">
          <span>{nameOf(id)}</span>
          <Button
            size="compact-md"
            variant="subtle"
            color="gray.8"
            onClick={() => void run('dismissHandler', { staffId: id })}
          >
            {text('safety:verbs.concern.dismissHandler')}
          </Button>
        </Group>
      ))}
      {mayName && (
        <NativeSelect
          mt={4}
          aria-label={text('safety:verbs.concern.nameHandler')}
          value=""
          data={[
            { value: '', label: text('safety:verbs.concern.nameHandler') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget: { value: staffId } }) => {
            if (staffId !== '') void run('nameHandler', { staffId })
          }}
        />
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

function Close({ its }: { readonly its: LocalRecord<Concern> }) {
  const { doing, run } = useVerb(its)
  const kept = useKeptWords(`concern-close:${its.id}`)
  const reason = kept.words
  const close = async () => {
    if ((await run('close', { reason: reason.trim() })) !== null) await kept.clear()
  }
  return (
    <div>
      <Textarea
        label={text('safety:charge.closeWhy')}
        description={text('safety:charge.closeHint')}
        autosize
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <Group mt="xs">
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          onClick={() => void close().catch(reportError)}
        >
          {text('safety:charge.close')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}

function Reopen({ its }: { readonly its: LocalRecord<Concern> }) {
  const { doing, run } = useVerb(its)
  return (
    <Group>
      <ConfirmButton
        question={text('safety:charge.reopenAsk')}
        confirmLabel={text('safety:verbs.concern.reopen')}
        onConfirm={() => void run('reopen', {})}
      >
        {text('safety:verbs.concern.reopen')}
      </ConfirmButton>
      <DoingNote doing={doing} />
    </Group>
  )
}
