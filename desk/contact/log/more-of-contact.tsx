import { Checkbox, Group } from '@mantine/core'
import { wheelTopics } from '../../../core/contact/cards/wheel-topics.ts'
import type { ContactEntry } from '../../../core/contact/contact-entry.ts'
import { dayParts } from '../../../core/families/availability.ts'
import { SegmentedChoice, text } from '../../kit/index.ts'
import type { RecordForm } from '../../sync/index.ts'
import styles from '../contact.module.css'
import type { PairContact } from '../use-pair-contact.ts'

const faces = ['1', '2', '3', '4'] as const

/** What can be said and need not be: the part of the day, topics by name only, and faces. */
export function MoreOfContact({
  form: { fields, set },
  contact,
}: {
  readonly form: RecordForm<ContactEntry>
  readonly contact: PairContact
}) {
  // CON-17: a tone is told in the same four words by everybody; a mood has its own.
  const face = (field: 'adultTone' | 'moodBefore' | 'moodAfter', label: string) => (
    <SegmentedChoice
      label={label}
      options={[
        { value: '', label: text('contact:face.none') },
        ...faces.map((value) => ({
          value,
          label: text(`contact:${field === 'adultTone' ? 'toneFace' : 'face'}.${value}`),
        })),
      ]}
      value={fields[field] === null ? '' : (faces[fields[field] - 1] ?? '')}
      onChange={(value) => set({ [field]: value === '' ? null : Number(value) })}
    />
  )
  return (
    <details className={styles.more}>
      <summary>{text('contact:more.title')}</summary>
      <SegmentedChoice
        label={text('contact:fields.part')}
        options={[
          { value: '', label: text('contact:face.none') },
          ...dayParts.map((value) => ({ value, label: text(`contact:part.${value}`) })),
        ]}
        value={fields.part ?? ''}
        onChange={(value) => set({ part: value === '' ? null : value })}
      />
      <Checkbox.Group
        label={text('contact:more.topics')}
        description={text('contact:more.topicsHint')}
        value={[...fields.topics]}
        onChange={(chosen) =>
          set({ topics: wheelTopics.filter((topic) => chosen.includes(topic)) })
        }
      >
        <Group gap="md" mt={4}>
          {wheelTopics.map((topic) => (
            <Checkbox key={topic} value={topic} label={text(`cards:topic.${topic}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {face('adultTone', text('contact:more.tone', { name: contact.adultName }))}
      {face('moodBefore', text('contact:more.before'))}
      {face('moodAfter', text('contact:more.after'))}
    </details>
  )
}
