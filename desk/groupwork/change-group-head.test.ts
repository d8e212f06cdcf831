import { describe, expect, it } from 'vitest'
import { meeting, meetingId, type MeetingEntry } from '../../core/groupwork/meeting.ts'
import { changeGroupHead, type GroupHead } from './change-group-head.ts'

const id = '00000000-0000-4000-8000-000000000001'
const worker = '00000000-0000-4000-8000-000000000002'
const group: GroupHead & { id: string } = {
  id,
  title: '放飞纸鸢',
  code: 'P-1',
  place: '村小学',
  onlineTool: '腾讯会议',
  team: { [worker]: 'leader' },
}

function meetingAt(no: number, place: string, state: 'planned' | 'held' = 'planned'): MeetingEntry {
  const fields = { groupId: id, no, stage: 'mature', form: 'joint', theme: 'x', strands: ['child'] }
  const read = meeting.read({ ...fields, plannedOn: '2026-05-01', place, onlineTool: '腾讯会议' })
  return { ...read, state, id: meetingId(id, no) }
}

describe('changing what a group is called and where it meets', () => {
  const meetings = [
    meetingAt(1, '村小学', 'held'),
    meetingAt(2, '村小学'),
    meetingAt(3, '镇文化站'),
  ]

  it('writes what changed, and takes along the meetings still ahead that were to be at the old place', () => {
    const drafts = changeGroupHead(group, meetings, { ...group, place: ' 村委会 ' })
    expect(drafts).toMatchObject([
      { recordId: id, verb: 'edit', fields: { place: '村委会' } },
      { recordId: meetingId(id, 2), verb: 'edit', fields: { place: '村委会' } },
    ])
    expect(Object.keys(drafts[0]?.fields ?? {})).toEqual(['place'])
  })

  it('leaves the meetings alone when only the name or the team changes', () => {
    const team = { ...group.team, [id]: 'coLeader' as const }
    const drafts = changeGroupHead(group, meetings, { ...group, title: '纸鸢小组', team })
    expect(drafts).toHaveLength(1)
    expect(Object.keys(drafts[0]?.fields ?? {})).toEqual(['title', 'team'])
  })

  it('writes nothing when nothing changed', () => {
    expect(changeGroupHead(group, meetings, { ...group, title: ' 放飞纸鸢 ' })).toEqual([])
  })
})
