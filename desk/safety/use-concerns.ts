import { useEffect, useState } from 'react'
import { staff } from '../../core/access/staff.ts'
import { callList, hoursOf } from '../../core/safety/call-list.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernReport } from '../../core/safety/concern-report.ts'
import { type ConcernDue, listConcernsDue } from '../../core/safety/list-concerns-due.ts'
import { text } from '../kit/index.ts'
import { useActor, useRecords, useToday } from '../sync/index.ts'

/** The moment, anew each minute: how long something has lain unseen is part of what is shown. */
function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

export function useAnswersFor(): boolean {
  return useActor().roles.includes('supervisor')
}

/** Concerns that this person may see (the device holds no others), and what is next in them. */
export function useConcerns() {
  const concerns = useRecords(concern)
  const reports = useRecords(concernReport)
  const hours = hoursOf(useRecords(callList))
  const today = useToday()
  const now = useNow()
  const { staffId } = useActor()
  const answersFor = useAnswersFor()
  const due = (supervises: boolean, some: typeof concerns) =>
    listConcernsDue({ concerns: some, reports, hours, now, today, answersFor: supervises })
  const isMine = (one: (typeof concerns)[number]) =>
    answersFor || one.handlers[staffId] !== undefined
  return {
    concerns,
    hours,
    due: [
      ...due(true, concerns.filter(isMine)),
      ...due(
        false,
        concerns.filter((one) => !isMine(one)),
      ),
    ],
  }
}

export function useStaffNames(): (id: string) => string {
  const people = useRecords(staff)
  return (id) => people.find((one) => one.id === id)?.name ?? text('sync:conflict.someone')
}

export function dueWords(
  { step, on, hoursUnseen }: ConcernDue,
  formatOn: (day: string) => string,
): string {
  const words = text(`safety:step.${step}`)
  if (step === 'look' || step === 'callManager')
    return hoursUnseen < 1
      ? text('safety:unseenNow', { words })
      : text('safety:unseenFor', { words, count: hoursUnseen })
  return on === null ? words : `${words} · ${formatOn(on)}`
}
