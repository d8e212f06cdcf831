import type { CaseFileEntry } from '../../core/casework/case-shape.ts'
import {
  type ClosingRecords,
  type ClosingSummary,
  sumUpClosing,
} from '../../core/evaluation/casework/sum-up-closing.ts'
import { writeList } from '../../core/kit/write-list.ts'
import { currentLanguage, formatDay, text } from '../kit/index.ts'
import styles from './casework.module.css'

/** CAS-17: how far the goals came, who was heard about the ending, what is planned after it: three lines before anything else. */
export function ClosingSummaryLines({
  its,
  records,
}: {
  readonly its: CaseFileEntry
  readonly records: ClosingRecords
}) {
  const sum = sumUpClosing(its, records)
  return (
    <ul className={styles.lines} aria-label={text('casework:closing.sum.title')}>
      <li>{sayGoals(sum)}</li>
      <li>{sayHeard(sum)}</li>
      <li>{sayFollowUp(sum)}</li>
      {sum.missing.length > 0 && <li>{sayMissing(sum)}</li>}
    </ul>
  )
}

function sayGoals({ goals }: ClosingSummary): string {
  const { reached, partly, notReached, unrated } = goals
  if (reached + partly + notReached + unrated === 0) return text('casework:closing.sum.noGoals')
  const said = text('casework:closing.sum.goals', { reached, partly, notReached })
  return unrated === 0
    ? said
    : `${said} · ${text('casework:closing.sum.unrated', { count: unrated })}`
}

function sayHeard({ heard: { child, adult } }: ClosingSummary): string {
  if (child) return text(`casework:closing.sum.${adult ? 'heardBoth' : 'heardChild'}`)
  return text(`casework:closing.sum.${adult ? 'heardAdult' : 'heardNobody'}`)
}

function sayFollowUp({ followUp: { plannedOn, done } }: ClosingSummary): string {
  const days = plannedOn.map((day) => formatDay(day)).join(text('casework:closing.sum.between'))
  const planned =
    plannedOn.length === 0
      ? text(`casework:closing.sum.${done === 0 ? 'noFollowUp' : 'noneAhead'}`)
      : text('casework:closing.sum.followUp', { days })
  return done === 0
    ? planned
    : `${planned} · ${text('casework:closing.sum.followedUp', { count: done })}`
}

/** CAS-18: what is not on record, said to whoever asks and to whoever decides; it stops nobody. */
export function sayMissing({ missing }: Pick<ClosingSummary, 'missing'>): string {
  return text('casework:closing.sum.missing', {
    what: writeList(
      missing.map((ground) => text(`casework:closing.sum.ground.${ground}`)),
      currentLanguage(),
    ),
  })
}
