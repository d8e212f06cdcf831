import { Button, Modal, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { leaveReasons, seat as seatKind, type Seat } from '../../core/groupwork/seat.ts'
import { DateField, DoingNote, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useAct, useMay, useToday } from '../sync/index.ts'

type SeatRecord = LocalRecord<Seat>

/** Leaving keeps everything that was; it only ends what is expected. */
export function LeaveDialog({
  seat,
  onClose,
}: {
  readonly seat: SeatRecord
  readonly onClose: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [leftOn, setLeftOn] = useState<string | null>(today)
  const [reason, setReason] = useState<string>(leaveReasons[0])
  const [note, setNote] = useState('')
  const save = async () => {
    const input = { leftOn: leftOn ?? today, reason, note: note.trim() }
    const draft = { kind: seatKind, recordId: seat.id, verb: 'leave', input, fields: {} }
    if ((await doing.run(() => act(draft))) !== null) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('groupwork:seats.leaveTitle', { name: seat.displayName })}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Stack>
        <DateField
          label={text('groupwork:seats.leaveDay')}
          value={leftOn}
          max={today}
          onChange={setLeftOn}
        />
        <NativeSelect
          label={text('groupwork:seats.leaveWhy')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={leaveReasons.map((value) => ({
            value,
            label: text(`groupwork:leaveReason.${value}`),
          }))}
        />
        <Textarea
          label={text('groupwork:seats.leaveNote')}
          maxLength={400}
          autosize
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <Button onClick={() => void save()} loading={doing.busy}>
          {text('groupwork:seats.leave')}
        </Button>
      </Stack>
    </Modal>
  )
}

export function RejoinButton({ seat }: { readonly seat: SeatRecord }) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const mayRejoin = useMay('seat', 'rejoin', `group:${seat.groupId}`, seat.id)
  if (!mayRejoin) return null
  const draft = {
    kind: seatKind,
    recordId: seat.id,
    verb: 'rejoin',
    input: { on: today },
    fields: {},
  }
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        loading={doing.busy}
        onClick={() => void doing.run(() => act(draft))}
      >
        {text('groupwork:seats.rejoin')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
