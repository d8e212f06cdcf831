import type { Day } from '../../kit/dates.ts'

/** A step that changed whether a family is on the books, or whether somebody is at work, with the day it was taken. */
export interface Turn {
  readonly recordId: string
  readonly verb: 'archive' | 'reopen' | 'suspend' | 'reinstate'
  readonly on: Day
}

/**
 * Was the record counted at the end of `day`? The first later step tells what was before it; without one it was as it is
 * now. Today's state never changes a month that is over.
 */
export function wasCounted(
  recordId: string,
  isCounted: boolean,
  turns: readonly Turn[],
  day: Day,
): boolean {
  const [next] = turns
    .filter((turn) => turn.recordId === recordId && turn.on > day)
    .toSorted((left, right) => left.on.localeCompare(right.on))
  switch (next?.verb) {
    case undefined:
      return isCounted
    case 'archive':
    case 'suspend':
      return true
    case 'reopen':
    case 'reinstate':
      return false
  }
}
