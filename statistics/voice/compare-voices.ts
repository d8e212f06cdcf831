import type { Voice } from './measure-voice.ts'

export type Course = 'more' | 'less' | 'same'

/** How one way of saying it differs from another: `more` is higher, livelier, louder, faster, with more pausing. */
export interface VoiceDifference {
  readonly pitch: Course
  readonly liveliness: Course
  readonly loudness: Course
  readonly speed: Course
  readonly pauses: Course
  readonly semitones: number
  readonly decibels: number
  /** Pace of this one divided by that of the other. */
  readonly paceRatio: number
}

/**
 * From how much on a difference is named; our own choice, wider than what measuring the same sentence twice can bring about:
 * 1.5 semitones of pitch and of range, 3 dB, a sixth of the pace, a tenth of the time in pauses.
 */
export const namedFrom = { semitones: 1.5, decibels: 3, pace: 1 / 6, pauseShare: 0.1 } as const

/** `voice` seen from `other`. */
export function compareVoices(voice: Voice, other: Voice): VoiceDifference {
  const semitones = 12 * Math.log2(voice.medianHertz / other.medianHertz)
  const decibels = voice.decibels - other.decibels
  const before = other.pace.peaksPerSecond
  const paceRatio = before > 0 ? voice.pace.peaksPerSecond / before : 1
  return {
    pitch: courseOf(semitones, namedFrom.semitones),
    liveliness: courseOf(voice.rangeSemitones - other.rangeSemitones, namedFrom.semitones),
    loudness: courseOf(decibels, namedFrom.decibels),
    // By the logarithm, so that one is as much faster than the other as the other is slower.
    speed: courseOf(Math.log(paceRatio), Math.log(1 + namedFrom.pace)),
    pauses: courseOf(voice.pace.pauseShare - other.pace.pauseShare, namedFrom.pauseShare),
    semitones,
    decibels,
    paceRatio,
  }
}

function courseOf(difference: number, from: number): Course {
  if (Math.abs(difference) < from) return 'same'
  return difference > 0 ? 'more' : 'less'
}
