import type { WheelTopic } from './cards/wheel-topics.ts'
import type { ContactEntry } from './contact-entry.ts'
import type { ToldContact } from './match-accounts.ts'

/** What is taken for true of a contact that several people told of. */
export interface ContactFigures {
  readonly reached: boolean
  /** `disputed`: two people name different ones; it counts for neither. */
  readonly startedBy: ContactEntry['startedBy'] | 'disputed'
  /** The mean of the lengths that were told; null when nobody told one. */
  readonly minutes: number | null
  readonly topics: readonly WheelTopic[]
  /** The child's face for the adult's tone minus the adult's own; null unless both told. Below none: the child heard it harsher. */
  readonly toneGap: number | null
}

/** CON-6: it was a contact when anybody says that they were reached: an attempt is what all who tell of it call an attempt. */
export function tellContact({ accounts }: ToldContact): ContactFigures {
  const reached = accounts.some((account) => account.reached)
  const starters = new Set(
    accounts.map(({ startedBy }) => startedBy).filter((starter) => starter !== 'unknown'),
  )
  const [starter = 'unknown'] = starters
  const lengths = accounts.flatMap(({ minutes }) => minutes ?? [])
  return {
    reached,
    startedBy: starters.size > 1 ? 'disputed' : starter,
    minutes:
      lengths.length === 0 ? null : lengths.reduce((sum, one) => sum + one, 0) / lengths.length,
    topics: [...new Set(accounts.flatMap(({ topics }) => topics))].toSorted(),
    toneGap: toneGapOf(accounts),
  }
}

function toneGapOf(accounts: ToldContact['accounts']): number | null {
  const toneOf = (teller: ContactEntry['toldBy']) =>
    accounts.find(({ toldBy }) => toldBy === teller)?.adultTone ?? null
  const heard = toneOf('child')
  const own = toneOf('adult')
  return heard === null || own === null ? null : heard - own
}
