import { describe, expect, test } from 'vitest'
import { compareVoices } from '../../statistics/voice/compare-voices.ts'
import { measureVoice, type Voice } from '../../statistics/voice/measure-voice.ts'
import { trackLoudness } from '../../statistics/voice/track-loudness.ts'
import { trackPitch } from '../../statistics/voice/track-pitch.ts'
import { readPraat, readRecording } from './read-recording.ts'

const syllables: Readonly<Record<string, number>> = {
  'zh-hurried': 7,
  'zh-flat': 7,
  'zh-warm': 7,
  'zh-long': 11,
  'en-hurried': 7,
  'en-flat': 7,
  'en-warm': 9,
  'zh-noisy': 7,
}
const recordings = Object.keys(syllables)
const decibelsOfPascal = 20 * Math.log10(1 / 2e-5)

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Semitones apart, frame by frame, where both hear a voice; and how often only one does. */
function comparePitch(name: string): { apart: number[]; onlyOne: number; frames: number } {
  const mine = trackPitch(readRecording(name))
  const { pitch } = readPraat(name)
  const apart: number[] = []
  let onlyOne = 0
  for (const [time, hertz] of pitch) {
    const own = mine.frames[Math.round((time - mine.start) / mine.step)] ?? null
    if ((own === null) !== (hertz === 0)) onlyOne += 1
    if (own !== null && hertz !== 0) apart.push(Math.abs(12 * Math.log2(own / hertz)))
  }
  return { apart, onlyOne, frames: pitch.length }
}

function compareLoudness(name: string): number[] {
  const mine = trackLoudness(readRecording(name))
  return readPraat(name).intensity.flatMap(([time, decibels]) => {
    const place = (time - mine.start) / mine.step
    const [before, after] = [mine.frames[Math.floor(place)], mine.frames[Math.ceil(place)]]
    const theirs = decibels - decibelsOfPascal
    if (before === undefined || after === undefined || theirs < -55) return []
    const own = before + (place - Math.floor(place)) * (after - before)
    return [Math.abs(own - theirs)]
  })
}

function voiceOf(name: string): Voice {
  const result = measureVoice(readRecording(name))
  if (!result.ok) throw new Error(result.detail)
  return result.value
}

describe('figures of Praat 6.3.07 on eight recordings', () => {
  test.each(recordings)('%s: pitch, frame by frame', (name) => {
    const { apart, onlyOne, frames } = comparePitch(name)
    const gross = apart.filter((semitones) => semitones > 2.7).length / apart.length
    expect(apart.length).toBeGreaterThan(30)
    expect(median(apart)).toBeLessThan(0.02)
    expect(gross).toBeLessThan(0.01)
    expect(onlyOne / frames).toBeLessThan(0.06)
  })

  test.each(
    recordings,
  )('%s: middle, range and loudness, and as many peaks as syllables, give or take one', (name) => {
    const praat = readPraat(name)
    const voice = voiceOf(name)
    const [low = 0, middle = 0, high = 0] = [0.1, 0.5, 0.9].map((share) =>
      praat.quantiles.get(share),
    )
    expect(Math.abs(12 * Math.log2(voice.medianHertz / middle))).toBeLessThan(0.1)
    expect(Math.abs(voice.rangeSemitones - 12 * Math.log2(high / low))).toBeLessThan(0.2)
    expect(median(compareLoudness(name))).toBeLessThan(0.3)
    expect(Math.abs(voice.pace.peaks - (syllables[name] ?? 0))).toBeLessThanOrEqual(1)
  })

  test('hurried and warm are told apart as they were said: higher, louder, faster', () => {
    expect(compareVoices(voiceOf('zh-hurried'), voiceOf('zh-warm'))).toMatchObject({
      pitch: 'more',
      loudness: 'more',
      speed: 'more',
    })
    expect(compareVoices(voiceOf('zh-noisy'), voiceOf('zh-warm'))).toMatchObject({
      pitch: 'same',
      loudness: 'same',
      speed: 'same',
    })
  })
})
