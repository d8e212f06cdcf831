// Building a programme: sessions and segments in another order, fewer or more. All pure; the numbers follow the order.
import type { MeetingForm, Session } from './plan-shape.ts'
import type { PlanStrand } from './strand.ts'

/** A list with one item moved by so many places; at the ends it stays. */
export function moveItem<Item>(items: readonly Item[], at: number, by: number): Item[] {
  const item = items[at]
  const to = at + by
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(at, 1).toSpliced(to, 0, item)
}

/** GRP-42: after any change of order the sessions are numbered from one. */
export function moveSession(sessions: readonly Session[], at: number, by: number): Session[] {
  return renumber(moveItem(sessions, at, by))
}

export function removeSession(sessions: readonly Session[], at: number): Session[] {
  return renumber(sessions.toSpliced(at, 1))
}

/** An empty session of a form, after the one at this place; -1 puts it first. */
export function addSession(
  sessions: readonly Session[],
  after: number,
  form: MeetingForm,
  theme: string,
): Session[] {
  const stage = sessions[after]?.stage ?? sessions[0]?.stage ?? 'forming'
  return renumber(
    sessions.toSpliced(after + 1, 0, {
      ...{ no: 1, stage, form, theme, daysAfter: null },
      ...{ aims: [], targets: [], indicators: [], risks: [] },
      strands: Object.fromEntries(strandsOfForm[form].map((strand) => [strand, emptyStrand()])),
    }),
  )
}

const strandsOfForm: Readonly<Record<MeetingForm, readonly PlanStrand[]>> = {
  joint: ['joint'],
  parallel: ['child', 'parent'],
  guardianCircle: ['guardian'],
  individual: ['child', 'parent'],
}

export function emptyStrand() {
  return {
    ...{ minutes: 60, segments: [], homeTask: '' },
    ...{ cueCard: null, listen: null, pictureSteps: [] },
  }
}

function renumber(sessions: readonly Session[]): Session[] {
  return sessions.map((session, at) => ({ ...session, no: at + 1 }))
}
