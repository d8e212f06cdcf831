import { describe, expect, it } from 'vitest'
import {
  entryOf,
  groupId,
  idOf,
  makeMeeting,
  makeSeat,
  mark,
} from '../groupwork/cases/group-case.ts'
import { placeAt } from '../groupwork/at-meeting.ts'
import { memberMark, memberMarkId, tieKey } from '../groupwork/members/member-mark.ts'
import { meetingId } from '../groupwork/meeting.ts'
import { meetingRecord, meetingRecordId } from '../groupwork/meeting-record.ts'
import { observerTicks, observerTicksId } from '../groupwork/ratings/observer-ticks.ts'
import { pairRating, pairRatingId } from '../groupwork/ratings/pair-rating.ts'
import { paperInput } from './cases/paper-input.ts'
import { paperWording } from './cases/paper-wording.ts'
import { fillProcessRecord } from './papers/process-record.ts'
import { fillSignInSheet } from './papers/sign-in-sheet.ts'

const at = meetingId(groupId, 1)
const lan = makeSeat('Lan', 'family A', 'child')
const mother = makeSeat('Mei', 'family A', 'parent')
const guest = makeSeat('Bo', 'family B', 'child', { leftOn: '2026-03-02', leaveReason: 'moved' })
const meeting = makeMeeting(1)
const filled = { keptSeats: { father: { filledBy: 'Zhang', filledAs: 'neighbour' } } }
const standIn = { representedBy: 'Wang', representedAs: 'grandmother' }

function inputOf(changes: Parameters<typeof paperInput>[0]) {
  const seats = [lan, mother, guest]
  const about = { meetings: [meeting], meeting, strand: 'joint' } as const
  return paperInput({ ...about, seats, wording: paperWording('en'), ...changes })
}

describe('sign-in sheet and process record of one meeting [PAP-15]', () => {
  it('whoever came without being expected has a line for marks as well, with an open concern', () => {
    const place = { ...placeAt(at, guest), participation: 4, concern: 'open', concernAbout: 'hurt' }
    const marks = [memberMark.readEntry(entryOf(memberMark, memberMarkId(at, guest.id), place))]
    const attendance = [mark(1, lan, 'inPerson'), mark(1, guest, 'inPerson')]
    const { members, expectedCount } = fillProcessRecord(inputOf({ marks, attendance }))
    expect(members).toMatchObject([
      { memberName: 'Lan' },
      { memberName: 'Mei' },
      { memberName: 'Bo', participation: '4' },
    ])
    expect(JSON.stringify(members)).toContain('Hurt or afraid')
    expect(expectedCount).toBe('2')
  })

  it('both print who sat in a kept seat, and as what somebody came in another’s place [GRP-47]', () => {
    const attendance = [mark(1, lan, 'inPerson', filled), mark(1, mother, 'represented', standIn)]
    const sat = 'Beside Lan, Zhang (Neighbour) sat in the seat kept for the father'
    expect(fillSignInSheet(inputOf({ attendance }))['members']).toMatchObject([
      { memberName: 'Lan', mode: expect.stringContaining(sat) },
      { memberName: 'Mei', mode: expect.stringContaining('Wang (Grandmother)') },
    ])
    const presences = JSON.stringify(fillProcessRecord(inputOf({ attendance }))['presences'])
    expect(presences).toContain(`Lan\\n${sat}`)
    expect(presences).toContain('Mei (Wang (Grandmother))')
  })
})

describe('the group’s dynamics on the process record [PAP-15]', () => {
  const attendance = [mark(1, lan, 'inPerson'), mark(1, mother, 'inPerson')]
  const written = { groupId, meetingId: at, strand: 'joint', dynamics: 'They laughed.' }
  const fidelity = { attention: 'yes', retention: 'no' }
  const record = meetingRecord.readEntry(
    entryOf(meetingRecord, meetingRecordId(at, 'joint'), { ...written, fidelity }),
  )

  it('print who turned to whom, each pair as rated, and how far an observer agrees', () => {
    const tie = { ...placeAt(at, lan), ties: { [tieKey('close', mother.id)]: true } }
    const back = { ...placeAt(at, mother), ties: { [tieKey('close', lan.id)]: true } }
    const marks = [
      memberMark.readEntry(entryOf(memberMark, memberMarkId(at, lan.id), tie)),
      memberMark.readEntry(entryOf(memberMark, memberMarkId(at, mother.id), back)),
    ]
    const pair = { meetingId: at, groupId, familyId: idOf('family A'), raterId: idOf('worker') }
    const rated = { ...pair, childSeatId: lan.id, adultSeatId: mother.id }
    const levels = { listens: 3, praises: null }
    const seen = { meetingId: at, groupId, strand: 'joint', observerId: idOf('observer') }
    const ticks = { ...seen, fidelity: { attention: 'yes', retention: 'partly' } }
    const { dynamics } = fillProcessRecord(
      inputOf({
        attendance,
        marks,
        meetingRecords: [record],
        pairRatings: [
          pairRating.readEntry(
            entryOf(pairRating, pairRatingId(rated), { ...rated, levels, childFace: 4 }),
          ),
        ],
        observerTicks: [
          observerTicks.readEntry(
            entryOf(observerTicks, observerTicksId(at, 'joint', idOf('observer')), ticks),
          ),
        ],
      }),
    )
    const lines = String(dynamics).split('\n')
    expect(lines[0]).toBe('They laughed.')
    expect(lines).toContainEqual(expect.stringContaining('both ways: Lan – Mei'))
    expect(lines).toContainEqual(expect.stringMatching(/Lan – Mei.* 3\/4.* 4\/4/))
    expect(lines).toContainEqual(expect.stringContaining('Both judged 2 things; 1 alike'))
  })

  it('are the written words alone where nothing else was noted', () => {
    const input = inputOf({ attendance, meetingRecords: [record] })
    expect(fillProcessRecord(input)['dynamics']).toBe('They laughed.')
    expect(fillProcessRecord(inputOf({ attendance }))['dynamics']).toBe('')
  })
})
