import { type Incident, stepsOwed } from './incident.ts'

/** Sentences of the words for a family, in their order. */
export const letterParts = [
  'greeting',
  'happened',
  'mayHold',
  'stopped',
  'authorityTold',
  'careful',
  'yourRights',
  'ask',
] as const
export type LetterPart = (typeof letterParts)[number]

/**
 * ACC-42: only what has been done and is known is said to a family (PIPL 57): that it was stopped once a step of that is on record,
 * that the authority knows once it was told, which data once they were named. The short words, for a letter that may fall into the
 * wrong hands, hold nothing of a child or of what is on file. `ready`: nothing that the law wants said is missing.
 */
export function listLetterParts(
  its: Incident,
  short: boolean,
): { readonly parts: readonly LetterPart[]; readonly ready: boolean } {
  const isStopped = !stepsOwed(its).includes('contain')
  const holds = its.dataClasses.length > 0
  const said: Readonly<Record<LetterPart, boolean>> = {
    greeting: true,
    happened: true,
    mayHold: !short && holds,
    stopped: isStopped,
    authorityTold: its.authorityToldAt !== null,
    careful: true,
    yourRights: !short,
    ask: true,
  }
  return { parts: letterParts.filter((part) => said[part]), ready: isStopped && (short || holds) }
}
