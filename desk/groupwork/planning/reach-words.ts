import type { ReachCount } from '../../../core/groupwork/planning/place-meetings.ts'
import { text } from '../../kit/index.ts'

const states = ['free', 'maybe', 'cannot', 'unknown'] as const

/** How many can come and how many cannot; nobody is not worth a word. */
export function reachWords(counts: ReachCount): string {
  return states
    .filter((state) => counts[state] > 0)
    .map((state) => text(`groupwork:planning.reach.${state}`, { number: counts[state] }))
    .join(text('families:listSeparator'))
}
