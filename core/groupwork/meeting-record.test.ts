import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../kit/json.ts'
import { foundIn } from '../sync/find-needs.ts'
import { context, entryOf, groupId, idOf, makeMeeting, meetingFields } from './cases/group-case.ts'
import { meetingRecord, type MeetingRecordEntry } from './meeting-record.ts'
import { meeting, meetingId } from './meeting.ts'
import { listRecordsDue, recordsOverdue } from './records-due.ts'

const at = meetingId(groupId, 1)
const plan = {
  child: {
    minutes: 60,
    segments: [
      { id: 'warm', title: 'Kite ring', minutes: 10 },
      { id: 'act', title: 'Rehearsal', minutes: 30 },
    ],
  },
}
const held = entryOf(meeting, at, meetingFields(1, { plan, state: 'held', heldOn: '2026-03-07' }))
const finished: JsonObject = {
  groupId,
  meetingId: at,
  strand: 'child',
  ticks: { warm: { state: 'done' }, act: { state: 'changed', reason: 'two were late' } },
  goalAttainment: 'Seven of eight could say it.',
  evidence: 'Seven said the sentence in the pair exercise.',
}

function submit(fields: JsonObject, place = held) {
  const record = entryOf(meetingRecord, idOf('record'), { ...finished, ...fields }).fields
  return meetingRecord.verbs['submit']?.run(record, {}, foundIn([place]), context)
}

describe('a process record', () => {
  it('is handed in with every segment ticked, deviations explained and evidence given [GRP-16]', () => {
    expect(submit({})).toMatchObject({
      ok: true,
      value: { state: 'submitted', submittedOn: '2026-06-01' },
    })
    const ids = [
      submit({ ticks: { warm: { state: 'done' } } }),
      submit({ ticks: { warm: { state: 'done' }, act: { state: 'dropped', reason: ' ' } } }),
      submit({ goalAttainment: '' }),
      submit({ evidence: '' }),
      submit({}, entryOf(meeting, at, meetingFields(1, { plan }))),
      submit({ state: 'submitted' }),
    ].map((outcome) => (outcome?.ok === false ? outcome.refusal.id : 'done'))
    expect(ids).toEqual([
      'SegmentsNotTicked',
      'DeviationNeedsReason',
      'GoalAttainmentMissing',
      'EvidenceMissing',
      'MeetingNotHeld',
      'RecordSubmitted',
    ])
  })

  it('is not changed after it was handed in [GRP-17]', () => {
    const before = entryOf(meetingRecord, idOf('record'), {
      ...finished,
      state: 'submitted',
    }).fields
    const after = { ...before, reflection: 'more' }
    expect(meetingRecord.rule(after, before, foundIn([held]), context)?.id).toBe('RecordSubmitted')
    expect(meetingRecord.rule(before, before, foundIn([held]), context)).toBeNull()
  })

  it('is opened again with the supervisor’s comment [GRP-18]', () => {
    const before = entryOf(meetingRecord, idOf('record'), {
      ...finished,
      state: 'submitted',
    }).fields
    const reopen = meetingRecord.verbs['reopen']
    const opened = reopen?.run(before, { comment: 'Who was late?' }, foundIn([]), context)
    expect(opened).toMatchObject({
      ok: true,
      value: {
        state: 'draft',
        submittedOn: null,
        supervisorComment: 'Who was late?',
        versions: [
          {
            reopenedOn: '2026-06-01',
            comment: 'Who was late?',
            goalAttainment: finished['goalAttainment'],
          },
        ],
      },
    })
    expect(reopen?.run(before, { comment: ' ' }, foundIn([]), context)).toMatchObject({ ok: false })
  })

  it('belongs to a meeting of its group', () => {
    const stray = entryOf(meetingRecord, idOf('record'), { ...finished, groupId: idOf('other') })
    expect(meetingRecord.rule(stray.fields, null, foundIn([held]), context)?.id).toBe(
      'MeetingOfOtherGroup',
    )
  })
})

describe('records due', () => {
  const week = makeMeeting(1, {
    form: 'parallel',
    strandTimes: { parent: { on: '2026-03-10', at: '20:30' } },
  })
  const record = (strand: string, state: string): MeetingRecordEntry =>
    meetingRecord.readEntry(
      entryOf(meetingRecord, idOf(`${strand} ${state}`), { ...finished, strand, state }),
    )

  it('are one per strand, two days after that strand met [GRP-25]', () => {
    const due = listRecordsDue([week], [record('child', 'draft')], '2026-03-12')
    expect(
      due.map(({ strand, state, dueOn, daysLate }) => [strand, state, dueOn, daysLate]),
    ).toEqual([
      ['child', 'draft', '2026-03-09', 3],
      ['parent', 'missing', '2026-03-12', 0],
    ])
    expect(recordsOverdue([week], [], '2026-03-12').map(({ strand }) => strand)).toEqual(['child'])
  })

  it('do not ask before the strand has met, nor after the record was handed in [GRP-25]', () => {
    expect(listRecordsDue([week], [record('child', 'submitted')], '2026-03-09')).toEqual([])
    expect(listRecordsDue([makeMeeting(2, { state: 'planned' })], [], '2026-06-01')).toEqual([])
  })

  it('ask one record for a joint meeting [GRP-25]', () => {
    const due = listRecordsDue([makeMeeting(1)], [], '2026-03-08')
    expect(due.map(({ strand }) => strand)).toEqual(['joint'])
  })
})
