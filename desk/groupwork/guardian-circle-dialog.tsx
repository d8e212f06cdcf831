import { Anchor, Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import { materialsOf, proposeCircle } from '../../core/groupwork/guardian-circle.ts'
import type { ExtraMeeting } from '../../core/groupwork/plan-extra-meeting.ts'
import type { Session } from '../../core/groupwork/plan-shape.ts'
import { programme } from '../../core/groupwork/programme.ts'
import {
  currentLanguage,
  DateField,
  DoingNote,
  Form,
  formatList,
  RestoredNote,
  text,
} from '../kit/index.ts'
import { useRecords, useToday } from '../sync/index.ts'
import { PictureStepList } from './programmes/picture-step-list.tsx'
import { useAddMeeting } from './use-add-meeting.ts'
import { useCircleForm } from './use-circle-form.ts'
import type { GroupFile } from './use-group.ts'

const minutesAtFirst = 40

/** The guardian as a bridge: a circle by day, told in pictures and in dialect; its plan lies ready and can be changed afterwards. */
export function GuardianCircleDialog({
  file,
  onClose,
}: {
  readonly file: GroupFile
  readonly onClose: () => void
}) {
  const { group, meetings, seats } = file
  const today = useToday()
  const navigate = useNavigate()
  const programmes = useRecords(programme)
  const { no, day, ready, guardians } = proposeCircle({
    ...{ meetings, seats, programmes, today, language: currentLanguage() },
  })
  const { doing, add } = useAddMeeting(file)
  const form = useCircleForm(group.id, { plannedOn: day, place: group.place })
  if (form === null) return null
  const { fields, set } = form
  const { own, plannedOn, plannedAt, place } = fields
  const theme = fields.chosen ?? ready[0]?.theme ?? ''
  const session = ready.find((one) => one.theme === theme) ?? null
  const save = async () => {
    const extra: ExtraMeeting = {
      ...{ plannedOn, plannedAt, place, gathering: 'guardians', minutes: minutesAtFirst },
      ...{ theme: session?.theme ?? own, ready: session },
    }
    const id = await add(extra)
    if (id === null) return
    await form.clear()
    onClose()
    await navigate(`/groupwork/meetings/${id}/plan`)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('groupwork:circle.title', { no })}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Form onSubmit={() => void save().catch(reportError)}>
        <Stack>
          <RestoredNote restored={form.restored} discard={form.discard} />
          <Text size="sm">{text('groupwork:circle.hint')}</Text>
          {guardians === 0 && (
            <Text size="sm" fw={600}>
              {text('groupwork:circle.nobody')}{' '}
              <Anchor
                component={Link}
                to={`/groupwork/groups/${group.id}/seats`}
                underline="always"
              >
                {text('groupwork:page.toSeats')}
              </Anchor>
            </Text>
          )}
          <NativeSelect
            label={text('groupwork:circle.which')}
            value={theme}
            data={[
              ...ready.map((one) => ({ value: one.theme, label: one.theme })),
              { value: '', label: text('groupwork:circle.own') },
            ]}
            onChange={({ currentTarget }) => set({ chosen: currentTarget.value })}
          />
          {session === null ? (
            <TextInput
              label={text('groupwork:fields.theme')}
              required
              maxLength={160}
              value={own}
              onChange={({ currentTarget }) => set({ own: currentTarget.value })}
            />
          ) : (
            <ReadyPlan session={session} />
          )}
          <DateField
            label={text('groupwork:move.day')}
            description={text('groupwork:circle.dayHint')}
            required
            value={plannedOn}
            onChange={(chosen) => set({ plannedOn: chosen ?? today })}
          />
          <TextInput
            type="time"
            label={text('groupwork:move.at')}
            value={plannedAt}
            onChange={({ currentTarget }) => set({ plannedAt: currentTarget.value })}
          />
          <TextInput
            label={text('groupwork:fields.place')}
            maxLength={120}
            value={place}
            onChange={({ currentTarget }) => set({ place: currentTarget.value })}
          />
          <DoingNote doing={doing} />
          <Button
            type="submit"
            loading={doing.busy}
            disabled={session === null && own.trim() === ''}
          >
            {text('groupwork:circle.save')}
          </Button>
        </Stack>
      </Form>
    </Modal>
  )
}

/** What is pointed at and said, and what has to be brought. */
function ReadyPlan({ session }: { readonly session: Session }) {
  const materials = materialsOf(session)
  return (
    <div>
      <PictureStepList steps={session.strands.guardian?.pictureSteps ?? []} />
      {materials.length > 0 && (
        <Text size="sm">{text('groupwork:circle.bring', { what: formatList(materials) })}</Text>
      )}
      <Text size="sm" c="gray.7">
        {text('groupwork:circle.then')}
      </Text>
    </div>
  )
}
