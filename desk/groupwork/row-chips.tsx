import type { Attendance } from '../../core/groupwork/attendance.ts'
import { DoingNote, text, useDoing } from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'
import { draftDetail, draftsOfTakingBack } from './attendance-drafts.ts'
import styles from './attendance.module.css'
import { Chip } from './chip.tsx'
import { useActInTurn } from '../sync/use-act-in-turn.ts'

const usualLateness = 10
const otherMinutes = (now: number) => [5, 10, 20, 30].filter((minutes) => minutes !== now)

/** Late, left early, taken back: small, beside the name, only once somebody is marked. */
export function RowChips({
  row,
  onKeepSeat,
}: {
  readonly row: LocalRecord<Attendance>
  /** Beside a child at a joint meeting: a seat may be kept for a parent. */
  readonly onKeepSeat?: () => void
}) {
  const withTimes = row.presence === 'inPerson' || row.presence === 'liveRemote'
  const act = useActInTurn()
  const doing = useDoing()
  const late = row.lateMinutes > 0
  const change = (fields: Parameters<typeof draftDetail>[1]) =>
    void doing.run(() => act(() => draftDetail(row.id, fields)))
  return (
    <div className={styles.rowChips}>
      {withTimes && (
        <>
          <Chip
            label={
              late
                ? text('groupwork:attendance.lateBy', { minutes: row.lateMinutes })
                : text('groupwork:attendance.late')
            }
            pressed={late}
            onPress={() => change({ lateMinutes: late ? 0 : usualLateness })}
          />
          {late &&
            otherMinutes(row.lateMinutes).map((minutes) => (
              <Chip
                key={minutes}
                label={text('groupwork:attendance.minutes', { minutes })}
                pressed={false}
                onPress={() => change({ lateMinutes: minutes })}
              />
            ))}
          <Chip
            label={text('groupwork:attendance.leftEarly')}
            pressed={row.leftEarly}
            onPress={() => change({ leftEarly: !row.leftEarly })}
          />
        </>
      )}
      {onKeepSeat !== undefined && (
        <Chip label={text('groupwork:kept.keep')} pressed={false} onPress={onKeepSeat} />
      )}
      <button
        type="button"
        className={styles.takeBack}
        onClick={() => void doing.run(() => act((look) => draftsOfTakingBack([row.id], look)))}
      >
        {text('groupwork:attendance.takeBack')}
      </button>
      <DoingNote doing={doing} />
    </div>
  )
}
