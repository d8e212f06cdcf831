import { Group, TextInput } from '@mantine/core'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import { sortStrands, strands } from '../../../core/groupwork/strand.ts'
import { DateField, text } from '../../kit/index.ts'

type Times = Meeting['strandTimes']

/** In a parallel week: the day and hour of each strand that meets by itself. */
export function StrandTimeFields({
  times,
  onChange,
}: {
  readonly times: Times
  readonly onChange: (part: Times) => void
}) {
  return sortStrands(strands).map((strand) => {
    const own = times[strand]
    if (own === undefined) return null
    const words = { strand: text(`groupwork:strand.${strand}`) }
    return (
      <Group key={strand} gap="sm" grow align="flex-end">
        <DateField
          label={text('groupwork:move.strandDay', words)}
          required
          value={own.on}
          onChange={(on) => on !== null && onChange({ [strand]: { ...own, on } })}
        />
        <TextInput
          type="time"
          label={text('groupwork:move.strandAt', words)}
          value={own.at}
          onChange={(event) => onChange({ [strand]: { ...own, at: event.currentTarget.value } })}
        />
      </Group>
    )
  })
}
