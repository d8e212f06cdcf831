import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { mergeFields } from '../../sync/merge.ts'
import { context, entryOf, idOf, makeMeeting, makeSeat } from '../cases/group-case.ts'
import { meeting } from '../meeting.ts'
import { seat } from '../seat.ts'
import { memberMark, memberMarkId, type MemberMarkEntry, tieKey } from './member-mark.ts'
import { placeSociogram } from './place-sociogram.ts'
import { readSociogram } from './read-sociogram.ts'

const first = makeMeeting(1)
const lan = makeSeat('lan', 'family A', 'child')
const chuan = makeSeat('chuan', 'family B', 'child')
const shi = makeSeat('shi', 'family C', 'child')
const all = [lan, chuan, shi]

function markOf(own: typeof lan, fields: object): MemberMarkEntry {
  const place = {
    meetingId: first.id,
    groupId: own.groupId,
    familyId: own.familyId,
    seatId: own.id,
  }
  return {
    ...memberMark.read(fieldsAsJson({ ...place, ...fields })),
    id: memberMarkId(first.id, own.id),
  }
}
const tied = (own: typeof lan, ...keys: readonly string[]) =>
  markOf(own, { ties: Object.fromEntries(keys.map((key) => [key, true])) })

describe('who turned to whom [GRP-49]', () => {
  it('is mutual when both did, seen by one worker or by two', () => {
    const read = readSociogram(all, [
      tied(lan, tieKey('close', chuan.id)),
      tied(chuan, tieKey('close', lan.id)),
    ])
    expect(read.ties).toMatchObject([{ kind: 'close', mutual: true }])
    expect(read.mutualPairs).toEqual([[lan, chuan]])
    expect(read.members[0]).toMatchObject({ turnedTo: 1, turnedToBy: 1, mutual: 1 })
  })

  it('keeps the direction, and avoiding or quarrelling is no company', () => {
    const read = readSociogram(all, [
      tied(chuan, tieKey('works', lan.id)),
      tied(shi, tieKey('avoids', lan.id), tieKey('clash', chuan.id)),
    ])
    expect(read.ties.map(({ kind, from, to, mutual }) => [kind, from, to, mutual])).toEqual([
      ['works', chuan, lan, false],
      ['avoids', shi, lan, false],
      ['clash', shi, chuan, false],
    ])
    expect(read.mutualPairs).toEqual([])
    expect(read.notNoted).toEqual([shi])
  })

  it('tells being seen alone from not having been noted', () => {
    const read = readSociogram(all, [markOf(shi, { alone: true })])
    expect(read.alone).toEqual([shi])
    expect(read.notNoted).toEqual([lan, chuan])
    const mother = makeSeat('mother', 'family A', 'parent')
    expect(readSociogram([lan, mother], []).notNoted).toEqual([lan])
    expect(readSociogram([mother], []).notNoted).toEqual([mother])
  })

  it('leaves out whoever was not there, is erased, or left', () => {
    const marks = [tied(lan, tieKey('close', shi.id), tieKey('close', idOf('erased')))]
    expect(readSociogram([lan, chuan], marks).ties).toEqual([])
  })

  it('is nobody’s turning to themselves', () => {
    const found = foundIn([
      entryOf(meeting, first.id, fieldsAsJson((({ id: _id, ...rest }) => rest)(first))),
      entryOf(seat, lan.id, fieldsAsJson((({ id: _id, ...rest }) => rest)(lan))),
    ])
    const { id: _id, ...fields } = tied(lan, tieKey('close', lan.id))
    expect(memberMark.rule(fieldsAsJson(fields), null, found, context)?.id).toBe('TieToOneself')
    expect(memberMark.parse(fieldsAsJson({ ...fields, ties: { loves: true } })).ok).toBe(false)
  })

  it('noted on two phones at once is both, without a conflict', () => {
    const { id: _id, ...before } = markOf(lan, {})
    const merge = mergeFields(memberMark, fieldsAsJson(before), {
      [`ties.${tieKey('close', chuan.id)}`]: { from: null, to: true },
    })
    const again = mergeFields(memberMark, merge.fields, {
      [`ties.${tieKey('works', shi.id)}`]: { from: null, to: true },
      [`ties.${tieKey('close', chuan.id)}`]: { from: null, to: true },
    })
    expect(again.offered).toEqual([])
    expect(Object.keys(memberMark.read(again.fields).ties).sort()).toEqual(
      [tieKey('close', chuan.id), tieKey('works', shi.id)].sort(),
    )
  })
})

describe('the picture [GRP-49]', () => {
  const read = readSociogram(
    [lan, chuan],
    [tied(lan, tieKey('close', chuan.id), tieKey('works', chuan.id))],
  )

  it('gives everybody the same place whatever the order, and shows who was not there', () => {
    const placed = placeSociogram(read, all)
    expect(placeSociogram(read, all.toReversed())).toEqual(placed)
    expect(placed.members.map(({ there }) => there).filter((there) => !there)).toHaveLength(1)
    expect(new Set(placed.members.map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
  })

  it('keeps every circle apart from the next and inside the square', () => {
    const many = Array.from({ length: 16 }, (_, at) => makeSeat(`m${at}`, `family ${at}`, 'child'))
    const { members, size, radius } = placeSociogram(readSociogram(many, []), many)
    for (const [at, one] of members.entries()) {
      expect(Math.min(one.x, one.y)).toBeGreaterThanOrEqual(radius)
      expect(Math.max(one.x, one.y)).toBeLessThanOrEqual(size - radius)
      for (const other of members.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * radius)
    }
  })

  it('lays two ties of the same two side by side, each ending before the circle', () => {
    const { ties, members, radius } = placeSociogram(read, all)
    expect(ties).toHaveLength(2)
    const [one, other] = ties
    expect(one?.fromX).not.toBeCloseTo(other?.fromX ?? 0)
    for (const tie of ties) {
      const end = members.find(({ seat: own }) => own.id === tie.to.id)
      expect(Math.hypot(tie.toX - (end?.x ?? 0), tie.toY - (end?.y ?? 0))).toBeGreaterThan(radius)
    }
  })
})
