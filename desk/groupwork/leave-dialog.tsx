import { Button, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { leaveReasons, seat as seatKind, type Seat } from '../../core/groupwork/seat.ts'
import { DateField, DoingNote, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useAct, useKeptWords, useMay, useToday } from '../sync/index.ts'

type SeatRecord = LocalRecord<Seat>

/** Leaving keeps everything that was; it only ends what is expected. */
export function LeaveDialog({
  seat,
  keptAwaySince = null,
  withdrawnSince = null,
  onClose,
}: {
  readonly seat: SeatRecord
  /** Whoever is kept away: since when. What is written here everybody in the team reads, so it gives no reason. */
  readonly keptAwaySince?: string | null
  /** Whose consent to the group was taken back: since when. */
  readonly withdrawnSince?: string | null
  readonly onClose: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [leftOn, setLeftOn] = useState<string | null>(keptAwaySince ?? withdrawnSince ?? today)
  const [reason, setReason] = useState<string>(
    keptAwaySince !== null
      ? 'other'
      : withdrawnSince === null
        ? leaveReasons[0]
        : 'consentWithdrawn',
  )
  const kept = useKeptWords(`seat:${seat.id}:leave`)
  const save = async () => {
    const input = { leftOn: leftOn ?? today, reason, note: kept.words.trim() }
    const draft = { kind: seatKind, recordId: seat.id, verb: 'leave', input, fields: {} }
    if ((await doing.run(() => act(draft))) === null) return
    await kept.clear()
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('groupwork:seats.leaveTitle', { name: seat.displayName })}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Stack>
        {keptAwaySince !== null && <Text size="sm">{text('restricted:seat.seenByAll')}</Text>}
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
          value={kept.words}
          onChange={(event) => kept.write(event.currentTarget.value)}
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
