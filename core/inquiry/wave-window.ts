import type { Wave } from './wave.ts'

/** Where a day lies to the days in which a wave asks: before them, in them, after the due day, or after the wave was closed. */
export type WaveWindow = 'notYet' | 'open' | 'over' | 'closed'

export function windowOf(
  { state, opensOn, dueOn }: Pick<Wave, 'state' | 'opensOn' | 'dueOn'>,
  today: string,
): WaveWindow {
  if (state === 'closed') return 'closed'
  if (today < opensOn) return 'notYet'
  return dueOn !== null && today > dueOn ? 'over' : 'open'
}
