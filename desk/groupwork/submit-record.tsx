import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { DoingNote, formatDay, StickyActions, text, useDoing } from '../kit/index.ts'
import { useMay } from '../sync/index.ts'
import styles from './run-plan.module.css'
import type { RecordPart } from './record-text.tsx'
import { useActInTurn } from './use-act-in-turn.ts'

/** Handing in freezes the record; the supervisor can give it back with a word. */
export function SubmitRecord({ meeting, inHand }: RecordPart) {
  const { record } = inHand
  const act = useActInTurn()
  const doing = useDoing()
  const scope = `group:${meeting.groupId}`
  const maySubmit = useMay('meetingRecord', 'submit', scope, record?.id ?? '')
  const mayReopen = useMay('meetingRecord', 'reopen', scope, record?.id ?? '')
  const [comment, setComment] = useState('')
  if (record === null) return <Text c="gray.7">{text('groupwork:record.savedAsYouGo')}</Text>
  const say = (verb: string, input: { readonly comment?: string }) => () =>
    void doing.run(() =>
      act(() => ({
        kind: meetingRecord,
        recordId: record.id,
        verb,
        input: { ...input },
        fields: {},
      })),
    )
  if (record.state === 'submitted')
    return (
      <>
        <Text>{text('groupwork:record.submittedOn', { day: formatDay(record.submittedOn) })}</Text>
        {mayReopen && (
          <>
            <Textarea
              label={text('groupwork:record.reopenWhy')}
              value={comment}
              autosize
              onChange={(event) => setComment(event.currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={comment.trim() === ''}
              loading={doing.busy}
              onClick={say('reopen', { comment })}
            >
              {text('groupwork:record.reopen')}
            </Button>
          </>
        )}
        <DoingNote doing={doing} />
      </>
    )
  return (
    <>
      <Text c="gray.7" size="sm">
        {text('groupwork:record.savedAsYouGo')}
      </Text>
      {maySubmit && (
        <StickyActions>
          <div className={styles.note}>
            <DoingNote doing={doing} />
          </div>
          <Button size="md" loading={doing.busy} onClick={say('submit', {})}>
            {text('groupwork:record.submit')}
          </Button>
        </StickyActions>
      )}
    </>
  )
}
