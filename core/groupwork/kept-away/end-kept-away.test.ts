import { describe, expect, it } from 'vitest'
import { restrictedParty } from '../../families/restricted-party.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { groupId, idOf } from '../cases/group-case.ts'
import { isSeatOpen } from '../expected-at.ts'
import { seat } from '../seat.ts'
import { endKeptAway, listExcludedInTeams, listKeptAwaySeats } from './end-kept-away.ts'

function sitting(name: string, changes: object = {}) {
  const fields = {
    ...{ groupId, familyId: idOf('family A'), personId: idOf(name), strand: 'parent' },
    ...{ displayName: name, joinedOn: '2026-03-01', ...changes },
  }
  return { id: idOf(`seat of ${name}`), ...seat.read(fieldsAsJson(fields)) }
}

function restriction(changes: object = {}) {
  const fields = {
    ...{ familyId: idOf('family A'), personId: idOf('father'), ground: 'courtOrder' },
    ...{ since: '2026-04-10', reviewOn: '2026-10-01', ...changes },
  }
  return restrictedParty.read(fieldsAsJson(fields))
}

describe('a seat of somebody who is kept away', () => {
  const seats = [sitting('mother'), sitting('father')]

  it('reads as left on the day since which they are, and nobody else’s does [FAM-61]', () => {
    const ended = endKeptAway(seats, [restriction()])
    expect(ended.map(({ leftOn }) => leftOn)).toEqual([null, '2026-04-10'])
    expect(ended.map((one) => isSeatOpen(one, '2026-04-09'))).toEqual([true, true])
    expect(ended.map((one) => isSeatOpen(one, '2026-04-10'))).toEqual([true, false])
    expect(listKeptAwaySeats(seats, [restriction()])).toEqual([
      { seat: seats[1], endsOn: '2026-04-10' },
    ])
  })

  it('counts whichever child of the family it is about, and the earliest of several', () => {
    const two = [
      restriction({ childId: idOf('Lan'), since: '2026-04-20' }),
      restriction({ since: '2026-04-15' }),
    ]
    expect(listKeptAwaySeats(seats, two).map(({ endsOn }) => endsOn)).toEqual(['2026-04-15'])
  })

  it('ends no earlier than they came or came back', () => {
    const back = sitting('father', { breaks: [{ from: '2026-03-10', until: '2026-05-02' }] })
    expect(listKeptAwaySeats([back], [restriction()])[0]?.endsOn).toBe('2026-05-02')
  })

  it('is done with when somebody has ended it; it stands again in no list when the restriction is lifted', () => {
    const left = sitting('father', { leftOn: '2026-04-12', leaveReason: 'other' })
    expect(listKeptAwaySeats([left], [restriction()])).toEqual([])
    expect(endKeptAway([left], [restriction()])).toEqual([left])
    expect(endKeptAway(seats, [restriction({ state: 'lifted' })])).toBe(seats)
    expect(endKeptAway(seats, [restriction({ familyId: idOf('family B') })])).toBe(seats)
  })
})

describe('a colleague who has to stay out of a family', () => {
  const familyId = idOf('family A')
  const uncle = { familyId, staffId: idOf('uncle'), state: 'standing' as const }
  const group = {
    id: groupId,
    state: 'running' as const,
    team: { [uncle.staffId]: 'leader' as const },
  }

  it('is named once for each open group of theirs in which the family sits [FAM-62]', () => {
    const seats = [sitting('mother'), sitting('father')]
    const found = [{ groupId, familyId, staffId: uncle.staffId }]
    expect(listExcludedInTeams([uncle, uncle], [group], seats)).toEqual(found)
    expect(listExcludedInTeams([{ ...uncle, state: 'lifted' }], [group], seats)).toEqual([])
    expect(listExcludedInTeams([uncle], [{ ...group, state: 'closed' }], seats)).toEqual([])
    expect(listExcludedInTeams([uncle], [{ ...group, team: {} }], seats)).toEqual([])
    const left = sitting('mother', { leftOn: '2026-04-01', leaveReason: 'moved' })
    expect(listExcludedInTeams([uncle], [group], [left])).toEqual([])
  })
})
