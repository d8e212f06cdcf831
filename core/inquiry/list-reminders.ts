import { daysBetween, dayOf } from '../kit/dates.ts'
import type { AnswerSheet } from './answer-sheet.ts'

export interface SentLink {
  readonly personId: string
  readonly childId: string
  readonly instrumentId: string | null
  readonly madeAt: string
  readonly endsAt: string
  readonly openedAt: string | null
  readonly answeredAt: string | null
  readonly revokedAt: string | null
}

interface Expected {
  readonly place: {
    readonly instrumentId: string
    readonly childId: string
    readonly respondentId: string
  }
  readonly sheet: Pick<AnswerSheet, 'state'> | null
}

/** `noLink`: nothing that still works was sent; `sent`: not opened yet; `opened`: opened, not handed in. */
export type ReminderState = 'noLink' | 'sent' | 'opened'

export interface Reminder<One extends Expected> {
  readonly line: One
  readonly state: ReminderState
  /** Whole days since the link was made; null without one. */
  readonly daysSince: number | null
}

/**
 * INQ-23: who has not answered yet, those first who have waited longest with a link in hand. Whoever handed in or said no is
 * never reminded, nor is anybody whose sheet a worker has set aside.
 */
export function listReminders<One extends Expected>(
  lines: readonly One[],
  links: readonly SentLink[],
  now: string,
): readonly Reminder<One>[] {
  return lines
    .filter(({ sheet }) => sheet === null || sheet.state === 'draft')
    .map((line): Reminder<One> => {
      const its = links.filter((link) => isFor(link, line) && isAlive(link, now))
      const [latest] = its.toSorted((left, right) => (left.madeAt < right.madeAt ? 1 : -1))
      if (latest === undefined) return { line, state: 'noLink', daysSince: null }
      return {
        line,
        state: its.some(({ openedAt }) => openedAt !== null) ? 'opened' : 'sent',
        daysSince: Math.max(0, daysBetween(dayOf(latest.madeAt), dayOf(now))),
      }
    })
    .toSorted((left, right) => (right.daysSince ?? -1) - (left.daysSince ?? -1))
}

function isFor(link: SentLink, { place }: Expected): boolean {
  return (
    link.personId === place.respondentId &&
    link.childId === place.childId &&
    link.instrumentId === place.instrumentId
  )
}

function isAlive({ revokedAt, endsAt, answeredAt }: SentLink, now: string): boolean {
  return revokedAt === null && answeredAt === null && endsAt > now
}
