import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { consent } from '../../core/families/consent.ts'
import { person } from '../../core/families/person.ts'
import type { Seat } from '../../core/groupwork/seat.ts'
import { listWithdrawnSeats, type WithdrawnSeat } from '../../core/groupwork/withdrawn-seats.ts'
import { formatDay, Icon, text } from '../kit/index.ts'
import { type LocalRecord, useMay, useRecords, useToday } from '../sync/index.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import type { GroupFile } from './use-group.ts'

/** GRP-64: somebody sits here whose consent to the group was taken back; said until their seat is ended. */
export function WithdrawnSeats({ file }: { readonly file: GroupFile }) {
  const today = useToday()
  const consents = useRecords(consent)
  const children = useRecords(person, { role: 'child' }).map(({ id }) => id)
  const withdrawn = listWithdrawnSeats(file.seats, consents, children, today)
  if (withdrawn.length === 0 || file.group.state === 'closed') return null
  return (
    <Alert
      color="kite"
      variant="light"
      icon={<Icon name="warning" />}
      title={text('groupwork:withdrawn.title')}
    >
      <Stack gap="sm">
        {withdrawn.map((one) => (
          <WithdrawnLine key={one.seat.id} its={one} />
        ))}
        <Text size="sm">{text('groupwork:withdrawn.hint')}</Text>
      </Stack>
    </Alert>
  )
}

function WithdrawnLine({
  its: { seat, since },
}: {
  readonly its: WithdrawnSeat<LocalRecord<Seat>>
}) {
  const [ending, setEnding] = useState(false)
  const mayEnd = useMay('seat', 'leave', `group:${seat.groupId}`, seat.id)
  return (
    <Group justify="space-between" gap="xs">
      <Text>
        {text('groupwork:withdrawn.line', { name: seat.displayName, day: formatDay(since) })}
      </Text>
      {mayEnd && (
        <Button size="xs" variant="default" onClick={() => setEnding(true)}>
          {text('groupwork:seats.leave')}
        </Button>
      )}
      {ending && (
        <LeaveDialog seat={seat} withdrawnSince={since} onClose={() => setEnding(false)} />
      )}
    </Group>
  )
}
