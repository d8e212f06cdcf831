import { useMemo } from 'react'
import { contactPlan } from '../../../core/contact/contact-plan.ts'
import {
  groupWindowsByDay,
  listAgreedWindows,
  type WindowsOfDay,
} from '../../../core/contact/list-agreed-windows.ts'
import { availability, availabilityId } from '../../../core/families/availability.ts'
import { family } from '../../../core/families/family.ts'
import { pair } from '../../../core/families/pair.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { daysBetween, type Day } from '../../../core/kit/dates.ts'
import { formatList } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'
import { dueText } from './due-text.ts'

const daysAhead = 3

/** What pairs of one's own families have agreed on for the days ahead: one entry for a pair and day. */
export function useWindowsAhead(): readonly WindowsOfDay[] {
  const today = useToday()
  const { staffId } = useActor()
  const plans = useRecords(contactPlan)
  const pairs = useRecords(pair)
  const families = useRecords(family, { state: 'open' })
  const restrictions = useRecords(restrictedParty)
  const known = useRecords(availability)
  return useMemo(() => {
    const mine = new Set(
      families.filter(({ staff }) => staff.includes(staffId)).map(({ id }) => id),
    )
    const cycles = new Map(known.map(({ id, cycleFrom }) => [id, cycleFrom]))
    const agreed = listAgreedWindows(
      {
        plans,
        pairs: pairs.filter(({ familyId }) => mine.has(familyId)),
        cycleOf: (adultId) => cycles.get(availabilityId(adultId)) ?? null,
        restrictions,
      },
      today,
      daysAhead,
    )
    return groupWindowsByDay(agreed)
  }, [plans, pairs, families, restrictions, known, staffId, today])
}

/** When and by which way, in words. */
export function sayWindows({ on, channel, windows }: WindowsOfDay, today: Day): string {
  const times = windows.map(({ at, week }) =>
    week === 'every' ? at : `${at} ${text(`contact:plan.weeks.${week}`)}`,
  )
  return [
    `${dueText(daysBetween(today, on))} ${formatList(times)}`,
    text(`contact:channel.${channel}`),
  ].join(' · ')
}

/** CPL-8: of a pair that stands on Today for something that presses more, the next day agreed on is said there; '' where there is none. */
export function useWindowWords(): (pairId: string) => string {
  const today = useToday()
  const ahead = useWindowsAhead()
  return (pairId) => {
    const next = ahead.find((one) => one.pair.id === pairId)
    return next === undefined
      ? ''
      : text('contact:ahead.agreed', { words: sayWindows(next, today) })
  }
}
