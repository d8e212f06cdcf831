import { type ComponentType, lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { formatDay } from '../../kit/format.ts'
import { Loading } from '../../kit/notes.tsx'
import { Page } from '../../kit/page.tsx'
import { Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { useConflicts } from '../../sync/conflicts.ts'
import { useAccount, useFeed, useOutbox, useToday } from '../../sync/use-state-of-desk.ts'
import styles from './today-page.module.css'

interface TodayModule {
  readonly TodayItems: ComponentType
}

/** What the rooms want done today is gathered in core/evaluation and shown by that room's own component. */
const itemFiles = import.meta.glob<TodayModule>('../../evaluation/today-items.tsx')
const openItems = Object.values(itemFiles)[0]
const TodayItems =
  openItems === undefined ? null : lazy(async () => ({ default: (await openItems()).TodayItems }))

export function TodayPage() {
  const { staff } = useAccount()
  const today = useToday()
  return (
    <Page title={text('access:today.title')}>
      <p className={styles.greeting}>
        {text('access:today.greeting', { name: staff.name, day: formatDay(today) })}
      </p>
      <Waiting />
      {TodayItems !== null && (
        <Suspense fallback={<Loading />}>
          <TodayItems />
        </Suspense>
      )}
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
  if (lines.length === 0) return TodayItems === null ? <p>{text('access:today.quiet')}</p> : null
  return (
    <Section title={text('access:today.unsent')}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>
            <Link to="/device">{line}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
