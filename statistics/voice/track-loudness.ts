import type { Sound } from './reduce-rate.ts'
import { frameStep, type Track } from './track-pitch.ts'

/** Seconds of sound that one value looks at: long enough that single periods of a low voice do not show. */
const windowSeconds = 0.08
/** Decibels of complete silence. */
export const silence = -120

/**
 * The loudness of a sound every 10 ms: decibels of the root mean square under a Hann window of 80 ms, relative to full scale
 * (a square wave of ±1 has 0 dB, a full sine −3.01 dB). What has no energy is −120 dB.
 */
export function trackLoudness({ samples, rate }: Sound): Track<number> {
  const width = Math.round(windowSeconds * rate)
  const seconds = samples.length / rate
  const count = Math.floor((seconds - windowSeconds) / frameStep) + 1
  if (count < 1) return { start: seconds / 2, step: frameStep, frames: [] }
  const start = (seconds - (count - 1) * frameStep) / 2
  const weights = new Float64Array(width)
  let total = 0
  for (let index = 0; index < width; index += 1) {
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / width)
    weights[index] = weight
    total += weight
  }
  const frames: number[] = []
  for (let frame = 0; frame < count; frame += 1) {
    const from = Math.round((start + frame * frameStep) * rate - width / 2)
    let energy = 0
    for (let index = 0; index < width; index += 1)
      energy += (weights[index] ?? 0) * (samples[from + index] ?? 0) ** 2
    frames.push(toDecibels(energy / total))
  }
  return { start, step: frameStep, frames }
}

/** Decibels of a mean square relative to full scale. */
export function toDecibels(meanSquare: number): number {
  return meanSquare <= 0 ? silence : Math.max(silence, 10 * Math.log10(meanSquare))
}

/** The loudness of frames together: the mean of their energies, in decibels. */
export function meanLoudness(decibels: readonly number[]): number {
  if (decibels.length === 0) return silence
  const energy = decibels.reduce((sum, value) => sum + 10 ** (value / 10), 0)
  return toDecibels(energy / decibels.length)
}
