import { describe, expect, it } from 'vitest'
import { availability, slotAt } from '../../families/availability.ts'
import type { JsonObject } from '../../kit/json.ts'
import { idOf, makeMeeting } from '../cases/group-case.ts'
import { bestSlots, countSlot, reunionsOn, slotOf } from './place-meetings.ts'

const known = (name: string, slots: JsonObject, fields: JsonObject = {}) =>
  availability.read({ familyId: idOf(`family ${name}`), personId: idOf(name), slots, ...fields })
const day = { '3 evening': 'free', '7 morning': 'free' }
const people = ['mother', 'father', 'uncle', 'aunt'].map(idOf)

describe('placing a meeting by the shifts of those far away [GRP-54]', () => {
  it('knows the part of the week of a day and an hour', () => {
    expect(slotAt('2026-03-04', '20:30')).toBe('3 evening')
    expect(slotAt('2026-03-08', '11:59')).toBe('7 morning')
    expect(slotAt('2026-03-09', '12:00')).toBe('1 afternoon')
    expect(slotAt('2026-03-09', '21:00')).toBe('1 late')
    expect(slotAt('2026-03-09', '')).toBeNull()
  })

  it('counts who can, who may, and whom nobody has asked', () => {
    const all = [
      known('mother', day),
      known('father', { '3 evening': 'maybe' }),
      known('uncle', {}, { shift: 'night' }),
      known('aunt', {}),
      known('stranger', day),
    ]
    expect(countSlot(people, all, '3 evening')).toEqual({ free: 1, maybe: 1, unknown: 1, of: 4 })
    expect(countSlot(people, [], '3 evening')).toEqual({ free: 0, maybe: 0, unknown: 4, of: 4 })
  })

  it('proposes the two slots that together reach most, not the two fullest', () => {
    const all = [
      known('mother', { '3 evening': 'free', '4 evening': 'free' }),
      known('father', { '3 evening': 'free', '4 evening': 'free' }),
      known('uncle', { '7 morning': 'free' }),
    ]
    expect(bestSlots(people, all).map(({ slot }) => slot)).toEqual(['3 evening', '7 morning'])
    expect(bestSlots(people, all.slice(0, 2)).map(({ slot }) => slot)).toEqual(['3 evening'])
    expect(bestSlots(people, [])).toEqual([])
  })

  it('takes somebody who can before somebody who may', () => {
    const all = [known('mother', { '1 late': 'maybe', '5 late': 'free' })]
    expect(bestSlots(people, all).map(({ slot }) => slot)).toEqual(['5 late'])
  })

  it('reads a strand’s own time', () => {
    const own = { parent: { on: '2026-03-08', at: '20:30' } }
    const meeting = makeMeeting(1, {
      plannedAt: '14:30',
      strandTimes: own,
      state: 'planned',
      heldOn: null,
      minutes: null,
    })
    expect(slotOf(meeting, 'parent')).toBe('7 evening')
    expect(slotOf(meeting, 'child')).toBe('6 afternoon')
  })

  it('names the families that are together on a day, its first and last included', () => {
    const reunion = { time: 'harvest', from: '2026-06-01', until: '2026-06-10', way: 'comesHome' }
    const all = [known('mother', {}, { reunions: { a: reunion } })]
    const on = (date: string) => reunionsOn(people, all, date).map(({ personId }) => personId)
    expect(on('2026-06-01')).toEqual([idOf('mother')])
    expect(on('2026-06-10')).toEqual([idOf('mother')])
    expect(on('2026-06-11')).toEqual([])
  })
})
