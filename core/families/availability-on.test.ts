import { describe, expect, it } from 'vitest'
import { availability } from './availability.ts'
import { reachOn, slotsOfPupil } from './availability-on.ts'
import { lunarDayOf, nextSpringFestival } from './lunar-day.ts'
import { addDays } from '../kit/dates.ts'
import { ids } from './cases/family-world.ts'

const known = (fields: object) =>
  availability.read({ familyId: ids.family, personId: ids.mother, ...fields })
const adult = { role: 'parent', schooling: 'notAsked', boarding: null } as const
const pupil = { role: 'child', schooling: 'primary', boarding: false } as const
const at = (fields: object | null, day: string, hour = '20:00') => {
  const { state, why } = reachOn(fields === null ? null : known(fields), adult, day, hour)
  return why === null ? state : `${state} ${why}`
}
const wednesday = '2026-03-04'
const saturday = '2026-03-07'

describe('whether somebody can come on a day [FAM-41]', () => {
  it('is what they said of the week, and not known of whom nobody asked', () => {
    const evening = { shift: 'day', slots: { '3 evening': 'free', '6 evening': 'maybe' } }
    expect(at(evening, wednesday)).toBe('free')
    expect(at(evening, saturday)).toBe('maybe')
    expect(at(evening, '2026-03-05')).toBe('cannot shift')
    expect(at(evening, wednesday, '')).toBe('unknown')
    expect(at({}, wednesday)).toBe('unknown')
    expect(at(null, wednesday)).toBe('unknown')
  })

  it('may be at any hour for whoever has no shifts and named no time', () => {
    expect(at({ shift: 'none' }, wednesday)).toBe('maybe')
    expect(at({ shift: 'none', slots: { '6 morning': 'free' } }, wednesday)).toBe('cannot notFree')
  })

  it('goes week by week with a rotating shift, and is only perhaps while nobody knows the week', () => {
    const turns = { shift: 'rotating', slots: { '3 evening': 'free' } }
    expect(at(turns, wednesday)).toBe('maybe')
    const fixed = { ...turns, cycleFrom: '2026-03-06' }
    expect(at(fixed, wednesday)).toBe('free')
    expect(at(fixed, '2026-03-11')).toBe('cannot shift')
    expect(at(fixed, '2026-03-18')).toBe('free')
    expect(at(fixed, '2026-02-25')).toBe('cannot shift')
    expect(at({ ...fixed, otherWeek: { '3 evening': 'maybe' } }, '2026-03-11')).toBe('maybe')
  })

  it('is free at home, whatever the shift; with the child in the city the shift goes on', () => {
    const time = { time: 'springFestival', from: '2026-03-01', until: '2026-03-04' }
    const shift = { shift: 'night' }
    expect(at({ ...shift, reunions: { a: { ...time, way: 'comesHome' } } }, wednesday)).toBe('free')
    expect(at({ ...shift, reunions: { a: { ...time, way: 'childTravels' } } }, wednesday)).toBe(
      'cannot shift',
    )
  })

  it('is not in harvest or exams, the first and the last day included', () => {
    const busy = { busy: { a: { why: 'harvest', from: '2026-03-04', until: '2026-03-06' } } }
    expect(at(busy, '2026-03-04')).toBe('cannot harvest')
    expect(at(busy, '2026-03-06')).toBe('cannot harvest')
    expect(at(busy, saturday)).toBe('unknown')
  })

  it('is not on a market morning, by the farmers’ calendar or the common one', () => {
    expect(lunarDayOf('2026-02-17')).toBe(1)
    expect(lunarDayOf('2026-06-19')).toBe(5)
    expect(lunarDayOf('2026-09-25')).toBe(15)
    const free = { shift: 'none', slots: { '5 morning': 'free', '5 evening': 'free' } }
    const market = { ...free, market: { calendar: 'lunar', ends: [5] } }
    expect(at(market, '2026-06-19', '09:00')).toBe('cannot market')
    expect(at(market, '2026-06-19')).toBe('free')
    const solar = { ...free, market: { calendar: 'solar', ends: [9] } }
    expect(at(solar, '2026-06-19', '09:00')).toBe('cannot market')
    expect(at(solar, '2026-06-26', '09:00')).toBe('free')
  })
})

describe('the farmers’ calendar', () => {
  it('has every Spring Festival from 2024 to 2033 on the day of the almanac', () => {
    const almanac = [
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
      '2027-02-06',
      '2028-01-26',
      '2029-02-13',
      '2030-02-03',
      '2031-01-23',
      '2032-02-11',
      '2033-01-31',
    ]
    const found = almanac.map((day) => nextSpringFestival(addDays(day, -40)))
    expect(found).toEqual(almanac)
    expect(almanac.map(lunarDayOf)).toEqual(almanac.map(() => 1))
  })

  it('counts on to the end of a month that had to be set right', () => {
    expect(['2027-02-05', '2027-03-07', '2027-03-08'].map(lunarDayOf)).toEqual([29, 30, 1])
    expect(['2030-02-02', '2030-03-03', '2030-03-04'].map(lunarDayOf)).toEqual([30, 29, 1])
  })
})

describe('a child whom nobody has asked [FAM-41]', () => {
  const child = (day: string, hour: string, fields = {}) => {
    const { state, why } = reachOn(null, { ...pupil, ...fields }, day, hour)
    return why === null ? state : `${state} ${why}`
  }

  it('is at school on weekdays by day, and otherwise nobody knows', () => {
    expect(child(wednesday, '14:30')).toBe('cannot school')
    expect(child(wednesday, '19:00')).toBe('unknown')
    expect(child(wednesday, '15:59')).toBe('cannot school')
    expect(child(wednesday, '16:00')).toBe('unknown')
    expect(child(saturday, '14:30')).toBe('unknown')
  })

  it('sleeps there from Monday to Thursday as a boarder', () => {
    expect(child(wednesday, '19:00', { boarding: true })).toBe('cannot school')
    expect(child('2026-03-06', '19:00', { boarding: true })).toBe('unknown')
  })

  it('has no school in July and August, or when it goes to none', () => {
    expect(child('2026-07-15', '14:30')).toBe('unknown')
    expect(child(wednesday, '14:30', { schooling: 'droppedOut' })).toBe('unknown')
  })

  it('has no school on the first days of October and around Spring Festival', () => {
    expect(child('2026-10-05', '10:00')).toBe('unknown')
    expect(child('2026-10-08', '10:00')).toBe('cannot school')
    // 2027-02-06 is the first day of the year, 2027-01-27 the 20th of the month before, 2027-02-20 the Lantern Festival.
    expect(child('2027-01-26', '10:00')).toBe('cannot school')
    expect(child('2027-01-27', '10:00')).toBe('unknown')
    expect(child('2027-02-08', '14:00')).toBe('unknown')
    expect(child('2027-02-19', '14:00')).toBe('unknown')
    expect(child('2027-02-22', '14:00')).toBe('cannot school')
  })

  it('may come in the hours of school while it is closed, also when asked about a week of the term', () => {
    const week = known({ shift: 'none', slots: slotsOfPupil(false) })
    expect(reachOn(week, pupil, '2026-07-15', '09:00')).toMatchObject({ state: 'maybe', why: null })
    expect(reachOn(week, pupil, '2026-06-17', '09:00')).toMatchObject({ state: 'cannot' })
    expect(reachOn(week, pupil, '2026-07-15', '22:00')).toMatchObject({ why: 'notFree' })
  })

  it('may stay for a group after the last lesson once somebody has asked', () => {
    const week = known({ shift: 'none', slots: slotsOfPupil(false) })
    expect(reachOn(week, pupil, wednesday, '16:30').state).toBe('maybe')
    expect(reachOn(week, pupil, wednesday, '14:30')).toMatchObject({
      state: 'cannot',
      why: 'school',
    })
  })

  it('has the usual week of a day pupil or a boarder in one tap', () => {
    const [atHome, boards] = [slotsOfPupil(false), slotsOfPupil(true)]
    expect(atHome['3 evening']).toBe('free')
    expect(boards['3 evening']).toBeUndefined()
    expect(boards['5 evening']).toBe('free')
    expect(boards['7 evening']).toBeUndefined()
    expect(atHome['3 afternoon']).toBeUndefined()
    expect([atHome['6 morning'], boards['6 morning']]).toEqual(['free', 'free'])
  })
})
