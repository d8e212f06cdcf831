import { Button, Group, Stack } from '@mantine/core'
import {
  askedAges,
  askedPeople,
  pictureCheck,
  type PictureCheck,
  pictureReplies,
} from '../../../core/contact/picture-check.ts'
import type { PictureId } from '../../../core/kit/pictures.ts'
import {
  announce,
  DoingNote,
  Picture,
  RestoredNote,
  Section,
  SegmentedChoice,
  text,
} from '../../kit/index.ts'
import { newId, useRecordForm, useToday } from '../../sync/index.ts'
import styles from './check.module.css'
import { checkedPictures } from './checked-pictures.ts'
import { PictureCountLine } from './picture-count.tsx'

/** One person's answers, picture by picture; none of them needs to be asked. */
export function AskForm({ checks }: { readonly checks: readonly PictureCheck[] }) {
  const today = useToday()
  const form = useRecordForm(pictureCheck, null, 'pictures', {
    ...{ on: today, who: 'caregiver', age: 'from60', answers: {} },
  })
  if (form === null) return null
  const { fields, set, doing } = form
  const save = async () => {
    if (!(await form.save(newId(), { on: today }))) return
    form.discard()
    announce({ words: text('cards:check.saved') })
  }
  return (
    <Section title={text('cards:check.new')}>
      <Stack gap="sm">
        <RestoredNote {...form} />
        <SegmentedChoice
          label={text('cards:check.who')}
          hint={text('cards:check.noName')}
          options={askedPeople.map((value) => ({
            value,
            label: text(`cards:check.asked.${value}`),
          }))}
          value={fields.who}
          onChange={(who) => set({ who })}
        />
        <SegmentedChoice
          label={text('cards:check.age')}
          options={askedAges.map((value) => ({ value, label: text(`cards:check.ages.${value}`) }))}
          value={fields.age}
          onChange={(age) => set({ age })}
        />
        <ol className={styles.asked}>
          {checkedPictures().map((id, at) => (
            <AskedPicture
              key={id}
              id={id}
              number={at + 1}
              checks={checks}
              reply={fields.answers[id] ?? null}
              onReply={(reply) => set({ answers: { ...fields.answers, [id]: reply } })}
            />
          ))}
        </ol>
        <DoingNote doing={doing} />
        <Group>
          <Button loading={doing.busy} onClick={() => void save().catch(reportError)}>
            {text('cards:check.save', { count: Object.keys(fields.answers).length })}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}

type Reply = (typeof pictureReplies)[number]

function AskedPicture({
  id,
  number,
  checks,
  reply,
  onReply,
}: {
  readonly id: PictureId
  readonly number: number
  readonly checks: readonly PictureCheck[]
  readonly reply: Reply | null
  readonly onReply: (reply: Reply) => void
}) {
  const shows = text(`cards:shows.${id}`)
  return (
    <li>
      <Picture id={id} size={72} words="" />
      <div>
        <SegmentedChoice
          label={`${number}. ${shows}`}
          options={pictureReplies.map((value) => ({
            value,
            label: text(`cards:check.reply.${value}`),
          }))}
          value={reply}
          onChange={onReply}
        />
        <PictureCountLine checks={checks} picture={id} />
      </div>
    </li>
  )
}
