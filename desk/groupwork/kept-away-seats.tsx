import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { KeptAwaySeat } from '../../core/groupwork/kept-away/end-kept-away.ts'
import type { Seat } from '../../core/groupwork/seat.ts'
import { formatDay, Icon, text } from '../kit/index.ts'
import { type LocalRecord, useMay } from '../sync/index.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import type { GroupFile } from './use-group.ts'

/** FAM-61: somebody who is kept away from a child still has a seat. On a device that holds no restriction there is nothing here. */
export function KeptAwaySeats({ file }: { readonly file: GroupFile }) {
  if (file.keptAway.length === 0) return null
  return (
    <Alert
      color="kite"
      variant="light"
      icon={<Icon name="warning" />}
      title={text('restricted:seat.title')}
    >
      <Stack gap="sm">
        {file.keptAway.map((one) => (
          <KeptAwayLine key={one.seat.id} kept={one} />
        ))}
        <Text size="sm">{text('restricted:seat.hint')}</Text>
      </Stack>
    </Alert>
  )
}

function KeptAwayLine({ kept }: { readonly kept: KeptAwaySeat<LocalRecord<Seat>> }) {
  const { seat, endsOn } = kept
  const [ending, setEnding] = useState(false)
  const mayEnd = useMay('seat', 'leave', `group:${seat.groupId}`, seat.id)
  return (
    <Group justify="space-between" gap="xs">
      <Text>
        {text('restricted:seat.line', { name: seat.displayName, day: formatDay(endsOn) })}
      </Text>
      {mayEnd && (
        <Button size="xs" variant="default" onClick={() => setEnding(true)}>
          {text('restricted:seat.end')}
        </Button>
      )}
      {ending && (
        <LeaveDialog seat={seat} keptAwaySince={endsOn} onClose={() => setEnding(false)} />
      )}
    </Group>
  )
}
