import { Text } from '@mantine/core'
import { dayFor, type Meeting } from '../../core/groupwork/meeting.ts'
import { sortStrands } from '../../core/groupwork/strand.ts'
import { formatDay, text } from '../kit/index.ts'

/** When each strand meets, where they do not all meet at once. */
export function StrandDays({ meeting }: { readonly meeting: Meeting }) {
  const own = Object.keys(meeting.strandTimes).length > 0
  if (!own || meeting.form === 'joint')
    return (
      <Text size="sm" c="gray.7">
        {[formatDay(meeting.heldOn ?? meeting.plannedOn), meeting.plannedAt].join(' ').trim()}
      </Text>
    )
  return sortStrands(meeting.strands).map((strand) => (
    <Text key={strand} size="sm" c="gray.7">
      {text('groupwork:meeting.strandOn', {
        strand: text(`groupwork:strand.${strand}`),
        day: formatDay(dayFor(meeting, strand)),
        at: meeting.strandTimes[strand]?.at ?? meeting.plannedAt,
      })}
    </Text>
  ))
}
