import { staff } from '../../../core/access/staff.ts'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import { compareNames, DoingNote, formatList, Section, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useRecords } from '../../sync/index.ts'
import { Chip } from '../chip.tsx'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** Who is with the group, and at which of the meetings still ahead somebody cannot be there. */
export function PlanTeam({
  inHand,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly editing: boolean
}) {
  const { file, plan, write } = inHand
  const doing = useDoing()
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? text('groupwork:page.someone')
  const team = Object.entries(file.group.team)
    .map(([id, role]) => ({ id, role, name: nameOf(id) }))
    .sort((left, right) => compareNames(left.name, right.name))
  const ahead = file.meetings.filter(({ state }) => state === 'planned')
  const awayAt = (meetingId: string) =>
    team.filter(({ id }) => plan.away[meetingId]?.includes(id) === true)
  const toggle = (meeting: LocalRecord<Meeting>, id: string) =>
    doing.run(() =>
      write((present) => ({
        away: { ...present.away, [meeting.id]: switched(present.away[meeting.id] ?? [], id) },
      })),
    )
  const shown = editing ? ahead : ahead.filter(({ id }) => awayAt(id).length > 0)
  return (
    <Section title={text('groupwork:planning.team')} hint={text('groupwork:planning.teamHint')}>
      <p className={styles.fine}>
        {formatList(
          team.map(({ name, role }) =>
            text('groupwork:page.member', { name, role: text(`groupwork:teamRole.${role}`) }),
          ),
        )}
      </p>
      <ul className={styles.away}>
        {shown.map((meeting) => (
          <li key={meeting.id}>
            <span>
              {text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme })}
            </span>
            {editing ? (
              <span className={styles.chips}>
                {team.map(({ id, name }) => (
                  <Chip
                    key={id}
                    label={text('groupwork:planning.isAway', { name })}
                    pressed={plan.away[meeting.id]?.includes(id) === true}
                    onPress={() => void toggle(meeting, id)}
                  />
                ))}
              </span>
            ) : (
              <span>
                {text('groupwork:planning.cannotCome', {
                  names: formatList(awayAt(meeting.id).map(({ name }) => name)),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <DoingNote doing={doing} />
    </Section>
  )
}

function switched(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}
