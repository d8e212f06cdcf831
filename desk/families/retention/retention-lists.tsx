import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { approval } from '../../../core/access/approval.ts'
import type { RetentionOverview } from '../../../core/evaluation/retention-overview.ts'
import { eraseAction } from '../../../core/families/refuse-erasing.ts'
import { EmptyState, formatDay, formatTime, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import styles from '../families.module.css'
import { EraseRequest } from './erase-request.tsx'

interface FileNumber {
  readonly familyId: string
  readonly code: string
  readonly mayOpen: boolean
}

/** Whoever may not open files sees the number and nothing to press. */
function FileNumber({ familyId, code, mayOpen }: FileNumber) {
  return mayOpen ? (
    <Anchor component={Link} to={`/families/${familyId}`} underline="always">
      {code}
    </Anchor>
  ) : (
    <span>{code}</span>
  )
}

/** Requests to erase that wait for a second person, or for whoever carries them out. */
export function EraseRequests({ codes }: { readonly codes: ReadonlyMap<string, string> }) {
  const asked = useRecords(approval, { action: eraseAction })
  const open = asked.filter(({ state }) => state === 'requested' || state === 'approved')
  const known = open.filter(({ subjectId }) => codes.has(subjectId))
  if (known.length === 0) return null
  return (
    <Section title={text('families:retention.requests', { count: known.length })}>
      <ul className={styles.lines}>
        {known.map((request) => (
          <li key={request.id}>
            <Text fw={600}>{codes.get(request.subjectId)}</Text>
            <EraseRequest request={request} code={codes.get(request.subjectId) ?? ''} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Ended({
  ended,
  mayOpen,
}: Pick<RetentionOverview, 'ended'> & { readonly mayOpen: boolean }) {
  return (
    <Section title={text('families:retention.ended', { count: ended.length })}>
      {ended.length === 0 && <EmptyState title={text('families:retention.none')} />}
      <ul className={styles.lines}>
        {ended.map(({ familyId, code, state, lastServiceOn, endedOn }) => (
          <li key={familyId}>
            <FileNumber familyId={familyId} code={code} mayOpen={mayOpen} />{' '}
            {text('families:retention.line', {
              last: formatDay(lastServiceOn),
              ended: formatDay(endedOn),
            })}
            {state === 'archived' && ` · ${text('families:retention.archivedMark')}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Out of daily sight, and still to be found. */
export function Archived({
  archived,
  mayOpen,
}: Pick<RetentionOverview, 'archived'> & { readonly mayOpen: boolean }) {
  return (
    <Section title={text('families:retention.archived', { count: archived.length })}>
      {archived.length === 0 && <Text>{text('families:retention.noArchived')}</Text>}
      <ul className={styles.lines}>
        {archived.map(({ familyId, code, held }) => (
          <li key={familyId}>
            <FileNumber familyId={familyId} code={code} mayOpen={mayOpen} />
            {held && ` · ${text('families:retention.heldMark')}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was destroyed: a day and a certificate, no name and no number. */
export function Erased({ erased }: Pick<RetentionOverview, 'erased'>) {
  return (
    <Section
      title={text('families:retention.erased', { count: erased.length })}
      hint={text('families:retention.erasedHint')}
    >
      {erased.length === 0 && <Text>{text('families:retention.noErased')}</Text>}
      <ul className={styles.lines}>
        {erased.map(({ familyId, erasedAt, ground }) => (
          <li key={familyId}>
            {formatTime(erasedAt)}
            {ground !== null && ` · ${text(`families:erase.grounds.${ground}`)}`}{' '}
            <Anchor component={Link} to={`/families/retention/${familyId}`} underline="always">
              {text('families:certificate.title')}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}
