import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Concern, Exchange, Injury } from './concern-shape.ts'

/** What was told to an authority: from then on it is added to, not rewritten (C16). */
const toldFields = [
  'noticedAt',
  'place',
  'factsSeen',
  'childsWords',
  'questionAsked',
] as const satisfies readonly (keyof Concern)[]

/** SAF-7: empty fields may still be filled in, lists may still grow; what has gone out stays as it was. */
export function refuseRewriting(after: Concern, before: Concern): Refusal | null {
  if (before.reportedAt === null) return null
  const field =
    toldFields.find((each) => before[each] !== '' && before[each] !== after[each]) ??
    (everyOne(before.exchanges, after.exchanges, equalOne) ? undefined : 'exchanges') ??
    (everyOne(before.injuries, after.injuries, sameInjury) ? undefined : 'injuries')
  return field === undefined ? null : refusal('ReportedWordsStay', { field })
}

function everyOne<One>(
  before: Readonly<Record<string, One>>,
  after: Readonly<Record<string, One>>,
  stands: (was: One, is: One | undefined) => boolean,
): boolean {
  return Object.entries(before).every(([key, was]) => stands(was, after[key]))
}

function equalOne(was: Exchange, is: Exchange | undefined): boolean {
  return was.asked === is?.asked && was.words === is.words
}

/** A mark that nobody has described yet may still be described. */
function sameInjury(was: Injury, is: Injury | undefined): boolean {
  const isThere = was.side === is?.side && was.x === is.x && was.y === is.y
  return isThere && (was.words === '' || was.words === is.words)
}
