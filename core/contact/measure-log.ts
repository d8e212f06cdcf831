import { addDays, type Day, daysBetween } from '../kit/dates.ts'
import type { ContactEntry } from './contact-entry.ts'

const daysSeen = 28

type StartedBy = ContactEntry['startedBy']

/** The contact log of one pair in the last four weeks; counted from its first entry on, for a week at least. */
export interface MeasuredLog {
  readonly from: Day
  readonly to: Day
  readonly weeks: number
  readonly reached: number
  readonly missed: number
  readonly perWeek: number
  readonly startedBy: Readonly<Record<StartedBy, number>>
  readonly byChannel: Readonly<Record<ContactEntry['channel'], number>>
  /** The last time the two reached each other, also before these weeks. */
  readonly lastOn: Day | null
}

/** null: nothing was ever logged, which is not the same as no contact. */
export function measureLog(
  contacts: readonly ContactEntry[],
  pairId: string,
  today: Day,
): MeasuredLog | null {
  const own = contacts.filter((entry) => entry.pairId === pairId && entry.on <= today)
  const days = own.map(({ on }) => on).sort()
  const first = days[0]
  if (first === undefined) return null
  const seen = Math.min(daysSeen, Math.max(7, daysBetween(first, today) + 1))
  const from = addDays(today, 1 - seen)
  const recent = own.filter(({ on }) => on >= from)
  const reached = recent.filter((entry) => entry.reached)
  const begun = (by: StartedBy): number =>
    reached.filter(({ startedBy }) => startedBy === by).length
  const through = (channel: ContactEntry['channel']): number =>
    reached.filter((entry) => entry.channel === channel).length
  return {
    from,
    to: today,
    weeks: seen / 7,
    reached: reached.length,
    missed: recent.length - reached.length,
    perWeek: reached.length / (seen / 7),
    startedBy: {
      child: begun('child'),
      adult: begun('adult'),
      caregiver: begun('caregiver'),
      unknown: begun('unknown'),
    },
    byChannel: {
      videoCall: through('videoCall'),
      voiceCall: through('voiceCall'),
      voiceMessage: through('voiceMessage'),
      text: through('text'),
      visit: through('visit'),
      other: through('other'),
    },
    lastOn:
      own
        .flatMap(({ on, reached: met }) => (met ? [on] : []))
        .sort()
        .at(-1) ?? null,
  }
}
