import { addDays, dayInChina, daysBetween, type Day, type Instant } from '../kit/dates.ts'
import type { Concern } from './concern-shape.ts'
import { type ConcernReport, takesReports, waitsForAnswer } from './concern-report.ts'
import { hoursBetween } from './hours-between.ts'

/** Days after a report on which the authority is asked, unless somebody set a day. */
export const daysToAnswer = 3

export const concernSteps = ['look', 'callManager', 'report', 'ask', 'check', 'close'] as const
export type ConcernStep = (typeof concernSteps)[number]

export interface ConcernDue {
  readonly concernId: string
  readonly step: ConcernStep
  readonly childName: string
  readonly late: boolean
  /** Whether nobody has taken notice of it yet: such lines stand first and in red. */
  readonly unseen: boolean
  /** The day by which it is to be done; null: at once. */
  readonly on: Day | null
  readonly hoursUnseen: number
}

type Known<Fields> = Fields & { readonly id: string }

export interface ConcernsAsked {
  readonly concerns: readonly Known<Concern>[]
  readonly reports: readonly Pick<
    ConcernReport,
    'concernId' | 'to' | 'reportedAt' | 'answer' | 'noAnswer' | 'nextAskOn'
  >[]
  readonly now: Instant
  readonly today: Day
  readonly hours: { readonly unseen: number; readonly manager: number }
  /** Whether whoever asks answers for concerns, and so takes notice of them. */
  readonly answersFor: boolean
}

/**
 * What is next in each open concern: somebody looks; it is reported or closed; the authority is asked until its answer is written down
 * (LPM 11(3)); the child is looked after on the day set. Those that nobody has seen come first, among them a life in danger, then what
 * no department was told, then the late ones and the oldest. Prompts for a person; nothing is sent.
 */
export function listConcernsDue(asked: ConcernsAsked): readonly ConcernDue[] {
  return asked.concerns
    .filter(({ state }) => state !== 'closed')
    .toSorted((left, right) => left.noticedAt.localeCompare(right.noticedAt))
    .flatMap((one) => stepsOf(one, asked).map((due) => ({ due, turn: turnOf(one, asked) })))
    .toSorted(
      (left, right) => left.turn - right.turn || Number(right.due.late) - Number(left.due.late),
    )
    .map(({ due }) => due)
}

/** SAF-13: which concern is dealt with first; the lowest. */
function turnOf(its: Known<Concern>, { reports }: ConcernsAsked): number {
  const grave =
    its.sort === 'immediateDanger' || its.sort === 'selfHarm' || its.presentDanger === 'yes'
  if (its.seenAt === null) return grave ? 0 : 1
  return grave && owesReport(its, reports) ? 2 : 3
}

/** SAF-16: it was told to nobody, or only to those who help and do not take reports. */
function owesReport(
  { id, reportedAt }: Pick<Known<Concern>, 'id' | 'reportedAt'>,
  reports: ConcernsAsked['reports'],
): boolean {
  const own = reports.filter(({ concernId }) => concernId === id)
  return reportedAt === null || (own.length > 0 && !own.some(({ to }) => takesReports(to)))
}

function stepsOf(its: Known<Concern>, asked: ConcernsAsked): readonly ConcernDue[] {
  const { now, today, hours, answersFor } = asked
  const hoursUnseen = its.seenAt === null ? Math.floor(hoursBetween(its.noticedAt, now)) : 0
  const due = (step: ConcernStep, late: boolean, on: Day | null = null): ConcernDue => ({
    ...{ concernId: its.id, childName: its.childName, step, late, on, hoursUnseen },
    unseen: its.seenAt === null,
  })
  const steps: ConcernDue[] = []
  if (its.seenAt === null && hoursUnseen >= hours.manager) steps.push(due('callManager', true))
  else if (its.seenAt === null && answersFor) steps.push(due('look', hoursUnseen >= hours.unseen))
  if (its.reportedAt === null || owesReport(its, asked.reports))
    steps.push(due('report', its.sort !== 'other'))
  else {
    const on = askOn(its, its.reportedAt, asked.reports)
    if (on === null && answersFor) steps.push(due('close', false))
    if (on !== null && daysBetween(today, on) <= 1) steps.push(due('ask', on < today, on))
  }
  if (its.nextCheckOn !== null && its.nextCheckOn <= addDays(today, 1))
    steps.push(due('check', its.nextCheckOn < today, its.nextCheckOn))
  return steps
}

/**
 * The earliest day on which an authority is to be asked: each report waits for its own answer, from the day it was made itself. Null
 * when nothing is owed.
 */
function askOn(
  { id, state }: Pick<Known<Concern>, 'id' | 'state'>,
  reportedAt: Instant,
  reports: ConcernsAsked['reports'],
): Day | null {
  const usual = (at: Instant): Day => addDays(dayInChina(at), daysToAnswer)
  const own = reports.filter(({ concernId }) => concernId === id)
  if (own.length === 0) return state === 'reported' ? usual(reportedAt) : null
  const days = own
    .filter(waitsForAnswer)
    .map(({ nextAskOn, reportedAt: at }) => nextAskOn ?? usual(at))
    .sort()
  return days[0] ?? null
}
