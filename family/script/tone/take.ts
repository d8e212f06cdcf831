import type { Voice } from '../../../statistics/voice/measure-voice.ts'
import type { RecordedSound } from './record-sound.ts'

export const ways = ['command', 'tired', 'warm'] as const
export type Way = (typeof ways)[number]

/** One way of saying it, as long as the page is open. */
export interface Take {
  readonly way: Way
  readonly sound: RecordedSound
  readonly voice: Voice
}
