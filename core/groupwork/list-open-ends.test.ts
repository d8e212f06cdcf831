import { describe, expect, it } from 'vitest'
import { makeMeeting, makeSeat, mark } from './cases/group-case.ts'
import { listOpenEnds } from './list-open-ends.ts'
import { moveMeetings } from './move-meetings.ts'

const week = makeMeeting(2, {
  state: 'planned',
  heldOn: null,
  strandTimes: { parent: { on: '2026-03-15', at: '20:30' } },
})
const later = makeMeeting(3, { state: 'planned', heldOn: null })
const held = makeMeeting(1)
const lan = makeSeat('Lan', 'family A', 'child')
const bo = makeSeat('Bo', 'family B', 'child')

describe('putting a meeting off', () => {
  it('takes the strands’ own days along and leaves held meetings alone [GRP-26]', () => {
    const moved = moveMeetings([held, week, later], week, '2026-03-21', false)
    expect(moved).toEqual([
      {
        id: week.id,
        fields: {
          plannedOn: '2026-03-21',
          strandTimes: { parent: { on: '2026-03-22', at: '20:30', place: '' } },
        },
      },
    ])
  })

  it('moves those that follow by as much, when asked [GRP-26]', () => {
    const moved = moveMeetings([held, week, later], week, '2026-03-21', true)
    expect(moved.map(({ fields }) => fields.plannedOn)).toEqual(['2026-03-21', '2026-03-28'])
    const last = moveMeetings([held, week, later], later, '2026-03-28', true)
    expect(last.map(({ id }) => id)).toEqual([later.id])
  })
})

describe('open ends', () => {
  it('are planned meetings, records, unmarked people and rows at meetings not held', () => {
    const rows = [mark(1, lan, 'inPerson'), mark(2, lan, 'inPerson')]
    const ends = listOpenEnds([held, week, later], [lan, bo], rows, [], '2026-03-08')
    expect(ends.planned.map(({ no }) => no)).toEqual([2, 3])
    expect(ends.recordsDue.map(({ strand }) => strand)).toEqual(['joint'])
    expect(ends.unmarked.map(({ seats }) => seats.map((seat) => seat.displayName))).toEqual([
      ['Bo'],
    ])
    expect(ends.uncounted).toEqual([rows[1]])
  })
})
