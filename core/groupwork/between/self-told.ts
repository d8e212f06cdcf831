import type { Day } from '../../kit/dates.ts'
import { type AsyncStep, type ComingIntent, mostToldCharacters } from './async-step.ts'

/** What a member taps or writes on their own page of a meeting. */
export type SelfTold =
  | { readonly step: 'intent'; readonly intent: ComingIntent }
  | { readonly step: 'listened' | 'tried' }
  | { readonly step: 'recalled' | 'happened'; readonly words: string }

type SelfFields = Partial<
  Pick<
    AsyncStep,
    'intent' | 'listenedOn' | 'recalledOn' | 'triedOn' | 'recallWords' | 'triedWords' | 'selfToldOn'
  >
>

/**
 * GRP-63: the fields that one telling sets. A day that is noted already stays, whoever noted it, so that a tap sent twice is one;
 * the own words may be said anew. Null when it changes nothing, or when words were asked for and none came.
 */
export function tellStep(known: AsyncStep | null, told: SelfTold, today: Day): SelfFields | null {
  const changed = changesOf(known, told, today)
  return changed === null ? null : { ...changed, selfToldOn: today }
}

function changesOf(known: AsyncStep | null, told: SelfTold, today: Day): SelfFields | null {
  switch (told.step) {
    case 'intent':
      return known?.intent === told.intent ? null : { intent: told.intent }
    case 'listened':
      return (known?.listenedOn ?? null) === null ? { listenedOn: today } : null
    case 'tried':
      return (known?.triedOn ?? null) === null ? { triedOn: today } : null
    case 'recalled': {
      const recallWords = trimTold(told.words)
      if (recallWords === '' || recallWords === known?.recallWords) return null
      return { recallWords, recalledOn: known?.recalledOn ?? today }
    }
    case 'happened': {
      const triedWords = trimTold(told.words)
      if (triedWords === '' || triedWords === known?.triedWords) return null
      return { triedWords, triedOn: known?.triedOn ?? today }
    }
  }
}

function trimTold(words: string): string {
  return words.normalize('NFC').trim().slice(0, mostToldCharacters)
}
