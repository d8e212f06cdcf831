import { Modal } from '@mantine/core'
import { dayFor } from '../../core/groupwork/meeting.ts'
import { text } from '../kit/index.ts'
import { useToday } from '../sync/index.ts'
import { CandidateList } from './candidate-list.tsx'
import type { MeetingFile } from './use-group.ts'

/** Somebody stands in the door: seated from this meeting on, and at once in the list. */
export function NewcomerDialog({
  file,
  onClose,
}: {
  readonly file: MeetingFile
  readonly onClose: () => void
}) {
  const today = useToday()
  const { meeting } = file
  const first = meeting.strands.map((strand) => dayFor(meeting, strand)).sort()[0] ?? today
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('groupwork:attendance.newcomer')}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <CandidateList file={file} joinedOn={first < today ? first : today} onTheSpot />
    </Modal>
  )
}
