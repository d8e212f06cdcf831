import { listAway } from '../../../core/groupwork/between/absences.ts'
import { expectedAt } from '../../../core/groupwork/expected-at.ts'
import { EmptyState, Section, text } from '../../kit/index.ts'
import { useMay, useToday } from '../../sync/index.ts'
import { NotShown } from '../not-shown.tsx'
import styles from '../attendance.module.css'
import type { MeetingFile } from '../use-group.ts'
import { AwayCard } from './away-card.tsx'

/** Whoever did not come live: how they catch up, and who asked after them. */
export function AwayList({ file }: { readonly file: MeetingFile }) {
  const { meeting, seats, rows } = file
  // Before its day nobody has stayed away: some have asked to be excused.
  const ahead = meeting.plannedOn > useToday()
  const may = useMay('asyncStep', 'create', `group:${meeting.groupId}`)
  const sees = useMay('absenceFollowUp', 'read', `group:${meeting.groupId}`)
  const away = listAway(meeting, expectedAt(meeting, seats), rows)
  return (
    <Section
      title={text(ahead ? 'groupwork:meeting.excused' : 'groupwork:meeting.views.away')}
      {...(sees ? { hint: text('groupwork:away.hint') } : {})}
    >
      {!sees && <NotShown />}
      {away.length === 0 ? (
        <EmptyState title={text(ahead ? 'groupwork:away.nobodyYet' : 'groupwork:away.nobody')} />
      ) : (
        <ul className={styles.rows}>
          {away.map(({ seat, row }) => (
            <AwayCard key={seat.id} file={file} seat={seat} row={row} may={may} sees={sees} />
          ))}
        </ul>
      )}
    </Section>
  )
}
