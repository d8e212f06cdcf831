import type { VoiceDifference } from '../../../statistics/voice/compare-voices.ts'
import type { Voice } from '../../../statistics/voice/measure-voice.ts'

/** Finds words and fills in their values. */
export type Tell = (key: string, values?: Readonly<Record<string, string | number>>) => string

const sides = ['pitch', 'liveliness', 'loudness', 'speed', 'pauses'] as const

/** What differs, in words: never which is better. Loudness is left out where the phone has evened it out. */
export function tellDifference(tell: Tell, found: VoiceDifference, isLevelled: boolean): string {
  const parts = sides
    .filter((side) => found[side] !== 'same' && !(side === 'loudness' && isLevelled))
    .map((side) => tell(`${side}.${found[side]}`))
  return parts.length === 0 ? tell('alike') : parts.join(tell('and'))
}

export function tellFigures(tell: Tell, found: VoiceDifference, isLevelled: boolean): string {
  return tell(isLevelled ? 'figuresNoLoudness' : 'figures', {
    semitones: withSign(found.semitones),
    decibels: withSign(found.decibels),
    pace: found.paceRatio.toFixed(1),
  })
}

export function tellOwn(tell: Tell, { medianHertz, rangeSemitones, pace }: Voice): string {
  return tell('own', {
    hertz: Math.round(medianHertz),
    range: rangeSemitones.toFixed(1),
    pace: pace.peaksPerSecond.toFixed(1),
  })
}

function withSign(value: number): string {
  const shown = Math.abs(value).toFixed(1)
  if (shown === '0.0') return '0'
  return value > 0 ? `+${shown}` : `−${shown}`
}
