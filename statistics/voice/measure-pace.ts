import { quantileOf } from '../describe/quantile-of.ts'
import type { Track } from './track-pitch.ts'

/** Decibels below the loudest parts (99th centile) under which nothing counts as said. */
const spokenWithin = 25
/** Decibels by which a peak stands out of what is around it. */
const leastDip = 2
/** Seconds of quiet between words that count as a pause. */
const leastPause = 0.2

export interface Pace {
  /** Seconds of the sound at which speaking begins and ends. */
  readonly begins: number
  readonly ends: number
  /** Peaks of loudness in voiced frames: near to the number of syllables. */
  readonly peaks: number
  readonly peaksPerSecond: number
  /** Of the time between beginning and end, the share in pauses of at least 0.2 s; 0 to 1. */
  readonly pauseShare: number
  /** Frames of the loudness track in which something is said. */
  readonly spoken: readonly number[]
}

/**
 * How fast somebody speaks, from loudness alone, without knowing the words: peaks that stand 2 dB out of both sides, are
 * voiced and within 25 dB of the loudest, after N. H. de Jong & T. Wempe, "Praat script to detect syllable nuclei and measure
 * speech rate automatically", Behavior Research Methods 41 (2009) 385–390; pauses from 0.2 s, because one sentence is short.
 * Null where nothing is said.
 */
export function measurePace(loudness: Track<number>, pitch: Track<number | null>): Pace | null {
  const { frames, start, step } = loudness
  if (frames.length === 0) return null
  const sorted = [...frames].sort((left, right) => left - right)
  const threshold = quantileOf(sorted, 0.99, 7) - spokenWithin
  const spoken = [...frames.keys()].filter((index) => (frames[index] ?? 0) > threshold)
  const [first, last] = [spoken[0], spoken[spoken.length - 1]]
  if (first === undefined || last === undefined || last === first) return null
  const isVoiced = (index: number) => {
    const near = Math.round((start + index * step - pitch.start) / pitch.step)
    return typeof pitch.frames[near] === 'number'
  }
  const peaks = findPeaks(frames, threshold).filter(isVoiced).length
  const seconds = (last - first + 1) * step
  return {
    begins: start + first * step,
    ends: start + last * step,
    peaks,
    peaksPerSecond: peaks / seconds,
    pauseShare: (countPausing(spoken, leastPause / step) * step) / seconds,
    spoken,
  }
}

/** Tops that rise by 2 dB out of the valley before and fall by 2 dB into the valley after. */
function findPeaks(frames: readonly number[], threshold: number): number[] {
  const peaks: number[] = []
  let top = -1
  let [highest, lowest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [index, value] of frames.entries()) {
    if (value > highest) {
      highest = value
      top = index
    }
    if (value < lowest) lowest = value
    if (top >= 0 && highest - value >= leastDip) {
      if (highest > threshold) peaks.push(top)
      top = -1
      lowest = value
      highest = Number.POSITIVE_INFINITY
    } else if (top < 0 && value - lowest >= leastDip) {
      highest = value
      top = index
    }
  }
  return peaks
}

function countPausing(spoken: readonly number[], least: number): number {
  let pausing = 0
  for (const [index, frame] of spoken.entries()) {
    const quiet = frame - (spoken[index - 1] ?? frame) - 1
    if (quiet >= least) pausing += quiet
  }
  return pausing
}
