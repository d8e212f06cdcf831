import { Button, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type ExtraMeeting, gatherings } from '../../core/groupwork/plan-extra-meeting.ts'
import { DateField, DoingNote, Form, SegmentedChoice, text } from '../kit/index.ts'
import { useToday } from '../sync/index.ts'
import { useAddMeeting } from './use-add-meeting.ts'
import type { GroupFile } from './use-group.ts'

const usualMinutes = 90

/** One more meeting in a group that is under way; its number comes after the others, its plan is written next. */
export function ExtraMeetingDialog({
  file,
  onClose,
}: {
  readonly file: GroupFile
  readonly onClose: () => void
}) {
  const { group, meetings } = file
  const { doing, add } = useAddMeeting(file)
  const navigate = useNavigate()
  const today = useToday()
  const [extra, setExtra] = useState<ExtraMeeting>({
    theme: '',
    gathering: 'together',
    plannedOn: today,
    plannedAt: meetings.at(-1)?.plannedAt ?? '',
    place: group.place,
    minutes: usualMinutes,
  })
  const set = (part: Partial<ExtraMeeting>) => setExtra((before) => ({ ...before, ...part }))
  const save = async () => {
    const id = await add(extra)
    if (id === null) return
    onClose()
    await navigate(`/groupwork/meetings/${id}/plan`)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('groupwork:extra.title')}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Form onSubmit={() => void save()}>
        <Stack>
          <TextInput
            label={text('groupwork:fields.theme')}
            required
            maxLength={160}
            value={extra.theme}
            onChange={(event) => set({ theme: event.currentTarget.value })}
          />
          <SegmentedChoice
            label={text('groupwork:extra.who')}
            options={gatherings.map((value) => ({
              value,
              label: text(`groupwork:extra.gathering.${value}`),
            }))}
            value={extra.gathering}
            onChange={(gathering) => set({ gathering })}
          />
          <DateField
            label={text('groupwork:move.day')}
            required
            value={extra.plannedOn}
            onChange={(day) => set({ plannedOn: day ?? today })}
          />
          <TextInput
            type="time"
            label={text('groupwork:move.at')}
            value={extra.plannedAt}
            onChange={(event) => set({ plannedAt: event.currentTarget.value })}
          />
          <NumberInput
            label={text('groupwork:extra.minutes')}
            min={10}
            max={480}
            allowDecimal={false}
            value={extra.minutes}
            onChange={(value) => set({ minutes: Number(value) || usualMinutes })}
          />
          <TextInput
            label={text('groupwork:fields.place')}
            maxLength={120}
            value={extra.place}
            onChange={(event) => set({ place: event.currentTarget.value })}
          />
          <DoingNote doing={doing} />
          <Button type="submit" loading={doing.busy} disabled={extra.theme.trim() === ''}>
            {text('kit:save')}
          </Button>
        </Stack>
      </Form>
    </Modal>
  )
}
