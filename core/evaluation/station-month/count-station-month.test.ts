import { describe, expect, it } from 'vitest'
import { pairId } from '../../families/pair.ts'
import { person } from '../../families/person.ts'
import {
  entryOf,
  groupEntry,
  idOf,
  makeMeeting,
  makeSeat,
  mark,
} from '../../groupwork/cases/group-case.ts'
import { supportGroup } from '../../groupwork/support-group.ts'
import { countStationMonth, type StationMonthRecords } from './count-station-month.ts'
import { addMonths, lastDay } from './month-of-year.ts'
import type { Turn } from './rewind-states.ts'

const lan = makeSeat('Lan', 'family A', 'child')
const mother = makeSeat('mother', 'family A', 'parent', {
  pairId: pairId(idOf('Lan'), idOf('mother')),
})
const bo = makeSeat('Bo', 'family B', 'child')

function personOf(name: string, fields: { role: string; sex?: string; bornOn?: string | null }) {
  return person.readEntry(
    entryOf(person, idOf(name), { familyId: idOf('family A'), name, ...fields }),
  )
}

const records: StationMonthRecords = {
  month: '2026-03',
  families: [
    { id: 'A', registeredOn: '2026-02-01', state: 'open' },
    { id: 'B', registeredOn: '2026-03-31', state: 'open' },
    { id: 'C', registeredOn: '2026-04-01', state: 'open' },
    { id: 'D', registeredOn: '2026-01-01', state: 'archived' },
  ],
  people: [
    personOf('Lan', { role: 'child', sex: 'female', bornOn: '2014-03-31' }),
    personOf('Bo', { role: 'child', sex: 'male', bornOn: null }),
    personOf('mother', { role: 'parent', sex: 'female' }),
  ],
  groups: [supportGroup.readEntry(groupEntry())],
  meetings: [
    makeMeeting(1),
    makeMeeting(2, { minutes: 90 }),
    makeMeeting(3, { state: 'notHeld', heldOn: null, minutes: null, callOffReason: 'weather' }),
    makeMeeting(4, { plannedOn: '2026-04-02' }),
  ],
  seats: [lan, mother, bo],
  attendance: [
    mark(1, lan, 'inPerson'),
    mark(1, mother, 'liveRemote'),
    mark(1, bo, 'absent'),
    mark(2, lan, 'inPerson'),
    mark(2, mother, 'watchedLater'),
    mark(4, bo, 'inPerson'),
  ],
  sheets: [],
  instruments: [],
  contacts: [
    { on: '2026-03-03', reached: true },
    { on: '2026-03-04', reached: false },
    { on: '2026-04-04', reached: true },
  ],
  staff: [
    { id: 'worker', state: 'active', since: '2026-01-01' },
    { id: 'other', state: 'suspended', since: '2026-01-01' },
    { id: 'newcomer', state: 'active', since: '2026-04-10' },
  ],
  turns: [],
}

function checkOf(month: StationMonthRecords, id: string) {
  return countStationMonth(month).checks.find((one) => one.id === id)
}

describe('the figures of a month', () => {
  const month = countStationMonth(records)

  it('counts meetings, minutes and person-times of that month only', () => {
    expect(month.meetings.length).toBe(2)
    expect(month.minutes).toBe(150)
    expect(month.total.live).toBe(3)
    expect(month.calledOff).toBe(1)
  })

  it('counts a person once, however often they came, and nobody who was only expected', () => {
    expect(month.served).toMatchObject({ persons: 2, families: 1, children: 1, parents: 1 })
  })

  it('takes age on the last day of the month', () => {
    expect(month.served).toMatchObject({ from6To12: 1, from13To17: 0, ageNotKnown: 0 })
    const younger = {
      ...records,
      people: [personOf('Lan', { role: 'child', bornOn: '2020-04-01' })],
    }
    expect(countStationMonth(younger).served.under6).toBe(1)
  })

  it('counts open families by the end of the month, and those newly registered in it', () => {
    expect(month.families).toEqual({ open: 2, registered: 1 })
  })

  it('counts contact reached and tried, staff at work', () => {
    expect(month.contacts).toEqual({ reached: 1, tried: 1 })
    expect(month.staff).toBe(1)
  })
})

describe('a month that is over [EVA-34]', () => {
  const turned = (recordId: string, ...turns: readonly (readonly [Turn['verb'], string])[]) =>
    turns.map(([verb, on]): Turn => ({ recordId, verb, on }))
  const counted = (turns: readonly Turn[], month = '2026-03') =>
    countStationMonth({ ...records, month, turns })

  it('keeps a family that was archived, and a colleague who was suspended, after it', () => {
    expect(counted(turned('D', ['archive', '2026-05-04'])).families.open).toBe(3)
    expect(counted(turned('D', ['archive', '2026-05-04']), '2026-05').families.open).toBe(3)
    expect(counted(turned('other', ['suspend', '2026-05-04'])).staff).toBe(2)
    expect(counted(turned('other', ['suspend', '2026-03-31'])).staff).toBe(1)
  })

  it('does not gain a family that was reopened, or a colleague who came back, after it', () => {
    const back = turned('A', ['archive', '2026-03-10'], ['reopen', '2026-05-04'])
    expect(counted(back).families.open).toBe(1)
    expect(counted(back, '2026-02').families.open).toBe(1)
    expect(counted(turned('worker', ['reinstate', '2026-04-02'])).staff).toBe(0)
  })
})

describe('reconciliation with the attendance lists', () => {
  it('says how many expected places nobody has marked', () => {
    expect(checkOf(records, 'everybodyIsMarked')).toEqual({
      id: 'everybodyIsMarked',
      reported: 6,
      found: 5,
      agrees: false,
    })
  })

  it('shows marks at a meeting that is not marked as held', () => {
    const forgotten = makeMeeting(2, { state: 'planned', heldOn: null, minutes: null })
    const meetings = records.meetings.map((one) => (one.no === 2 ? forgotten : one))
    expect(checkOf({ ...records, meetings }, 'rowsAreCounted')).toMatchObject({
      reported: 3,
      found: 5,
      agrees: false,
    })
    expect(checkOf(records, 'rowsAreCounted')?.agrees).toBe(true)
  })

  it('agrees in every other sum', () => {
    const others = countStationMonth(records).checks.filter(({ id }) => id !== 'everybodyIsMarked')
    expect(others.map(({ agrees }) => agrees)).toEqual([true, true, true, true])
  })
})

describe('months', () => {
  it('end where the calendar ends them', () => {
    expect([lastDay('2024-02'), lastDay('2026-12'), addMonths('2026-01', -1)]).toEqual([
      '2024-02-29',
      '2026-12-31',
      '2025-12',
    ])
  })
})
