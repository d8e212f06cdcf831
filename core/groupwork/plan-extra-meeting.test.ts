import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { context, entryOf, groupEntry, groupId, idOf } from './cases/group-case.ts'
import { foundIn } from '../sync/find-needs.ts'
import { meeting, meetingId, type MeetingEntry } from './meeting.ts'
import { planExtraMeeting, type ExtraMeeting } from './plan-extra-meeting.ts'

const id = idOf('extra')
const group = { id: groupId, onlineTool: '腾讯会议' }
const extra: ExtraMeeting = {
  theme: ' 中秋一起吃饭 ',
  gathering: 'together',
  plannedOn: '2026-04-20',
  plannedAt: '15:00',
  place: '村小学',
  minutes: 90,
}

function planned(no: number, stage: MeetingEntry['stage'], plannedOn: string): MeetingEntry {
  const fields = { groupId, no, stage, form: 'parallel', theme: `T${no}`, strands: ['child'] }
  return { ...meeting.read({ ...fields, plannedOn }), id: meetingId(groupId, no) }
}

const meetings = [
  planned(1, 'forming', '2026-04-01'),
  planned(2, 'mature', '2026-04-15'),
  planned(3, 'ending', '2026-05-01'),
]

describe('a meeting beside the programme’s [GRP-29]', () => {
  const made = planExtraMeeting(group, meetings, extra, id)

  it('takes the next free number, whatever its day, and leaves the others their own', () => {
    expect(made).toMatchObject({ no: 4, id, extra: true, plannedOn: '2026-04-20' })
    expect(planExtraMeeting(group, [...meetings, made], extra, id).no).toBe(5)
    expect(planExtraMeeting(group, [], extra, id)).toMatchObject({ no: 1, stage: 'preparation' })
  })

  it('belongs to the stage of the meeting before it and is accepted as it stands', () => {
    expect(made).toMatchObject({ stage: 'mature', theme: '中秋一起吃饭', onlineTool: '腾讯会议' })
    const { id: _id, ...fields } = made
    const found = foundIn([
      groupEntry(),
      ...meetings.map(({ id, ...one }) => entryOf(meeting, id, fieldsAsJson(one))),
    ])
    expect(meeting.rule(fieldsAsJson(fields), null, found, context)).toBeNull()
  })

  it.each([
    ['together', 'joint', ['child', 'parent', 'guardian'], ['joint']],
    ['apart', 'parallel', ['child', 'parent'], ['child', 'parent']],
    ['children', 'parallel', ['child'], ['child']],
    ['parents', 'parallel', ['parent'], ['parent']],
    ['guardians', 'guardianCircle', ['guardian'], ['guardian']],
  ] as const)('for %s is %s, expects those strands and has a plan to fill for each', (gathering, form, strands, plans) => {
    const one = planExtraMeeting(group, meetings, { ...extra, gathering }, id)
    expect([one.form, one.strands, Object.keys(one.plan)]).toEqual([form, strands, plans])
  })
})
