import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairId } from '../families/pair.ts'
import { presenceModes } from './attendance.ts'
import { idOf, makeMeeting, makeSeat, mark } from './cases/group-case.ts'
import { countAttendance, type AttendanceLine } from './count-attendance.ts'
import { expectedAt } from './expected-at.ts'
import { measureDose, measurePairDose } from './measure-dose.ts'
import { strands } from './strand.ts'

const lan = makeSeat('Lan', 'family A', 'child')
const mother = makeSeat('mother', 'family A', 'parent', {
  pairId: pairId(idOf('Lan'), idOf('mother')),
})
const bo = makeSeat('Bo', 'family B', 'child', { joinedOn: '2026-03-10' })
const seats = [lan, mother, bo]
const meetings = [makeMeeting(1), makeMeeting(2, { form: 'parallel' }), makeMeeting(3)]

function namesAt(no: number, list = seats): string[] {
  const meeting = meetings[no - 1]
  return meeting === undefined ? [] : expectedAt(meeting, list).map((seat) => seat.displayName)
}

describe('who is expected', () => {
  it('follows from the seats of the day: a late joiner leaves earlier meetings as they were [GRP-19]', () => {
    expect(namesAt(1).sort()).toEqual(['Lan', 'mother'])
    expect(namesAt(2).sort()).toEqual(['Bo', 'Lan', 'mother'])
  })

  it('keeps whoever left in the meetings that were theirs [GRP-8]', () => {
    const left = { ...lan, leftOn: '2026-03-14' }
    expect(namesAt(1, [left])).toEqual(['Lan'])
    expect(namesAt(2, [left])).toEqual([])
  })

  it('leaves out a time away and goes on afterwards [GRP-8]', () => {
    const back = { ...lan, breaks: [{ from: '2026-03-10', until: '2026-03-21' }] }
    expect([1, 2, 3].map((no) => namesAt(no, [back]).length)).toEqual([1, 0, 1])
  })

  it('asks each strand on its own day [GRP-19]', () => {
    const week = makeMeeting(1, {
      strandTimes: { parent: { on: '2026-03-12', at: '20:30' } },
    })
    const late = { ...mother, joinedOn: '2026-03-12' }
    expect(expectedAt(week, [late]).length).toBe(1)
    expect(expectedAt(week, [{ ...lan, joinedOn: '2026-03-12' }])).toEqual([])
  })
})

describe('counts', () => {
  const rows = [
    mark(1, lan, 'inPerson'),
    mark(1, mother, 'liveRemote'),
    mark(2, lan, 'absent'),
    mark(2, mother, 'represented'),
    mark(2, bo, 'inPerson'),
    mark(3, lan, 'absent'),
    mark(3, mother, 'watchedLater'),
  ]

  it('are groups, sessions, persons and person-times by mode [GRP-22]', () => {
    const count = countAttendance(meetings, seats, rows)
    expect(count).toMatchObject({ groups: 1, meetingsHeld: 3, sessionsHeld: 4, uncounted: [] })
    expect(count.total).toEqual({
      expected: 8,
      unmarked: 1,
      outside: 0,
      byMode: { inPerson: 2, liveRemote: 1, watchedLater: 1, represented: 1, absent: 2 },
      persons: 3,
      live: 3,
    })
  })

  it('count a person who was only ever represented or absent as not having taken part [GRP-22]', () => {
    const away = [mark(1, lan, 'absent'), mark(2, lan, 'absent')]
    const sent = [mark(1, mother, 'represented'), mark(2, mother, 'represented')]
    expect(countAttendance(meetings, seats, [...away, ...sent]).total.persons).toBe(0)
  })

  it('keep a row of a meeting that is not held in sight, and out of the numbers [GRP-22]', () => {
    const off = [makeMeeting(1, { state: 'notHeld', heldOn: null })]
    const count = countAttendance(off, seats, [mark(1, lan, 'inPerson')])
    expect(count.total.live).toBe(0)
    expect(count.uncounted).toHaveLength(1)
  })

  it('count whoever came unexpectedly, beside the expected [GRP-22]', () => {
    const count = countAttendance(meetings, seats, [mark(1, bo, 'inPerson')])
    expect(count.total).toMatchObject({ expected: 8, unmarked: 8, outside: 1, live: 1 })
  })

  it('add up: strands and meetings to the total, rows to the modes [GRP-22]', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
    const person = fc.record({
      strand: fc.constantFrom(...strands),
      joinedOn: day,
      leftOn: fc.option(day),
      modes: fc.array(fc.option(fc.constantFrom(...presenceModes)), { minLength: 3, maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), (people) => {
        const sitting = people.map((one, at) =>
          makeSeat(`p${at}`, `f${at % 3}`, one.strand, {
            joinedOn: one.joinedOn,
            leftOn: one.leftOn,
          }),
        )
        const marks = people.flatMap(({ modes }, at) => {
          const own = sitting[at]
          return modes.flatMap((mode, no) =>
            mode === null || own === undefined ? [] : [mark(no + 1, own, mode)],
          )
        })
        const { total, byStrand, byMeeting, uncounted } = countAttendance(meetings, sitting, marks)
        const times = (line: AttendanceLine) =>
          Object.values(line.byMode).reduce((a, b) => a + b, 0)
        const sum = (lines: readonly AttendanceLine[], of: (line: AttendanceLine) => number) =>
          lines.reduce((all, line) => all + of(line), 0)
        expect(uncounted).toEqual([])
        expect(times(total)).toBe(marks.length)
        expect(times(total)).toBe(total.expected - total.unmarked + total.outside)
        for (const lines of [byStrand, byMeeting]) {
          expect(sum(lines, times)).toBe(times(total))
          expect(sum(lines, (line) => line.expected)).toBe(total.expected)
        }
        expect(sum(byStrand, ({ persons }) => persons)).toBe(total.persons)
      }),
      { numRuns: 100, seed: 20260301 },
    )
  })

  it('become a dose per seat, as shares of what was expected, by mode [GRP-23]', () => {
    const doses = measureDose(meetings, seats, rows)
    expect(
      doses.map(({ seat, expected, liveShare }) => [seat.displayName, expected, liveShare]),
    ).toEqual([
      ['Lan', 3, 1 / 3],
      ['mother', 3, 1 / 3],
      ['Bo', 2, 1 / 2],
    ])
    expect(doses[0]?.absentInARow).toBe(2)
    expect(doses[1]).toMatchObject({
      absentInARow: 0,
      shares: { represented: 1 / 3, watchedLater: 1 / 3 },
    })
    expect(measureDose([], [lan], [])[0]).toMatchObject({
      expected: 0,
      shares: null,
      liveShare: null,
    })
  })

  it('become a dose per pair, with the joint meetings at which both were there [GRP-23]', () => {
    const doses = measurePairDose(meetings, seats, rows)
    expect(doses).toHaveLength(1)
    expect(doses[0]).toMatchObject({ jointExpected: 2, jointLive: 1 })
    expect(doses[0]?.adult.seat.displayName).toBe('mother')
  })
})
