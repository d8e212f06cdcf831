import { Text } from '@mantine/core'
import { pair } from '../../core/families/pair.ts'
import { type Attendance, presenceModes } from '../../core/groupwork/attendance.ts'
import { countLine, listParticipation } from '../../core/groupwork/count-attendance.ts'
import { listKeptSeats } from '../../core/groupwork/kept-seats.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { formatList, Section, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { keptSeatWords, standInWords } from './seats-kept/kept-words.ts'
import type { MeetingFile } from './use-group.ts'

/** Who was there, from the marks: nobody writes it a second time. */
export function AttendanceSummary({
  file,
  strand,
}: {
  readonly file: MeetingFile
  readonly strand: PlanStrand
}) {
  const { meeting, seats, rows } = file
  const pairs = useRecords(pair)
  const own = listParticipation([meeting], seats, rows).filter(
    ({ seat }) => strand === 'joint' || seat.strand === strand,
  )
  const line = countLine(own)
  return (
    <Section title={text('groupwork:record.attendance')}>
      {meeting.state !== 'held' ? (
        <Text>{text('groupwork:record.notHeldYet')}</Text>
      ) : (
        <>
          <Text>
            {text('groupwork:record.expected', { count: line.expected, unmarked: line.unmarked })}
          </Text>
          {presenceModes.map((mode) => {
            const names = own
              .filter(({ row }) => row?.presence === mode)
              .map(({ seat, row }) => nameWith(seat.displayName, row))
            return names.length === 0 ? null : (
              <Text key={mode}>
                {text('groupwork:record.modeLine', {
                  mode: text(`groupwork:presence.${mode}`),
                  count: names.length,
                  names: formatList(names),
                })}
              </Text>
            )
          })}
          {strand === 'joint' &&
            listKeptSeats(meeting, seats, rows, pairs).map((kept) => (
              <Text key={`${kept.child.id} ${kept.keptFor}`}>{keptSeatWords(kept)}</Text>
            ))}
        </>
      )}
    </Section>
  )
}

/** A name with what belongs to how they took part: a reason, a stand-in, late or left early. */
function nameWith(name: string, row: Attendance | null): string {
  if (row === null) return name
  if (row.presence === 'represented') return standInWords(name, row)
  const details = [
    row.absenceReason === null ? '' : text(`groupwork:absenceReason.${row.absenceReason}`),
    row.lateMinutes > 0 ? text('groupwork:attendance.lateBy', { minutes: row.lateMinutes }) : '',
    row.leftEarly ? text('groupwork:attendance.leftEarly') : '',
  ].filter((detail) => detail !== '')
  return details.length === 0
    ? name
    : text('groupwork:record.absent', { name, reason: formatList(details) })
}
