import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { family } from '../../../core/families/family.ts'
import { formatDay } from '../../kit/format.ts'
import { Page } from '../../kit/page.tsx'
import { EmptyState, Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { useConflicts } from '../../sync/conflicts.ts'
import { useRecords } from '../../sync/records.ts'
import { useAccount, useFeed, useOutbox, useToday } from '../../sync/use-state-of-desk.ts'
import { useMayEver } from '../../sync/use-act.ts'
import { FindChild } from './find-child.tsx'
import { AskConsent } from './ask-consent.tsx'
import { CasesDue } from './cases-due.tsx'
import { ClearancesDue } from './clearances-due.tsx'
import { GoalsDue } from './goals-due.tsx'
import { countWaiting, TodayItems } from './today-items.tsx'
import styles from './today-page.module.css'
import { useCasesDue } from './use-cases-due.ts'
import { useClearances } from './use-clearances.ts'
import { useGoalsDue } from './use-goals-due.ts'
import { useChildrenToAsk } from './use-children-to-ask.ts'
import { useTodayItems } from './use-today-items.ts'
import { useVisitsDue } from './use-visits-due.ts'
import { useWaitingLinks } from './use-waiting-links.ts'
import { VisitsDue } from './visits-due.tsx'
import { WaitingLinks } from './waiting-links.tsx'

/** Home: what waits, any child in two touches. */
export function TodayPage() {
  const { staff } = useAccount()
  const readsFamilies = useMayEver('family', 'read')
  const today = useToday()
  const items = useTodayItems()
  const toAsk = useChildrenToAsk()
  const links = useWaitingLinks()
  const clearances = useClearances()
  const visits = useVisitsDue()
  const goals = useGoalsDue()
  const cases = useCasesDue()
  const waiting =
    countWaiting(items) +
    [toAsk, links.kept, links.locked, clearances, goals, visits, cases].reduce(
      (sum, list) => sum + list.length,
      0,
    )
  return (
    <Page title={text('access:today.title')}>
      <p className={styles.greeting}>
        {text('access:today.greeting', { name: staff.name, day: formatDay(today) })}
      </p>
      <Waiting />
      {readsFamilies && <FindChild />}
      <WaitingLinks links={links} />
      <TodayItems items={items} />
      <GoalsDue due={goals} />
      <CasesDue due={cases} />
      <VisitsDue due={visits} />
      <AskConsent about={toAsk} />
      <ClearancesDue due={clearances} />
      <Quiet nothing={waiting === 0} />
    </Page>
  )
}

/** What is only here, what was refused and what has two versions: first, because only this person can settle it. */
function Waiting() {
  const { pending, refused } = useOutbox()
  const { missing } = useFeed()
  const conflicts = useConflicts()
  const lines = [
    refused.length > 0 ? text('sync:line.refused', { count: refused.length }) : null,
    conflicts.length > 0 ? text('sync:line.conflicts', { count: conflicts.length }) : null,
    missing.length > 0 ? text('sync:line.missing') : null,
    pending.length > 0 ? text('sync:line.pending', { count: pending.length }) : null,
  ].filter((line) => line !== null)
  if (lines.length === 0) return null
  return (
    <Section title={text('access:today.unsent')}>
      <ul className={styles.items}>
        {lines.map((line) => (
          <li key={line}>
            <Link to="/device" className={styles.item}>
              {line}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A new agency is shown the first step, an old one that nothing waits. */
function Quiet({ nothing }: { readonly nothing: boolean }) {
  const families = useRecords(family)
  const mayRegister = useMayEver('family', 'create')
  const readsFamilies = useMayEver('family', 'read')
  if (!nothing) return null
  if (!readsFamilies) return <p>{text('access:today.outside')}</p>
  if (families.length > 0 || !mayRegister) return <p>{text('access:today.quiet')}</p>
  return (
    <EmptyState
      title={text('access:today.start')}
      hint={text('access:today.startHint')}
      action={
        <Button component={Link} to="/families">
          {text('access:today.startAction')}
        </Button>
      }
    />
  )
}
