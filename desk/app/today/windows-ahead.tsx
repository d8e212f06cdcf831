import { useMemo } from 'react'
import { contactPlan } from '../../../core/contact/contact-plan.ts'
import { type AgreedWindow, listAgreedWindows } from '../../../core/contact/list-agreed-windows.ts'
import { availability, availabilityId } from '../../../core/families/availability.ts'
import { family } from '../../../core/families/family.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { daysBetween } from '../../../core/kit/dates.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'
import { dueText } from './today-items.tsx'
import { TodayList } from './today-list.tsx'

const daysAhead = 3

/** When pairs of one's own families have agreed to be in touch: to lend a hand where one is wanted; nothing that waits. */
export function WindowsAhead() {
  const today = useToday()
  const people = useRecords(person)
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  return (
    <TodayList
      title={text('contact:ahead.title')}
      hint={text('contact:ahead.hint')}
      lines={useWindowsAhead().map(({ pair: its, on, at, channel, week }) => ({
        key: `${its.id} ${on} ${at} ${week}`,
        to: `/contact/families/${its.familyId}?pair=${its.id}`,
        words: text('contact:home.pair', {
          child: nameOf(its.childId),
          adult: nameOf(its.adultId),
        }),
        detail: [
          `${dueText(daysBetween(today, on))} ${at}`,
          text(`contact:channel.${channel}`),
          week === 'every' ? '' : text(`contact:plan.weeks.${week}`),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        late: false,
      }))}
    />
  )
}

function useWindowsAhead(): readonly AgreedWindow[] {
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
    return listAgreedWindows(
      {
        plans,
        pairs: pairs.filter(({ familyId }) => mine.has(familyId)),
        cycleOf: (adultId) => cycles.get(availabilityId(adultId)) ?? null,
        restrictions,
      },
      today,
      daysAhead,
    )
  }, [plans, pairs, families, restrictions, known, staffId, today])
}
