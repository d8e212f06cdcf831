import { Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { type Concern, dangers, observerParts } from '../../core/safety/concern-shape.ts'
import {
  agencyClock,
  DoingNote,
  formatTime,
  Section,
  SegmentedChoice,
  text,
  useDoing,
} from '../kit/index.ts'
import { KeptText, type LocalRecord, useRecords } from '../sync/index.ts'
import { BodyMap } from './body-map.tsx'
import { ConcernText } from './concern-text.tsx'
import { Exchanges } from './exchanges.tsx'
import styles from './safety.module.css'
import { useEditConcern } from './use-concern.ts'

/** What was seen, heard and done: facts, and the child's words as they were said. */
export function FactsSection({ its }: { readonly its: LocalRecord<Concern> }) {
  const edit = useEditConcern(its.id)
  const doing = useDoing()
  const closed = its.state === 'closed'
  return (
    <Section title={text('safety:facts.title')} hint={text('safety:facts.hint')}>
      {its.reportedAt !== null && (
        <Text className={styles.quiet}>{text('safety:facts.toldStays')}</Text>
      )}
      <ChildFields its={its} />
      <NoticedAt its={its} />
      <ConcernText its={its} field="place" minRows={1} />
      <NativeSelect
        label={text('safety:fields.observer')}
        value={its.observer ?? ''}
        disabled={closed}
        data={[
          { value: '', label: text('safety:choose') },
          ...observerParts.map((value) => ({ value, label: text(`safety:observer.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const observer = observerParts.find((one) => one === value) ?? null
          void doing.run(() => edit({ observer }))
        }}
      />
      <SegmentedChoice
        label={text('safety:fields.presentDanger')}
        options={dangers.map((value) => ({ value, label: text(`safety:danger.${value}`) }))}
        value={its.presentDanger}
        disabled={closed}
        onChange={(presentDanger) => void doing.run(() => edit({ presentDanger }))}
      />
      <DoingNote doing={doing} />
      <ConcernText its={its} field="factsSeen" hint={text('safety:facts.seenHint')} minRows={3} />
      <ConcernText
        its={its}
        field="childsWords"
        hint={text('safety:facts.wordsHint')}
        minRows={3}
      />
      <ConcernText
        its={its}
        field="questionAsked"
        hint={text('safety:facts.askedHint')}
        minRows={1}
      />
      <Exchanges its={its} />
      <details className={styles.more}>
        <summary>{text('safety:body.title')}</summary>
        <BodyMap its={its} />
      </details>
      <ConcernText its={its} field="atHome" minRows={1} />
      <ConcernText its={its} field="otherChildren" minRows={1} />
      <ConcernText its={its} field="actionTaken" hint={text('safety:facts.doneHint')} />
      <ConcernText its={its} field="evidence" hint={text('safety:facts.evidenceHint')} />
      <Additions its={its} />
    </Section>
  )
}

/** From the file where this device has it, else by what the person is called. */
function ChildFields({ its }: { readonly its: LocalRecord<Concern> }) {
  const edit = useEditConcern(its.id)
  const doing = useDoing()
  const children = useRecords(person, { role: 'child' })
  const codes = new Map(useRecords(family).map(({ id, code }) => [id, code]))
  const choose = (id: string) => {
    const child = children.find((one) => one.id === id)
    if (child === undefined) return
    const { familyId, name } = child
    void doing.run(() => edit({ childId: id, familyId, childName: name }))
  }
  return (
    <Group grow align="flex-end" preventGrowOverflow={false}>
      <KeptText
        name={`concern:${its.id}:childName`}
        label={text('safety:fields.childName')}
        value={its.childName}
        maxLength={80}
        minRows={1}
        readOnly={its.state === 'closed'}
        onSave={(childName, was) => edit({ childName }, { childName: was })}
      />
      {children.length > 0 && its.state !== 'closed' && (
        <NativeSelect
          label={text('safety:child.fromFile')}
          value={its.childId ?? ''}
          data={[
            { value: '', label: text('safety:choose') },
            ...children.map(({ id, name, familyId }) => ({
              value: id,
              label: [name, codes.get(familyId) ?? ''].filter((part) => part !== '').join(' · '),
            })),
          ]}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      )}
      <DoingNote doing={doing} />
    </Group>
  )
}

function NoticedAt({ its }: { readonly its: LocalRecord<Concern> }) {
  const edit = useEditConcern(its.id)
  const doing = useDoing()
  const fixed = its.reportedAt !== null || its.state === 'closed'
  if (fixed)
    return (
      <Text>
        <strong>{text('safety:fields.noticedAt')}</strong> {formatTime(its.noticedAt)}
      </Text>
    )
  return (
    <>
      <TextInput
        type="datetime-local"
        label={text('safety:fields.noticedAt')}
        description={text('safety:facts.timeHint')}
        defaultValue={agencyClock().minuteAt(its.noticedAt)}
        max={agencyClock().minuteAt(new Date().toISOString())}
        onBlur={({ currentTarget: { value } }) => {
          if (value === '' || value === agencyClock().minuteAt(its.noticedAt)) return
          void doing.run(() => edit({ noticedAt: agencyClock().instantAt(value) }))
        }}
      />
      <DoingNote doing={doing} />
    </>
  )
}

function Additions({ its }: { readonly its: LocalRecord<Concern> }) {
  const edit = useEditConcern(its.id)
  const lines = Object.entries(its.additions).sort(([left], [right]) => left.localeCompare(right))
  return (
    <>
      {lines.length > 0 && (
        <ul>
          {lines.map(([at, words]) => (
            <li key={at} className={styles.words}>
              <span className={styles.quiet}>{formatTime(at)}</span> {words}
            </li>
          ))}
        </ul>
      )}
      {its.state !== 'closed' && (
        <KeptText
          key={lines.length}
          name={`concern:${its.id}:addition`}
          label={text('safety:facts.add')}
          value=""
          maxLength={2000}
          minRows={1}
          onSave={(words) =>
            edit({ additions: { ...its.additions, [new Date().toISOString()]: words } })
          }
        />
      )}
    </>
  )
}
