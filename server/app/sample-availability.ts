// When the sample's people can come: parts of the week are counted from the day on which the running group meets, so that the
// plan has somebody to name whatever day the village is opened on.
import { z } from 'zod'
import {
  availability,
  availabilityId,
  busyReasons,
  dayParts,
  reunionTimes,
  shiftKinds,
  slotAt,
} from '../../core/families/availability.ts'
import { nextSpringFestival } from '../../core/families/lunar-day.ts'
import { addDays, type Day } from '../../core/kit/dates.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { key } from './sample-shapes.ts'

/** Days after the meeting's day, and the part of the day. */
const slot = z.tuple([z.number().int().min(0).max(6), z.enum(dayParts)])
const span = { from: z.number().int(), until: z.number().int() }

export const availabilityShape = z.strictObject({
  people: z.array(
    z.strictObject({
      who: key,
      shift: z.enum(shiftKinds).default('notAsked'),
      free: z.array(slot).default([]),
      maybe: z.array(slot).default([]),
      /** Of whom shifts change by the week. */
      otherWeek: z.array(slot).default([]),
      best: z.string().default(''),
      /** Counted from the first day of the Spring Festival, otherwise from today. */
      reunions: z
        .array(
          z.strictObject({
            time: z.enum(reunionTimes),
            way: z.enum(['comesHome', 'childTravels']).default('comesHome'),
            ...span,
          }),
        )
        .default([]),
      busy: z.array(z.strictObject({ why: z.enum(busyReasons), ...span })).default([]),
      /** Days of the farmers' month that end so. */
      market: z.array(z.number().int()).default([]),
    }),
  ),
})
type SampleAvailability = z.infer<typeof availabilityShape>['people'][number]

const hours = { morning: '09:00', afternoon: '15:00', evening: '19:00', late: '22:00' } as const

export function draftAvailability(
  people: readonly SampleAvailability[],
  meetsOn: Day,
  ground: SampleGround,
): SampleDraft[] {
  const slotsOf = (slots: SampleAvailability['free'], state: 'free' | 'maybe') =>
    slots.map(([days, part]) => [slotAt(addDays(meetsOn, days), hours[part]) ?? '', state])
  return people.map((one) => {
    const personId = ground.personId(one.who)
    const rotates = one.otherWeek.length > 0
    return create(availability, availabilityId(personId), {
      familyId: ground.familyIdOf(one.who),
      personId,
      shift: one.shift,
      slots: Object.fromEntries([...slotsOf(one.free, 'free'), ...slotsOf(one.maybe, 'maybe')]),
      otherWeek: Object.fromEntries(slotsOf(one.otherWeek, 'free')),
      cycleFrom: rotates ? meetsOn : null,
      bestWindow: one.best,
      reunions: keyed(
        one.reunions.map(({ time, way, ...days }) => {
          const from = time === 'springFestival' ? nextSpringFestival(ground.today) : ground.today
          return { time, way, ...spanFrom(from, days) }
        }),
      ),
      busy: keyed(one.busy.map(({ why, ...days }) => ({ why, ...spanFrom(ground.today, days) }))),
      market: one.market.length === 0 ? null : { calendar: 'lunar', ends: one.market },
    })
  })
}

function spanFrom(day: Day, { from, until }: { readonly from: number; readonly until: number }) {
  return { from: addDays(day, from), until: addDays(day, until) }
}

function keyed<One>(all: readonly One[]): Record<string, One> {
  return Object.fromEntries(all.map((one, nth) => [`time${nth + 1}`, one]))
}
