import type { Day } from '../../kit/dates.ts'
import {
  type HomeVisit,
  type HomeVisitEntry,
  type HarmPoint,
  harmPoints,
  type SafetyAnswer,
  type SafetyPoint,
  safetyPoints,
  type VisitAction,
} from './home-visit.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** As much of a line of the contact log as the visit tells; the log is a room of its own. */
export interface ContactLine {
  readonly id: string
  readonly pairId: string
  readonly on: Day
  readonly startedBy: string
  readonly channel: string
  readonly minutes: number | null
  readonly reached: boolean
}

export interface VisitFile {
  readonly visit: HomeVisitEntry
  readonly people: readonly Named[]
  readonly staff: readonly Named[]
  readonly pairs: readonly {
    readonly id: string
    readonly childId: string
    readonly adultId: string
  }[]
  readonly contactEntries: readonly ContactLine[]
  readonly today: Day
}

export interface DescribedVisit
  extends Pick<
    HomeVisit,
    | 'onDay'
    | 'at'
    | 'minutes'
    | 'withWords'
    | 'atHomeWords'
    | 'household'
    | 'environment'
    | 'contactWords'
    | 'school'
    | 'moodFace'
    | 'moodWords'
    | 'seen'
    | 'said'
    | 'inference'
    | 'nextOn'
  > {
  readonly id: string
  /** Empty where the visitor is not known here any more. */
  readonly visitor: string
  readonly children: readonly Named[]
  readonly atHome: readonly Named[]
  /** Every point in the order of the form; null: nobody has answered. */
  readonly safety: readonly {
    readonly point: SafetyPoint
    readonly answer: SafetyAnswer | null
    readonly note: string
  }[]
  /** Points answered “no”, and those among them that may be harm. */
  readonly concerns: readonly SafetyPoint[]
  readonly mayBeHarm: readonly HarmPoint[]
  /** Contact with the parents that was spoken of, oldest first, each with whom. */
  readonly contacts: readonly (ContactLine & {
    readonly childName: string
    readonly adultName: string
  })[]
  /** The nearest day first, those without a day last. */
  readonly actions: readonly (VisitAction & { readonly key: string; readonly late: boolean })[]
}

/** OBS-6: a home visit as it is read and printed (form-F22): no language, everything in the order of the form. */
export function describeHomeVisit(file: VisitFile): DescribedVisit {
  const { visit, people, staff } = file
  const { onDay, at, minutes, withWords, atHomeWords, household, environment } = visit
  const { contactWords, school, moodFace, moodWords, seen, said, inference, nextOn } = visit
  const nameOf = (id: string | undefined): string => people.find((one) => one.id === id)?.name ?? ''
  const named = (ids: readonly string[]): readonly Named[] =>
    ids.map((id) => ({ id, name: nameOf(id) })).filter(({ name }) => name !== '')
  const concerns = safetyPoints.filter((point) => visit.safety[point] === 'no')
  return {
    ...{ onDay, at, minutes, withWords, atHomeWords, household, environment },
    ...{ contactWords, school, moodFace, moodWords, seen, said, inference, nextOn },
    id: visit.id,
    visitor: staff.find(({ id }) => id === visit.visitorId)?.name ?? '',
    children: named(visit.childIds),
    atHome: named(visit.atHomeIds),
    safety: safetyPoints.map((point) => ({
      point,
      answer: visit.safety[point] ?? null,
      note: visit.safetyNotes[point] ?? '',
    })),
    concerns,
    mayBeHarm: harmPoints.filter((point) => concerns.includes(point)),
    contacts: file.contactEntries
      .filter(({ id }) => visit.contactEntryIds.includes(id))
      .toSorted((left, right) => left.on.localeCompare(right.on))
      .map((line) => {
        const pair = file.pairs.find(({ id }) => id === line.pairId)
        return { ...line, childName: nameOf(pair?.childId), adultName: nameOf(pair?.adultId) }
      }),
    actions: listActions(visit, file.today),
  }
}

/** OBS-7: what was agreed, the nearest day first; late is what has passed its day and is not done. */
export function listActions(
  { actions }: Pick<HomeVisit, 'actions'>,
  today: Day,
): DescribedVisit['actions'] {
  return Object.entries(actions)
    .map(([key, action]) => ({
      ...action,
      key,
      late: action.doneOn === null && action.byDay !== null && action.byDay < today,
    }))
    .sort((left, right) => (left.byDay ?? '9').localeCompare(right.byDay ?? '9'))
}
