import { Checkbox, Text, Textarea } from '@mantine/core'
import { contactEntry, type ContactEntry } from '../../../core/contact/contact-entry.ts'
import { addDays } from '../../../core/kit/dates.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import { type LocalRecord, useRecords } from '../../sync/index.ts'
import { usePeople } from '../waves/use-wave.ts'
import type { VisitForm } from './visit-form-page.tsx'

/** Contact with the parents in the week before the visit: offered from the log, so that nobody writes it twice. */
export function VisitContact({ form: { fields, set } }: { readonly form: VisitForm }) {
  const { familyId, onDay, contactEntryIds } = fields
  const lineText = useContactText()
  const lines = useRecords(contactEntry, { familyId })
    .filter(
      ({ id, on }) => (on > addDays(onDay, -7) && on <= onDay) || contactEntryIds.includes(id),
    )
    .sort((left, right) => left.on.localeCompare(right.on))
  return (
    <Section
      title={text('observation:fields.contactWords')}
      hint={text('observation:visit.contactHint')}
    >
      {lines.length === 0 && <Text c="gray.7">{text('observation:visit.noContact')}</Text>}
      {lines.map((line) => (
        <Checkbox
          key={line.id}
          label={lineText(line)}
          checked={contactEntryIds.includes(line.id)}
          onChange={(event) =>
            set({
              contactEntryIds: event.currentTarget.checked
                ? [...contactEntryIds, line.id]
                : contactEntryIds.filter((id) => id !== line.id),
            })
          }
        />
      ))}
      <Textarea
        label={text('observation:visit.contactSaid')}
        description={text('observation:visit.contactSaidHint')}
        autosize
        minRows={2}
        maxLength={4000}
        value={fields.contactWords}
        onChange={(event) => set({ contactWords: event.currentTarget.value })}
      />
    </Section>
  )
}

/** One line of the log as the family's file shows it. */
export function useContactText(): (line: LocalRecord<ContactEntry>) => string {
  const people = usePeople()
  return (line) => {
    const pair = people.pair(line.pairId)
    const names = [pair?.childId, pair?.adultId].flatMap(
      (id) => people.person(id ?? null)?.name ?? [],
    )
    return [
      formatDay(line.on),
      names.join(' – '),
      line.reached ? text(`contact:channel.${line.channel}`) : text('contact:log.notReached'),
      line.minutes === null ? '' : text('contact:minutes', { count: line.minutes }),
      text(`contact:startedBy.${line.startedBy}`),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
}
