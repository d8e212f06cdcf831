import { quantileOf } from '../describe/quantile-of.ts'
import { conclude, refuse, type Result } from '../result.ts'
import { measurePace, type Pace } from './measure-pace.ts'
import { reduceRate, type Sound } from './reduce-rate.ts'
import { meanLoudness, silence, trackLoudness } from './track-loudness.ts'
import { type Track, trackPitch } from './track-pitch.ts'

export interface Voice {
  /** The middle pitch, hertz. */
  readonly medianHertz: number
  /** From the 10th to the 90th centile of pitch, semitones: how much the voice moves. */
  readonly rangeSemitones: number
  /** Mean energy of what is said, decibels relative to full scale. */
  readonly decibels: number
  /** By how many decibels what is said stands above the quietest tenth of the sound. */
  readonly aboveQuiet: number
  readonly pace: Omit<Pace, 'spoken'>
  readonly pitch: Track<number | null>
  readonly loudness: Track<number>
}

const leastVoiced = 15
const leastDecibels = -55

/**
 * What can be measured of one spoken sentence: pitch, how much it moves, loudness, pace. Refused: samples that are no numbers
 * (NotFinite), a rate below 8,000 a second (OutOfRange), fewer than 15 voiced frames (0.15 s) or nothing above −55 dB of full
 * scale (TooFewValues). It says how a sentence sounds and nothing of whether that is good.
 */
export function measureVoice(sound: Sound): Result<Voice> {
  if (!(sound.rate >= 8000 && sound.rate <= 400_000))
    return refuse('OutOfRange', 'a voice needs 8,000 to 400,000 samples a second')
  for (let index = 0; index < sound.samples.length; index += 1)
    if (!Number.isFinite(sound.samples[index]))
      return refuse('NotFinite', `sample ${index} is not a finite number`)
  const reduced = reduceRate(sound)
  const loudness = trackLoudness(reduced)
  const pitch = trackPitch(reduced)
  const pace = measurePace(loudness, pitch)
  const semitones = listSemitones(pitch)
  if (pace === null || semitones.length < leastVoiced)
    return refuse('TooFewValues', 'nothing voiced can be heard')
  const decibels = meanLoudness(pace.spoken.map((index) => loudness.frames[index] ?? silence))
  if (decibels < leastDecibels) return refuse('TooFewValues', 'too quiet to be measured')
  const quiet = quantileOf(
    [...loudness.frames].sort((left, right) => left - right),
    0.1,
    7,
  )
  const { spoken, ...shown } = pace
  const value: Voice = {
    medianHertz: toHertz(quantileOf(semitones, 0.5, 7)),
    rangeSemitones: quantileOf(semitones, 0.9, 7) - quantileOf(semitones, 0.1, 7),
    decibels,
    aboveQuiet: decibels - quiet,
    pace: shown,
    pitch,
    loudness,
  }
  return conclude({
    value,
    n: spoken.length,
    method: { id: 'voice-autocorrelation', name: 'Pitch by autocorrelation (Boersma 1993)' },
  })
}

/** Ascending, relative to 1 Hz. */
function listSemitones({ frames }: Track<number | null>): number[] {
  return frames
    .flatMap((hertz) => (hertz === null ? [] : [12 * Math.log2(hertz)]))
    .sort((left, right) => left - right)
}

function toHertz(semitones: number): number {
  return 2 ** (semitones / 12)
}
