import { describe, expect, it } from 'vitest'
import { foundIn } from '../../sync/find-needs.ts'
import { placeAt } from '../at-meeting.ts'
import {
  context,
  entryOf,
  groupId,
  idOf,
  makeSeat,
  meetingFields,
  seatFields,
} from '../cases/group-case.ts'
import { meetingRecord } from '../meeting-record.ts'
import { meeting, meetingId } from '../meeting.ts'
import { recordComment } from '../record-comment.ts'
import { seat } from '../seat.ts'
import { hideOtherMembers, memberLine } from './member-line.ts'

const lan = makeSeat('李小兰', 'family A', 'child')
const aunt = makeSeat('李秀英', 'family A', 'guardian')
const bo = makeSeat('王大波', 'family B', 'child')
const at = meetingId(groupId, 1)

describe('a line about a member', () => {
  it('names nobody of another family, by whole or given name; the own family stays [GRP-37]', () => {
    const words = '李小兰先说了自己的事，大波听完拍手，王大波也说了一句，秀英在旁边听。'
    expect(hideOtherMembers(words, lan, [lan, aunt, bo], '另一位组员')).toBe(
      '李小兰先说了自己的事，另一位组员听完拍手，另一位组员也说了一句，秀英在旁边听。',
    )
  })

  it('leaves the own child’s name, also when a child of another family is called so [GRP-37]', () => {
    const ming = makeSeat('李小明', 'family A', 'child')
    const seats = [
      ming,
      makeSeat('王小明', 'family B', 'child'),
      makeSeat('小明妈妈', 'family B', 'parent'),
    ]
    const hide = (words: string) => hideOtherMembers(words, ming, seats, '另一位组员')
    expect(hide('小明今天第一个发言。李小明说想妈妈。')).toBe(
      '小明今天第一个发言。李小明说想妈妈。',
    )
    expect(hide('王小明和小明妈妈听了。')).toBe('另一位组员和另一位组员听了。')
  })

  it('lies in the family’s file, at a seat of that family [GRP-37]', () => {
    const place = entryOf(meeting, at, meetingFields(1))
    const lanSeat = entryOf(seat, lan.id, seatFields('李小兰', 'family A', 'child'))
    const judge = (fields: object) => {
      const line = {
        ...placeAt(at, lan),
        on: '2026-03-07',
        no: 1,
        words: '先说了自己的事',
        ...fields,
      }
      const entry = entryOf(memberLine, idOf('line'), line)
      expect(entry.scope).toBe(`family:${line.familyId}`)
      return memberLine.rule(entry.fields, null, foundIn([place, lanSeat]), context)?.id ?? null
    }
    expect(judge({})).toBeNull()
    expect(judge({ familyId: idOf('family B') })).toBe('SeatOfOtherGroup')
  })
})

describe('a comment beside a paragraph', () => {
  const record = entryOf(meetingRecord, idOf('record'), { groupId, meetingId: at, strand: 'child' })
  const judge = (fields: object) => {
    const said = { groupId, recordId: idOf('record'), part: 'goals', words: 'Who said it?' }
    const own = { by: context.actor.staffId, on: '2026-06-01' }
    const entry = entryOf(recordComment, idOf('comment'), { ...said, ...own, ...fields })
    return recordComment.rule(entry.fields, null, foundIn([record]), context)?.id ?? null
  }

  it('is its writer’s own, about a record of the group [GRP-38]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ by: idOf('somebody') })).toBe('CommentOfSomebodyElse')
    expect(judge({ groupId: idOf('other') })).toBe('CommentWithoutRecord')
    expect(judge({ on: '2026-06-02' })).toBe('DateInFuture')
  })
})
