import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { meeting as meetingKind, type Meeting } from '../../core/groupwork/meeting.ts'
import { moveMeetings } from '../../core/groupwork/move-meetings.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { DateField, DoingNote, Form, text, useDoing } from '../kit/index.ts'
import { useAct } from '../sync/index.ts'
import { MeetingReach } from './planning/meeting-reach.tsx'
import { StrandTimeFields } from './planning/strand-time-fields.tsx'
import type { MeetingFile } from './use-group.ts'

/** Another day, time or place, each strand's own where they meet apart, and who could come then; the later meetings come along if wished. */
export function MoveDialog({
  file,
  onClose,
}: {
  readonly file: MeetingFile
  readonly onClose: () => void
}) {
  const { meeting, meetings } = file
  const act = useAct()
  const doing = useDoing()
  const [plannedOn, setPlannedOn] = useState<string | null>(meeting.plannedOn)
  const [plannedAt, setPlannedAt] = useState(meeting.plannedAt)
  const [ownTimes, setOwnTimes] = useState<Meeting['strandTimes']>({})
  const [place, setPlace] = useState(meeting.place)
  const [following, setFollowing] = useState(false)
  const moved = moveMeetings(meetings, meeting, plannedOn ?? meeting.plannedOn, following)
  const own = moved.find(({ id }) => id === meeting.id)?.fields
  const strandTimes = { ...(own?.strandTimes ?? meeting.strandTimes), ...ownTimes }
  const apart = meeting.strands.every((strand) => strandTimes[strand] !== undefined)
  const save = async () => {
    const drafts = moved.map(({ id, fields }) => ({
      kind: meetingKind,
      recordId: id,
      verb: 'edit',
      input: {},
      fields: fieldsAsJson(
        id === meeting.id ? { ...fields, strandTimes, plannedAt, place } : fields,
      ),
    }))
    if ((await doing.run(() => act(drafts))) !== null) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('groupwork:move.title', { no: meeting.no })}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Form onSubmit={() => void save()}>
        <Stack>
          <DateField
            label={text(apart ? 'groupwork:move.week' : 'groupwork:move.day')}
            required
            value={plannedOn}
            onChange={setPlannedOn}
          />
          {!apart && (
            <TextInput
              type="time"
              label={text('groupwork:move.at')}
              value={plannedAt}
              onChange={(event) => setPlannedAt(event.currentTarget.value)}
            />
          )}
          <StrandTimeFields
            times={strandTimes}
            onChange={(part) => setOwnTimes({ ...ownTimes, ...part })}
          />
          <TextInput
            label={text('groupwork:fields.place')}
            value={place}
            maxLength={120}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <Checkbox
            label={text('groupwork:move.following')}
            checked={following}
            onChange={(event) => setFollowing(event.currentTarget.checked)}
          />
          <MeetingReach file={file} meeting={{ ...meeting, ...own, strandTimes, plannedAt }} />
          <DoingNote doing={doing} />
          <Button type="submit" loading={doing.busy}>
            {text('kit:save')}
          </Button>
        </Stack>
      </Form>
    </Modal>
  )
}
