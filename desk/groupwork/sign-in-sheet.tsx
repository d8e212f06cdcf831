import { useParams } from 'react-router'
import { pair } from '../../core/families/pair.ts'
import type { Attendance } from '../../core/groupwork/attendance.ts'
import { expectedAt } from '../../core/groupwork/expected-at.ts'
import { keptBeside, type KnownPair } from '../../core/groupwork/kept-seats.ts'
import type { SeatEntry } from '../../core/groupwork/seat.ts'
import { sortStrands } from '../../core/groupwork/strand.ts'
import { compareNames, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { NotHere } from './not-here.tsx'
import { PrintFrame } from './print-frame.tsx'
import styles from './print-page.module.css'
import { type MeetingFile, useMeeting } from './use-group.ts'

const spareLines = ['first', 'second', 'third'] as const

/** The sign-in sheet on paper (form-F8): marks so far are printed, the rest is for the pen. */
export function SignInSheet() {
  const { meetingId = '' } = useParams()
  const file = useMeeting(meetingId)
  if (file === null) return <NotHere />
  return (
    <PrintFrame file={file} title={text('groupwork:print.sheet')}>
      <SheetTable file={file} />
    </PrintFrame>
  )
}

function modeWords({ presence, representedBy }: Attendance): string {
  const mode = text(`groupwork:presence.${presence}`)
  return presence === 'represented'
    ? text('groupwork:record.absent', { name: mode, reason: representedBy })
    : mode
}

/** Seats that are kept for parents at a joint meeting: a line for whoever sits there. */
function keptLines(
  { meeting, rows }: MeetingFile,
  people: readonly SeatEntry[],
  pairs: readonly KnownPair[],
): readonly { readonly key: string; readonly name: string; readonly said: string }[] {
  if (meeting.form !== 'joint') return []
  const there = rows.filter(({ meetingId }) => meetingId === meeting.id)
  return people.flatMap((child) => {
    const row = there.find((one) => one.seatId === child.id)
    return keptBeside(child, row ?? { keptSeats: {} }, there, pairs).map(({ keptFor, said }) => ({
      key: `${child.id} ${keptFor}`,
      name: text('groupwork:record.absent', {
        name: child.displayName,
        reason: text('groupwork:kept.line', { whom: text(`groupwork:relation.${keptFor}`) }),
      }),
      said:
        said === null
          ? ''
          : said.filledBy === ''
            ? text('groupwork:kept.empty')
            : text('groupwork:kept.filledBy', { name: said.filledBy }),
    }))
  })
}

function SheetTable({ file }: { readonly file: MeetingFile }) {
  const { meeting, seats, rows } = file
  const pairs = useRecords(pair)
  const expected = expectedAt(meeting, seats)
  const own = rows.filter(({ meetingId }) => meetingId === meeting.id)
  return sortStrands(meeting.strands).map((strand) => {
    const people = seats
      .filter((seat) => seat.strand === strand)
      .filter((seat) => expected.includes(seat) || own.some(({ seatId }) => seatId === seat.id))
      .sort((left, right) => compareNames(left.displayName, right.displayName))
    if (people.length === 0) return null
    return (
      <div className={styles.scroll} key={strand}>
        <table className={styles.plan}>
          <caption>{text(`groupwork:strand.${strand}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{text('groupwork:print.number')}</th>
              <th scope="col">{text('groupwork:print.name')}</th>
              <th scope="col">{text('groupwork:print.mode')}</th>
              <th scope="col" className={styles.optional}>
                {text('groupwork:print.times')}
              </th>
              <th scope="col">{text('groupwork:print.signature')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((seat, index) => {
              const row = own.find(({ seatId }) => seatId === seat.id)
              return (
                <tr key={seat.id}>
                  <td>{index + 1}</td>
                  <th scope="row">{seat.displayName}</th>
                  <td>{row === undefined ? '' : modeWords(row)}</td>
                  <td className={styles.optional} />
                  <td className={styles.sign} />
                </tr>
              )
            })}
            {keptLines(file, people, pairs).map(({ key, name, said }) => (
              <tr key={key}>
                <td />
                <th scope="row">{name}</th>
                <td>{said}</td>
                <td className={styles.optional} />
                <td className={styles.sign} />
              </tr>
            ))}
            {spareLines.map((line) => (
              <tr key={line}>
                <td />
                <td />
                <td />
                <td className={styles.optional} />
                <td className={styles.sign} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  })
}
