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
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('groupwork:planning.no')}</th>
              <th scope="col">{text('groupwork:planning.theme')}</th>
              <th scope="col">{text('groupwork:planning.when')}</th>
              <th scope="col">{text('groupwork:planning.aims')}</th>
              <th scope="col">{text('groupwork:planning.goalTarget')}</th>
              <th scope="col">{text('groupwork:planning.forGoals')}</th>
            </tr>
          </thead>
          <tbody>
            {file.meetings
              .filter(({ state }) => state !== 'notHeld')
              .map((meeting) => (
                <tr key={meeting.id}>
                  <td>{meeting.no}</td>
                  <th scope="row">
                    <Link to={`/groupwork/meetings/${meeting.id}/plan`} className={styles.link}>
                      {meeting.theme}
                    </Link>
                  </th>
                  <td>
                    {timesOf(meeting).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </td>
                  <td>
                    {meeting.aims.map((aim) => (
                      <div key={aim}>{aim}</div>
                    ))}
                  </td>
                  <td>
                    {meeting.targets.map((target) => (
                      <div key={target}>{text(`groupwork:target.${target}`)}</div>
                    ))}
                  </td>
                  <td>{goalsAt(meeting).join(', ') || '–'}</td>
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
