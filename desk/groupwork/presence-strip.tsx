import { presenceModes, type PresenceMode } from '../../core/groupwork/attendance.ts'
import { expectedAt } from '../../core/groupwork/expected-at.ts'
import type { SeatEntry } from '../../core/groupwork/seat.ts'
import { text } from '../kit/index.ts'
import styles from './seat-table.module.css'
import type { GroupFile } from './use-group.ts'

type Mark = PresenceMode | 'unmarked' | 'ahead' | 'notExpected'

/** One small box per meeting, with a letter in it: who was missing when is seen at a glance, also in black and white. */
export function PresenceStrip({
  seat,
  file,
}: {
  readonly seat: SeatEntry
  readonly file: GroupFile
}) {
  const own = file.meetings.filter(({ strands }) => strands.includes(seat.strand))
  const markAt = (meeting: (typeof own)[number]): Mark => {
    const row = file.rows.find((one) => one.meetingId === meeting.id && one.seatId === seat.id)
    if (row !== undefined) return row.presence
    if (!expectedAt(meeting, [seat]).includes(seat)) return 'notExpected'
    return meeting.state === 'held' ? 'unmarked' : 'ahead'
  }
  return (
    <ul className={styles.strip}>
      {own
        .filter(({ state }) => state !== 'notHeld')
        .map((meeting) => {
          const mark = markAt(meeting)
          const words = text('groupwork:mark.words', {
            no: meeting.no,
            mark:
              mark in modeNames
                ? text(`groupwork:presence.${mark}`)
                : text(`groupwork:mark.${mark}`),
          })
          return (
            <li key={meeting.id} className={[styles.box, styles[mark]].join(' ')} title={words}>
              <span aria-hidden="true">{text(`groupwork:mark.short.${mark}`)}</span>
              <span className={styles.caption}>{words}</span>
            </li>
          )
        })}
    </ul>
  )
}

const modeNames: Readonly<Record<string, true>> = Object.fromEntries(
  presenceModes.map((mode) => [mode, true as const]),
)

export function PresenceLegend() {
  return (
    <ul className={styles.legend}>
      {presenceModes.map((mode) => (
        <li key={mode}>
          <span className={[styles.box, styles[mode]].join(' ')} aria-hidden="true">
            {text(`groupwork:mark.short.${mode}`)}
          </span>
          {text(`groupwork:presence.${mode}`)}
        </li>
      ))}
      <li>
        <span className={[styles.box, styles.unmarked].join(' ')} aria-hidden="true">
          {text('groupwork:mark.short.unmarked')}
        </span>
        {text('groupwork:mark.unmarked')}
      </li>
    </ul>
  )
}
