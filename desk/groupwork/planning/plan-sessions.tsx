import { Link } from 'react-router'
import { dayFor, type Meeting } from '../../../core/groupwork/meeting.ts'
import { meetingsOfGoal } from '../../../core/groupwork/planning/check-goals.ts'
import { planStrands, sortStrands } from '../../../core/groupwork/strand.ts'
import { Section, text } from '../../kit/index.ts'
import type { LocalRecord } from '../../sync/index.ts'
import { formatDayOfYear } from '../format-day.ts'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** The matrix of the meetings: when each strand meets, what for, and what it works on. */
export function PlanSessions({ inHand: { file, goals } }: { readonly inHand: PlanInHand }) {
  const goalsAt = (meeting: LocalRecord<Meeting>) =>
    goals.flatMap((goal, at) =>
      meetingsOfGoal(goal, file.meetings).includes(meeting) ? [String(at + 1)] : [],
    )
  return (
    <Section title={text('groupwork:planning.sessions')}>
      <div className={styles.scroll}>
        <table className={[styles.table, styles.stack].join(' ')}>
          <thead>
            <tr>
              <th scope="col">{text('groupwork:planning.theme')}</th>
              <th scope="col">{text('groupwork:planning.when')}</th>
              <th scope="col" className={styles.broad}>
                {text('groupwork:planning.aims')}
              </th>
              <th scope="col">{text('groupwork:planning.goalTarget')}</th>
              <th scope="col">{text('groupwork:planning.forGoals')}</th>
            </tr>
          </thead>
          <tbody>
            {file.meetings
              .filter(({ state }) => state !== 'notHeld')
              .map((meeting) => (
                <tr key={meeting.id}>
                  <th scope="row" className={styles.wide}>
                    <Link to={`/groupwork/meetings/${meeting.id}/plan`} className={styles.link}>
                      {text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme })}
                    </Link>
                  </th>
                  <td className={styles.wide} data-label={text('groupwork:planning.when')}>
                    {timesOf(meeting).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </td>
                  <td className={styles.wide} data-label={text('groupwork:planning.aims')}>
                    {meeting.aims.map((aim) => (
                      <div key={aim}>{aim}</div>
                    ))}
                  </td>
                  <td className={styles.wide} data-label={text('groupwork:planning.goalTarget')}>
                    {meeting.targets.map((target) => (
                      <div key={target}>{text(`groupwork:target.${target}`)}</div>
                    ))}
                  </td>
                  <td data-label={text('groupwork:planning.forGoals')}>
                    {goalsAt(meeting).join(', ') || '–'}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** One line for a joint meeting, one per strand where they meet by themselves. */
function timesOf(meeting: LocalRecord<Meeting>): readonly string[] {
  const together = meeting.form === 'joint'
  const strands = together ? (['joint'] as const) : sortStrands(meeting.strands)
  return planStrands
    .filter((strand) => strands.some((one) => one === strand))
    .map((strand) => {
      const own = strand === 'joint' ? undefined : meeting.strandTimes[strand]
      const day = strand === 'joint' ? meeting.plannedOn : dayFor(meeting, strand)
      return text('groupwork:planning.strandTime', {
        strand: text(`groupwork:strand.${strand}`),
        day: formatDayOfYear(day),
        at: own?.at ?? meeting.plannedAt,
        minutes: meeting.plan[strand]?.minutes ?? 0,
      })
    })
}
