import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { contactEntry, type ContactEntry } from '../../../core/contact/contact-entry.ts'
import { type ContactMatch, contactMatch } from '../../../core/contact/contact-match.ts'
import type { Account } from '../../../core/contact/match-accounts.ts'
import { recentContact } from '../../../core/contact/recent-contact.ts'
import { refuseFamilyUnserved } from '../../../core/families/refuse-family-unserved.ts'
import {
  ConfirmButton,
  ConflictMark,
  formatDay,
  refusalText,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { type LocalRecord, useAct, useMay, useRecords, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { QuickContact } from './quick-contact.tsx'

/** That a child and an adult far away were in contact: never what they said. */
export function ContactLog({ file }: { readonly file: FamilyFile }) {
  const today = useToday()
  const familyId = file.family.id
  const entries = useRecords(contactEntry, { familyId })
  const matches = useRecords(contactMatch, { familyId })
  // Nothing new is begun in a file that is put away: it is taken out again first.
  const mayWrite =
    useMay('contactEntry', 'create', `family:${familyId}`) && file.family.state !== 'archived'
  const [open, setOpen] = useState(false)
  const [all, setAll] = useState(false)
  const ordered = entries.slice().sort((left, right) => right.on.localeCompare(left.on))
  const unserved = refuseFamilyUnserved(file.consents, today)
  const consented = unserved === null
  return (
    <Section
      title={text('contact:log.title')}
      hint={text('contact:log.hint')}
      actions={
        <>
          {file.pairs.length > 0 && (
            <Button component={Link} to={`/contact/families/${familyId}`} variant="default">
              {text('contact:log.open')}
            </Button>
          )}
          {mayWrite && consented && file.pairs.length > 0 && !open && (
            <Button onClick={() => setOpen(true)}>{text('contact:log.add')}</Button>
          )}
        </>
      }
    >
      {unserved !== null && (
        <Text c="gray.7">
          {unserved.id === 'ConsentNotAsked'
            ? text('contact:log.needsConsent')
            : refusalText(unserved)}
        </Text>
      )}
      {open && <QuickContact file={file} onClose={() => setOpen(false)} />}
      {consented && <WeekLine entries={entries} matches={matches} today={today} />}
      <ul className={styles.cards}>
        {(all ? ordered : ordered.slice(0, 5)).map((entry) => (
          <EntryLine key={entry.id} file={file} entry={entry} />
        ))}
      </ul>
      {!all && ordered.length > 5 && (
        <Button variant="default" onClick={() => setAll(true)}>
          {text('contact:log.all', { count: ordered.length })}
        </Button>
      )}
    </Section>
  )
}

/** A help signal, never a mark for a parent: the law asks for contact once a week (LPM 23). */
function WeekLine({
  entries,
  matches,
  today,
}: {
  readonly entries: readonly Account[]
  readonly matches: readonly ContactMatch[]
  readonly today: string
}) {
  const { last, inWeek } = recentContact(entries, matches, today)
  return (
    <Text>
      {last === null
        ? text('contact:log.none')
        : text('contact:log.week', { count: inWeek, day: formatDay(last) })}
    </Text>
  )
}

function EntryLine({
  file,
  entry,
}: {
  readonly file: FamilyFile
  readonly entry: LocalRecord<ContactEntry>
}) {
  const act = useAct()
  const mayRemove = useMay('contactEntry', 'remove', `family:${file.family.id}`)
  const pair = file.pairs.find(({ id }) => id === entry.pairId)
  const remove = () => {
    act({ kind: contactEntry, recordId: entry.id, verb: 'remove', input: {}, fields: {} }).catch(
      reportError,
    )
  }
  return (
    <li className={styles.inner}>
      <Group justify="space-between" gap="xs">
        <Text>
          <strong>{formatDay(entry.on)}</strong>{' '}
          {pair === undefined
            ? ''
            : `${nameOf(file, pair.childId)} – ${nameOf(file, pair.adultId)}`}
          {' · '}
          {entry.reached
            ? text(`contact:channel.${entry.channel}`)
            : text('contact:log.notReached')}
          {entry.minutes !== null && ` · ${text('contact:minutes', { count: entry.minutes })}`}
          {' · '}
          {text(`contact:startedBy.${entry.startedBy}`)}
        </Text>
        <Group gap="xs">
          <UnsentMark record={entry} />
          <ConflictMark kind={contactEntry} record={entry} />
          {mayRemove && (
            <ConfirmButton
              size="compact-sm"
              question={text('contact:log.removeQuestion')}
              confirmLabel={text('kit:remove')}
              onConfirm={remove}
            >
              {text('kit:remove')}
            </ConfirmButton>
          )}
        </Group>
      </Group>
    </li>
  )
}
