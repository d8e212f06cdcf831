import type { Instant } from '../kit/dates.ts'
import { dayInChina } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'

/** So far may a phone’s clock or zone be wrong before what it says is taken for a mistake. */
const toleratedHours = 24

/** SAF-7: what was reported or told did not happen after now. A phone that goes a day wrong still reports. */
export function refuseAhead(field: string, at: Instant, now: Instant): Refusal | null {
  return Date.parse(at) > Date.parse(now) + toleratedHours * 3_600_000
    ? refusal('DateInFuture', { field, day: dayInChina(at) })
    : null
}
