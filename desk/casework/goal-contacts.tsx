import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { CaseFileEntry } from '../../core/casework/case-shape.ts'
import { type CaseContactEntry, daysWrittenLate } from '../../core/casework/case-contact.ts'
import { countPerGoal } from '../../core/casework/contacts-per-goal.ts'
import { hasEnded } from '../../core/casework/case-shape.ts'
import type { CaseRecords } from '../../core/evaluation/casework/time-line.ts'
import { formatDay, Section, text } from '../kit/index.ts'
import { useMay } from '../sync/index.ts'
import styles from './casework.module.css'

/** CAS-5, CAS-7: how often contacts served each goal, and which were not written in time. */
export function GoalContacts({
  its,
  records,
}: {
  readonly its: CaseFileEntry
  readonly records: CaseRecords
}) {
  const may = useMay('caseContact', 'create', `family:${its.familyId}`)
  const contacts = records.contacts.filter(({ caseId }) => caseId === its.id)
  const goals = records.goals.filter(
    ({ familyId, pairId, state }) =>
      familyId === its.familyId &&
      state === 'active' &&
      (pairId === null || its.pairId === null || pairId === its.pairId),
  )
  const rows = countPerGoal(
    contacts,
    goals.map(({ id }) => id),
  )
  const nameOf = (id: string | null) =>
    id === null
      ? text('casework:fields.noGoal')
      : (records.goals.find((one) => one.id === id)?.text ?? '')
  return (
    <Section title={text('casework:contact.perGoal')} hint={text('casework:contact.perGoalHint')}>
      {rows.length === 0 && <p className={styles.fine}>{text('casework:contact.noGoals')}</p>}
      <ul className={styles.lines}>
        {rows.map(({ goalId, count }) => (
          <li key={goalId ?? 'none'} className={styles.line}>
            <span>
              {nameOf(goalId)}
              {' · '}
              <strong>{text('casework:contact.count', { count })}</strong>
            </span>
            {goalId !== null && may && !hasEnded(its) && (
              <Anchor
                component={Link}
                size="sm"
                to={`/casework/${its.id}/contacts/new?goal=${goalId}`}
                aria-label={`${text('casework:contact.forGoal')}: ${nameOf(goalId)}`}
              >
                {text('casework:contact.forGoal')}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
      <LateContacts contacts={contacts} />
    </Section>
  )
}

function LateContacts({ contacts }: { readonly contacts: readonly CaseContactEntry[] }) {
  const late = contacts
    .filter((one) => daysWrittenLate(one) > 0)
    .toSorted((left, right) => right.on.localeCompare(left.on))
  if (late.length === 0) return null
  return (
    <details>
      <summary className={styles.late}>
        {text('casework:contact.lateTitle', { count: late.length })}
      </summary>
      <ul className={styles.lines}>
        {late.map(({ id, on, mode, writtenOn }) => (
          <li key={id} className={styles.fine}>
            {text('casework:contact.lateLine', {
              ...{ day: formatDay(on), written: formatDay(writtenOn) },
              mode: text(`casework:mode.${mode}`),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
