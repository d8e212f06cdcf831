import { Button, Text, Textarea } from '@mantine/core'
import { staff } from '../../core/access/staff.ts'
import { otherSupervisors } from '../../core/families/other-supervisors.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { meetingRecord, type MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { ConfirmButton, DoingNote, formatDay, formatList, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useActor, useKeptWords, useMay, useRecords } from '../sync/index.ts'
import { dropBareEvents, listEmptyFields } from './record-notes/before-handing-in.ts'
import { wroteRecord } from './record-notes/wrote-record.ts'
import type { RecordPart } from './record-text.tsx'
import { useActInTurn } from '../sync/use-act-in-turn.ts'

/** Handing in freezes the record; the supervisor can give it back with a word. */
export function SubmitRecord({ meeting, strand, inHand }: RecordPart) {
  const { record } = inHand
  const act = useActInTurn()
  const doing = useDoing()
  const scope = `group:${meeting.groupId}`
  const maySubmit = useMay('meetingRecord', 'submit', scope, record?.id ?? '')
  const mayReopen = useMayReturn(record)
  const kept = useKeptWords(`meetingRecord:${record?.id ?? ''}:reopen`)
  if (record === null) return <Text c="gray.7">{text('groupwork:record.savedAsYouGo')}</Text>
  const giveBack = async () => {
    const change = { kind: meetingRecord, recordId: record.id, verb: 'reopen', fields: {} }
    const given = await doing.run(() => act(() => ({ ...change, input: { comment: kept.words } })))
    if (given !== null) await kept.clear()
  }
  const open = (meeting.plan[strand]?.segments ?? []).filter(
    ({ id }) => record.ticks[id] === undefined,
  ).length
  const handIn = () =>
    void doing.run(() =>
      act((look) => {
        const written = look(meetingRecord, record.id)?.keyEvents ?? {}
        const keyEvents = dropBareEvents(written)
        const common = { kind: meetingRecord, recordId: record.id, input: {} }
        const submit = { ...common, verb: 'submit', fields: {} }
        return Object.keys(keyEvents).length === Object.keys(written).length
          ? submit
          : [{ ...common, verb: 'edit', fields: fieldsAsJson({ keyEvents }) }, submit]
      }),
    )
  if (record.state === 'submitted')
    return (
      <>
        <Text>{text('groupwork:record.submittedOn', { day: formatDay(record.submittedOn) })}</Text>
        {mayReopen && (
          <>
            <Textarea
              label={text('groupwork:record.reopenWhy')}
              value={kept.words}
              autosize
              onChange={(event) => kept.write(event.currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={kept.words.trim() === ''}
              loading={doing.busy}
              onClick={() => void giveBack().catch(reportError)}
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
      <DoingNote doing={doing} />
      {maySubmit && (
        <div>
          <ConfirmButton
            size="md"
            variant="filled"
            loading={doing.busy}
            question={<WhatIsEmpty record={record} open={open} />}
            confirmLabel={text('groupwork:record.submit')}
            onConfirm={handIn}
          >
            {text('groupwork:record.submit')}
          </ConfirmButton>
        </div>
      )}
    </>
  )
}

/** Handing in freezes what is written, so what is not written is named first. */
function WhatIsEmpty({ record, open }: { readonly record: MeetingRecord; readonly open: number }) {
  const empty = listEmptyFields(record).map((field) => text(`groupwork:record.fields.${field}`))
  const events = Object.keys(record.keyEvents).length
  const bare = events - Object.keys(dropBareEvents(record.keyEvents)).length
  const lines = [
    ...(open > 0 ? [text('groupwork:record.segmentsOpen', { count: open })] : []),
    ...(empty.length > 0
      ? [text('groupwork:record.stillEmpty', { fields: formatList(empty) })]
      : []),
    ...(bare > 0 ? [text('groupwork:record.bareEvents', { count: bare })] : []),
  ]
  return (
    <>
      <Text>{text('groupwork:record.submitAsk')}</Text>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** One's own record is returned by another supervisor; only where there is no other, by oneself. */
function useMayReturn(record: LocalRecord<MeetingRecord> | null): boolean {
  const { staffId } = useActor()
  const may = useMay('meetingRecord', 'reopen', `group:${record?.groupId ?? ''}`, record?.id ?? '')
  const others = otherSupervisors(useRecords(staff), [], { actorId: staffId, familyId: null })
  return may && record !== null && !(others.length > 0 && wroteRecord(record, staffId))
}
