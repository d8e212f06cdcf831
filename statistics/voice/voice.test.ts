import { describe, expect, test } from 'vitest'
import { seededRandom } from '../numeric/seeded-random.ts'
import { compareVoices } from './compare-voices.ts'
import { measurePace } from './measure-pace.ts'
import { measureVoice, type Voice } from './measure-voice.ts'
import { reduceRate, type Sound } from './reduce-rate.ts'
import { meanLoudness, silence, trackLoudness } from './track-loudness.ts'
import { trackPitch } from './track-pitch.ts'

const rate = 16_000

function makeSound(seconds: number, valueAt: (time: number) => number, own = rate): Sound {
  const samples = Float32Array.from({ length: Math.round(seconds * own) }, (_, index) =>
    valueAt(index / own),
  )
  return { samples, rate: own }
}

/** Overtones falling off as a voice's do; `weights` from the fundamental up. */
function toneOf(hertz: number, weights: readonly number[]): (time: number) => number {
  return (time) =>
    weights.reduce(
      (sum, weight, index) => sum + weight * Math.sin(2 * Math.PI * hertz * (index + 1) * time),
      0,
    )
}

function heard({ frames }: ReturnType<typeof trackPitch>): number[] {
  return frames.flatMap((hertz) => (hertz === null ? [] : [hertz]))
}

/** Syllables of `length` seconds with gaps between, at a pitch. */
function speak(hertz: number, count: number, every: number, loud = 0.3): Sound {
  const tone = toneOf(hertz, [0.5, 0.3, 0.2])
  return makeSound(count * every + 0.4, (time) => {
    const phase = ((time - 0.2) % every) / every
    const inside = time > 0.2 && time < 0.2 + count * every && phase < 0.7
    return inside ? loud * Math.sin((Math.PI * phase) / 0.7) * tone(time) : 0
  })
}

function voiceOf(sound: Sound): Voice {
  const result = measureVoice(sound)
  if (!result.ok) throw new Error(result.detail)
  return result.value
}

describe('pitch', () => {
  test.each([
    80, 110.5, 147, 220, 311.7, 440,
  ])('of a tone of %d Hz to a tenth of a semitone', (hertz) => {
    for (const own of [16_000, 44_100, 48_000]) {
      const pitches = heard(trackPitch(reduceRate(makeSound(0.5, toneOf(hertz, [0.4, 0.2]), own))))
      expect(pitches.length).toBeGreaterThan(40)
      for (const one of pitches) expect(Math.abs(12 * Math.log2(one / hertz))).toBeLessThan(0.1)
    }
  })

  test('of a voice whose fundamental is missing or weak is still the fundamental, and a strong overtone is no octave', () => {
    for (const weights of [
      [0, 0.3, 0.3, 0.3],
      [0.05, 0.6, 0.1],
      [0.3, 0, 0.3, 0, 0.2],
    ])
      for (const one of heard(trackPitch(makeSound(0.4, toneOf(130, weights)))))
        expect(Math.abs(12 * Math.log2(one / 130))).toBeLessThan(0.2)
  })

  test('follows a glide over an octave without leaping', () => {
    const seconds = 1
    const phase = (time: number) => (120 * seconds * (2 ** (time / seconds) - 1)) / Math.LN2
    const track = trackPitch(
      makeSound(seconds, (time) => 0.4 * Math.sin(2 * Math.PI * phase(time))),
    )
    for (const [index, hertz] of track.frames.entries()) {
      const wanted = 120 * 2 ** (track.start + index * track.step)
      expect(Math.abs(12 * Math.log2((hertz ?? 0) / wanted))).toBeLessThan(0.15)
    }
  })

  test('is heard in noise of a tenth of its energy, and in noise alone or silence there is next to none', () => {
    const random = seededRandom(7)
    const noise = (size: number) => () => size * (random() - 0.5)
    const [soft, plain] = [noise(0.27), noise(0.5)]
    const tone = toneOf(200, [0.3, 0.15])
    const noisy = heard(trackPitch(makeSound(0.5, (time) => tone(time) + soft())))
    expect(noisy.length).toBeGreaterThan(40)
    for (const one of noisy) expect(Math.abs(12 * Math.log2(one / 200))).toBeLessThan(0.3)
    expect(heard(trackPitch(makeSound(1, plain))).length).toBeLessThan(15)
    expect(heard(trackPitch(makeSound(1, () => 0)))).toEqual([])
  })

  test('a sound shorter than one window has no frame', () => {
    expect(trackPitch(makeSound(0.03, toneOf(200, [0.5]))).frames).toEqual([])
    expect(trackLoudness(makeSound(0.03, toneOf(200, [0.5]))).frames).toEqual([])
  })
})

describe('loudness', () => {
  test('a full sine is 3.01 dB below full scale, half of it 6.02 dB less, nothing is −120 dB', () => {
    const full = trackLoudness(makeSound(0.5, toneOf(300, [1])))
    const half = trackLoudness(makeSound(0.5, toneOf(300, [0.5])))
    for (const [index, value] of full.frames.entries()) {
      expect(value).toBeCloseTo(-3.01, 1)
      expect(value - (half.frames[index] ?? 0)).toBeCloseTo(6.02, 2)
    }
    expect(trackLoudness(makeSound(0.2, () => 0)).frames.every((one) => one === silence)).toBe(true)
  })

  test('of two frames is the mean of their energies', () => {
    expect(meanLoudness([-10, -20])).toBeCloseTo(10 * Math.log10((0.1 + 0.01) / 2), 10)
    expect(meanLoudness([])).toBe(silence)
  })
})

describe('pace', () => {
  test.each([3, 5, 9])('%d syllables are as many peaks', (count) => {
    const sound = speak(180, count, 0.2)
    const pace = measurePace(trackLoudness(sound), trackPitch(sound))
    expect(pace?.peaks).toBe(count)
  })

  test('claps without voice are no syllables', () => {
    const random = seededRandom(3)
    const claps = makeSound(1.4, (time) => (time % 0.3 < 0.02 ? random() - 0.5 : 0))
    expect(measurePace(trackLoudness(claps), trackPitch(claps))?.peaks ?? 0).toBe(0)
  })

  test('half a second of quiet in the middle is a pause, a gap between syllables is none', () => {
    const first = speak(180, 3, 0.2)
    const samples = [...Array.from(first.samples), ...Array.from({ length: 8000 }, () => 0)]
    const sound = { samples: [...samples, ...Array.from(first.samples)], rate }
    const pace = measurePace(trackLoudness(sound), trackPitch(sound))
    expect(pace?.pauseShare).toBeGreaterThan(0.35)
    expect(pace?.pauseShare).toBeLessThan(0.6)
    expect(measurePace(trackLoudness(first), trackPitch(first))?.pauseShare).toBe(0)
    expect(measurePace({ start: 0, step: 0.01, frames: [] }, trackPitch(first))).toBeNull()
  })
})

describe('a voice', () => {
  test('is refused with a reason where there is none to measure', () => {
    const reasonOf = (sound: Sound) => {
      const result = measureVoice(sound)
      return result.ok ? null : result.reason
    }
    expect(reasonOf(makeSound(1, () => 0))).toBe('TooFewValues')
    expect(reasonOf(speak(180, 5, 0.2, 0.001))).toBe('TooFewValues')
    expect(reasonOf({ samples: [0, Number.NaN], rate })).toBe('NotFinite')
    expect(reasonOf({ samples: [0, 0], rate: 100 })).toBe('OutOfRange')
    expect(reasonOf({ samples: [], rate: Number.NaN })).toBe('OutOfRange')
  })

  test('the same at the rates of telephones', () => {
    const tone = speak(210, 4, 0.25)
    const [low, high] = [
      voiceOf(tone),
      voiceOf({
        samples: Float32Array.from(
          { length: tone.samples.length * 3 },
          (_, index) => tone.samples[Math.floor(index / 3)] ?? 0,
        ),
        rate: rate * 3,
      }),
    ]
    expect(high.medianHertz / low.medianHertz).toBeCloseTo(1, 2)
    expect(high.decibels).toBeCloseTo(low.decibels, 0)
    expect(high.pace.peaks).toBe(low.pace.peaks)
  })

  test('differs in words only from a difference on that can be heard', () => {
    const calm = voiceOf(speak(180, 6, 0.3, 0.15))
    const hurried = voiceOf(speak(230, 6, 0.18, 0.4))
    expect(compareVoices(hurried, calm)).toMatchObject({
      pitch: 'more',
      loudness: 'more',
      speed: 'more',
      liveliness: 'same',
    })
    expect(compareVoices(calm, hurried)).toMatchObject({ pitch: 'less', speed: 'less' })
    expect(compareVoices(calm, calm)).toMatchObject({
      pitch: 'same',
      liveliness: 'same',
      loudness: 'same',
      speed: 'same',
      pauses: 'same',
      semitones: 0,
      paceRatio: 1,
    })
  })
})
