import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { formatTime, Section, text, textOrNull } from '../../kit/index.ts'
import { type RecordMarks, useRecords } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'

interface Mark {
  readonly id: string
  readonly what: string
  readonly fields: readonly string[]
  readonly actorId: string
  readonly at: string
}

/** Who wrote what now stands in the file, newest first. */
export function HistorySection({ file }: { readonly file: FamilyFile }) {
  const people = useRecords(staff)
  const [all, setAll] = useState(false)
  const marks = marksOf(file)
  const shown = all ? marks : marks.slice(0, 5)
  return (
    <Section title={text('families:history.title')} hint={text('families:history.hint')}>
      <ul className={styles.lines}>
        {shown.map((mark) => (
          <li key={mark.id}>
            <Text component="span">
              {mark.what}
              {text('families:labelSeparator')}
              {mark.fields.map(nameField).join(text('families:nameSeparator'))}
            </Text>{' '}
            <Text component="span" c="gray.7" size="sm">
              {people.find(({ id }) => id === mark.actorId)?.name ?? text('sync:conflict.someone')}
              {' · '}
              {formatTime(mark.at)}
            </Text>
          </li>
        ))}
      </ul>
      {marks.length > shown.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          {text('families:history.all', { count: marks.length })}
        </Button>
      )}
    </Section>
  )
}

function nameField(field: string): string {
  return textOrNull(`families:fields.${field}`) ?? field
}

const hidden = ['familyId', 'childId', 'adultId', 'personId', 'subjectId', 'givenById']

function marksOf(file: FamilyFile): readonly Mark[] {
  const of = (what: string, record: RecordMarks): Mark[] =>
    record.trail.map(({ changeId, fields, actorId, claimedAt }) => ({
      id: `${record.id}:${changeId}`,
      what,
      fields: fields.filter((field) => !hidden.includes(field)).slice(0, 6),
      actorId,
      at: claimedAt,
    }))
  const marks = [
    ...of(text('families:kinds.family'), file.family),
    ...file.people.flatMap((each) => of(each.name, each)),
    ...file.migrations.flatMap((each) =>
      of(`${nameOf(file, each.personId)} · ${text('families:kinds.migration')}`, each),
    ),
    ...file.guardianships.flatMap((each) =>
      of(`${nameOf(file, each.adultId)} · ${text('families:kinds.guardianship')}`, each),
    ),
    ...file.consents.flatMap((each) =>
      of(`${nameOf(file, each.subjectId)} · ${text('families:kinds.consent')}`, each),
    ),
  ]
  return marks.sort((left, right) => right.at.localeCompare(left.at))
}
