import { Text } from '@mantine/core'
import { presenceModes } from '../../core/groupwork/attendance.ts'
import { countLine, listParticipation } from '../../core/groupwork/count-attendance.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { formatList, Section, text } from '../kit/index.ts'
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
              .map(({ seat, row }) =>
                row?.absenceReason === null || row === null
                  ? seat.displayName
                  : text('groupwork:record.absent', {
                      name: seat.displayName,
                      reason: text(`groupwork:absenceReason.${row.absenceReason}`),
                    }),
              )
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
        </>
      )}
    </Section>
  )
}
