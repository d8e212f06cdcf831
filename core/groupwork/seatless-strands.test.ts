import { expect, it } from 'vitest'
import { makeMeeting, makeSeat, mark } from './cases/group-case.ts'
import { countAttendance } from './count-attendance.ts'
import { listRecordsDue } from './records-due.ts'

const child = makeSeat('Lan', 'family A', 'child')
const parent = makeSeat('Mei', 'family A', 'parent')
const strands = ['child', 'parent', 'guardian']
const meeting = makeMeeting(1, { form: 'parallel', strands })

it('no record is asked of a strand in which nobody has a seat [GRP-25]', () => {
  const due = listRecordsDue([meeting], [], '2026-06-01', [child, parent])
  expect(due.map(({ strand }) => strand)).toEqual(['child', 'parent'])
  const circle = makeMeeting(2, { form: 'guardianCircle', strands: ['guardian'] })
  expect(listRecordsDue([circle], [], '2026-06-01', [child])).toEqual([])
})

it('a strand in which nobody has a seat is no session; a held meeting is one at least [GRP-22]', () => {
  const rows = [mark(1, child, 'inPerson'), mark(1, parent, 'inPerson')]
  expect(countAttendance([meeting], [child, parent], rows).sessionsHeld).toBe(2)
  expect(countAttendance([meeting], [], []).sessionsHeld).toBe(1)
})
