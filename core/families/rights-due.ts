import { addDays, daysBetween, type Day } from '../kit/dates.ts'
import type { RightsRequest } from './rights-request.ts'

/** What is proposed while an agency has set nothing (NPR 34 asks for «timely»; no law names a number). Shown as a proposal. */
export const proposedRightsDays = 15

/**
 * RIG-1: the last day of so many working days after one: Monday to Friday. Which days a holiday moves is not assumed; the day is
 * shown and a person may know better.
 */
export function workingDaysAfter(day: Day, days: number): Day {
  let last = day
  for (let left = days; left > 0; ) {
    last = addDays(last, 1)
    const weekday = new Date(`${last}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return last
}

export interface RightsDue<Request> {
  readonly request: Request
  /** Negative when it is past. */
  readonly inDays: number
  readonly waitsFor: 'worker' | 'supervisor'
}

/** Requests that nobody has answered yet, the most urgent first. */
export function listRightsDue<Request extends Pick<RightsRequest, 'state' | 'dueOn'>>(
  requests: readonly Request[],
  today: Day,
): readonly RightsDue<Request>[] {
  return requests
    .filter(({ state }) => state !== 'answered')
    .map(
      (request): RightsDue<Request> => ({
        request,
        inDays: daysBetween(today, request.dueOn),
        waitsFor: request.state === 'inReview' ? 'supervisor' : 'worker',
      }),
    )
    .sort((left, right) => left.inDays - right.inDays)
}
