import { chooseCourse, type Candidate } from './choose-course.ts'
import type { Sound } from './reduce-rate.ts'

/** Frames at even steps: the first at `start` seconds, then one every `step` seconds. */
export interface Track<Value> {
  readonly start: number
  readonly step: number
  readonly frames: readonly Value[]
}

/** Hertz between which a grown-up's voice is looked for. */
export const pitchFloor = 75
export const pitchCeiling = 500
/** Seconds from one frame to the next. */
export const frameStep = 0.01

const periodsPerWindow = 3
const mostCandidates = 15
const silenceThreshold = 0.03
const voicingThreshold = 0.45
const octaveCost = 0.01

/**
 * The pitch (F0, hertz; null where nothing is voiced) of a sound every 10 ms, between 75 and 500 Hz: P. Boersma, "Accurate
 * short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound", Proceedings of the
 * Institute of Phonetic Sciences Amsterdam 17 (1993) 97–110, with the costs given there and a parabola through each maximum.
 * The autocorrelation of a Hann-windowed frame is divided by that of the window; candidates are weighed against being
 * unvoiced, and the cheapest course through all frames is taken. No frame where the sound is shorter than one window (40 ms).
 */
export function trackPitch(sound: Sound): Track<number | null> {
  const { samples, rate } = sound
  const width = Math.round((periodsPerWindow / pitchFloor) * rate)
  const seconds = samples.length / rate
  const count = Math.floor((seconds - width / rate) / frameStep) + 1
  if (count < 1) return { start: seconds / 2, step: frameStep, frames: [] }
  const start = (seconds - (count - 1) * frameStep) / 2
  const window = makeWindow(width, rate)
  const loudest = peakOf(samples, meanOf(samples, 0, samples.length), 0, samples.length)
  const candidates: (readonly Candidate[])[] = []
  for (let index = 0; index < count; index += 1) {
    const from = Math.round((start + index * frameStep) * rate - width / 2)
    candidates.push(listCandidates(sound, from, window, loudest))
  }
  return { start, step: frameStep, frames: chooseCourse(candidates, frameStep) }
}

interface Window {
  readonly weights: Float64Array
  /** Of the window itself, by lag, relative to lag 0. */
  readonly correlation: Float64Array
  readonly shortest: number
}

function makeWindow(width: number, rate: number): Window {
  const weights = new Float64Array(width)
  for (let index = 0; index < width; index += 1)
    weights[index] = 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / width)
  const longest = Math.ceil(rate / pitchFloor) + 1
  return {
    weights,
    correlation: correlate(weights, 0, longest),
    shortest: Math.max(2, Math.floor(rate / pitchCeiling)),
  }
}

/** Autocorrelation from one lag to another, relative to lag 0; zero outside the lags asked for. */
function correlate(values: Float64Array, from: number, to: number): Float64Array {
  const found = new Float64Array(to + 1)
  const energy = correlateAt(values, 0)
  if (energy === 0) return found
  for (let lag = from; lag <= to; lag += 1) found[lag] = correlateAt(values, lag) / energy
  return found
}

function correlateAt(values: Float64Array, lag: number): number {
  let sum = 0
  for (let index = lag; index < values.length; index += 1)
    sum += (values[index] ?? 0) * (values[index - lag] ?? 0)
  return sum
}

function listCandidates(
  { samples, rate }: Sound,
  from: number,
  window: Window,
  loudest: number,
): readonly Candidate[] {
  const { weights, correlation, shortest } = window
  const width = weights.length
  const mean = meanOf(samples, from, from + width)
  const middle = from + width / 2
  const halfPeriod = rate / pitchFloor / 2
  const local = peakOf(
    samples,
    mean,
    Math.floor(middle - halfPeriod),
    Math.ceil(middle + halfPeriod),
  )
  const relative = loudest === 0 ? 0 : Math.min(1, local / loudest)
  const unvoiced = {
    hertz: null,
    strength:
      voicingThreshold + Math.max(0, 2 - relative / (silenceThreshold / (1 + voicingThreshold))),
  }
  // Far below the threshold of silence nothing can win against it.
  if (relative < silenceThreshold / 2) return [unvoiced]
  const framed = new Float64Array(width)
  for (let index = 0; index < width; index += 1)
    framed[index] = ((samples[from + index] ?? 0) - mean) * (weights[index] ?? 0)
  const longest = correlation.length - 1
  const found = correlate(framed, shortest - 1, longest)
  const normal = (lag: number) => (found[lag] ?? 0) / (correlation[lag] ?? 1)
  const voiced: Candidate[] = []
  for (let lag = shortest; lag < longest; lag += 1) {
    const [before, at, after] = [normal(lag - 1), normal(lag), normal(lag + 1)]
    if (at <= voicingThreshold / 2 || at < before || at <= after) continue
    const candidate = weighPeak(before, at, after, lag, rate)
    if (candidate !== null) voiced.push(candidate)
  }
  voiced.sort((left, right) => right.strength - left.strength)
  return [unvoiced, ...voiced.slice(0, mostCandidates - 1)]
}

/** The top of the parabola through three values; a higher pitch is preferred a little, so that no octave below wins a tie. */
function weighPeak(
  before: number,
  at: number,
  after: number,
  lag: number,
  rate: number,
): Candidate | null {
  const bend = 2 * at - before - after
  const shift = bend <= 0 ? 0 : (after - before) / (2 * bend)
  const top = at + (shift * (after - before)) / 4
  const hertz = rate / (lag + shift)
  if (hertz < pitchFloor || hertz > pitchCeiling) return null
  const height = top > 1 ? 1 / top : top
  return { hertz, strength: height - octaveCost * Math.log2(pitchFloor / hertz) }
}

function meanOf(samples: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  for (let index = from; index < to; index += 1) sum += samples[index] ?? 0
  return to > from ? sum / (to - from) : 0
}

function peakOf(samples: ArrayLike<number>, mean: number, from: number, to: number): number {
  let peak = 0
  for (let index = from; index < to; index += 1)
    peak = Math.max(peak, Math.abs((samples[index] ?? mean) - mean))
  return peak
}
