import { z } from 'zod'
import { dayShape, type Day } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { consent } from './consent.ts'
import { person } from './person.ts'
import { refuseFamilyUnserved } from './refuse-family-unserved.ts'
import { needPeople } from './same-family.ts'

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export const dayParts = ['morning', 'afternoon', 'evening', 'late'] as const
export const shiftKinds = ['notAsked', 'day', 'night', 'rotating', 'none'] as const
export const reunionTimes = [
  'springFestival',
  'qingming',
  'harvest',
  'summer',
  'nationalDay',
  'other',
] as const

export type DayPart = (typeof dayParts)[number]

/** Such as `3 evening`: Wednesday after work. Weeks begin on Monday. */
export type SlotName = `${(typeof weekdays)[number]} ${DayPart}`
const slotShape = z.string().regex(/^[1-7] (?:morning|afternoon|evening|late)$/)

const reunionShape = z.strictObject({
  time: z.enum(reunionTimes),
  from: dayShape,
  until: dayShape,
  way: z.enum(['comesHome', 'childTravels']).default('comesHome'),
})
export type Reunion = z.infer<typeof reunionShape>

export const busyReasons = ['harvest', 'exams', 'work', 'other'] as const
const busyShape = z.strictObject({
  why: z.enum(busyReasons),
  from: dayShape,
  until: dayShape,
})
export type BusyTime = z.infer<typeof busyShape>

/** Market is held on the days of the month that end so, by the farmers' calendar or by the common one. */
const marketShape = z.strictObject({
  calendar: z.enum(['lunar', 'solar']).default('lunar'),
  ends: z.array(z.number().int().min(0).max(9)).min(1).max(10),
})
export type MarketDays = z.infer<typeof marketShape>

const slotsShape = z.record(slotShape, z.enum(['free', 'maybe']))
export type Slots = z.infer<typeof slotsShape>

const availabilityShape = z.strictObject({
  familyId: z.uuid(),
  personId: z.uuid(),
  shift: z.enum(shiftKinds).default('notAsked'),
  /** What is not named here is work or sleep. */
  slots: slotsShape.default({}),
  /** Shifts that change by the week: the other week, and a day of a week in which `slots` holds. */
  otherWeek: slotsShape.default({}),
  cycleFrom: dayShape.nullable().default(null),
  /** In their own words: when it is best to ring. */
  bestWindow: z.string().max(200).default(''),
  reunions: z.record(z.string().min(1).max(40), reunionShape).default({}),
  /** Harvest, exams, a season of extra work: nothing is to be asked of them in these days. */
  busy: z.record(z.string().min(1).max(40), busyShape).default({}),
  market: marketShape.nullable().default(null),
})
export type Availability = z.infer<typeof availabilityShape>

/** When somebody can come, week by week: a parent to the phone, a child after school, a caregiver between market and field. */
export const availability = defineKind({
  name: 'availability',
  room: 'families',
  shape: availabilityShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['bestWindow'],
  maps: ['slots', 'otherWeek', 'reunions', 'busy'],
  guarded: ['familyId', 'personId'],
  references: { familyId: 'family', personId: 'person' },
  columns: ['familyId', 'personId'],
  ruleNeeds: (after) => [
    ...needPeople(after.familyId, [after.personId]),
    { kind: 'consent', where: { familyId: after.familyId } },
  ],
  /** FAM-40: kept with consent to be served, about somebody of the family; a time together or a busy one begins before it ends. */
  rule: (after, _before, found, context) => {
    if (!found.of(person).some(({ id }) => id === after.personId)) return refusal('NotInThisFamily')
    const times = [...Object.values(after.reunions), ...Object.values(after.busy)]
    const wrong = times.find(({ from, until }) => until < from)
    if (wrong !== undefined)
      return refusal('EndsBeforeStart', { from: wrong.from, until: wrong.until })
    return refuseFamilyUnserved(found.of(consent), context.today)
  },
})

/** One record per person, whoever asks first. */
export function availabilityId(personId: string): string {
  return deriveId('availability', personId)
}

/** The part of the week in which a day and hour lie; null while the hour is open. */
export function slotAt(day: Day, at: string): SlotName | null {
  const weekday = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]
  if (at === '' || weekday === undefined) return null
  const hour = Number(at.slice(0, 2))
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : hour < 21 ? 'evening' : 'late'
  return `${weekday} ${part}`
}
