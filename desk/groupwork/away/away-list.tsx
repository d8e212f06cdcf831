import { listAway } from '../../../core/groupwork/between/absences.ts'
import { expectedAt } from '../../../core/groupwork/expected-at.ts'
import { EmptyState, Section, text } from '../../kit/index.ts'
import { useMay } from '../../sync/index.ts'
import { NotShown } from '../not-shown.tsx'
import styles from '../attendance.module.css'
import type { MeetingFile } from '../use-group.ts'
import { AwayCard } from './away-card.tsx'

/** Whoever did not come live: how they catch up, and who asked after them. */
export function AwayList({ file }: { readonly file: MeetingFile }) {
  const { meeting, seats, rows } = file
  const may = useMay('asyncStep', 'create', `group:${meeting.groupId}`)
  const sees = useMay('absenceFollowUp', 'read', `group:${meeting.groupId}`)
  const away = listAway(meeting, expectedAt(meeting, seats), rows)
  return (
    <Section
      title={text('groupwork:meeting.views.away')}
      {...(sees ? { hint: text('groupwork:away.hint') } : {})}
    >
      {!sees && <NotShown />}
      {away.length === 0 ? (
        <EmptyState title={text('groupwork:away.nobody')} />
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
