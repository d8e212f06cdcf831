import { expect, it } from 'vitest'
import { attendance, attendanceId } from './attendance.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { foundIn } from '../sync/find-needs.ts'
import { context, entryOf, idOf, makeMeeting, makeSeat, mark } from './cases/group-case.ts'
import { meeting, meetingId } from './meeting.ts'
import { seat } from './seat.ts'
import { groupId } from './cases/group-case.ts'
import { freeAttendanceId, newAttendance, presenceOf, unmarkedSeats } from './mark-attendance.ts'

const first = makeMeeting(1)
const lan = makeSeat('Lan', 'family A', 'child')
const mother = makeSeat('mother', 'family A', 'parent')

it('a mark made with one tap passes the rules of attendance [GRP-13]', () => {
  const found = foundIn([
    entryOf(meeting, first.id, { ...fieldsAsJson(withoutId(first)) }),
    entryOf(seat, lan.id, { ...fieldsAsJson(withoutId(lan)) }),
  ])
  for (const presence of ['inPerson', 'liveRemote', 'watchedLater', 'absent'] as const) {
    const fields = fieldsAsJson(newAttendance(first.id, lan, presenceOf(presence)))
    expect(attendance.rule(fields, null, found, context)).toBeNull()
  }
  const uncle = fieldsAsJson(newAttendance(first.id, lan, presenceOf('represented', 'the uncle')))
  expect(attendance.rule(uncle, null, found, context)).toBeNull()
  const nobody = fieldsAsJson(newAttendance(first.id, lan, presenceOf('represented')))
  expect(attendance.rule(nobody, null, found, context)?.id).toBe('StandInNeedsName')
})

function withoutId<Entry extends { readonly id: string }>({ id: _id, ...fields }: Entry) {
  return fields
}

it('a mark that was taken back can be made again, on every device under the same id [GRP-27]', () => {
  const at = meetingId(groupId, 1)
  const natural = attendanceId(at, idOf('Lan'))
  expect(freeAttendanceId(at, idOf('Lan'), () => false)).toBe(natural)
  const second = freeAttendanceId(at, idOf('Lan'), (id) => id === natural)
  expect(second).not.toBe(natural)
  expect(freeAttendanceId(at, idOf('Lan'), (id) => id === natural)).toBe(second)
  expect([natural, second]).not.toContain(
    freeAttendanceId(at, idOf('Lan'), (id) => id === natural || id === second),
  )
})

it('lists whom nobody has marked, strand by strand [GRP-19]', () => {
  const late = makeSeat('Bo', 'family A', 'child', { joinedOn: '2026-05-01' })
  const seats = [lan, mother, late]
  const names = (rows: Parameters<typeof unmarkedSeats>[2]) =>
    unmarkedSeats(first, seats, rows, 'child').map(({ displayName }) => displayName)
  expect(names([])).toEqual(['Lan'])
  expect(names([mark(1, lan, 'inPerson')])).toEqual([])
  expect(names([mark(2, lan, 'inPerson')])).toEqual(['Lan'])
})
