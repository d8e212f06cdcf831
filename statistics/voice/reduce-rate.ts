/** A sound: one channel, samples between −1 and 1. */
export interface Sound {
  readonly samples: ArrayLike<number>
  /** Samples per second. */
  readonly rate: number
}

const wantedRate = 16_000
const tapsPerStep = 12

/**
 * The sound at a whole fraction of its rate, not below 16,000 samples per second: enough for a voice, and light enough for a
 * small phone. A windowed sinc (Hann, cut at 0.45 of the new rate) takes away what would fold back. A sound that is already
 * below twice that rate comes back as it is.
 */
export function reduceRate(sound: Sound): Sound {
  const step = Math.floor(sound.rate / wantedRate)
  if (step < 2) return sound
  const half = step * tapsPerStep
  const taps = makeTaps(half, 0.45 / step)
  const { samples } = sound
  const reduced = new Float32Array(Math.floor(samples.length / step))
  for (let index = 0; index < reduced.length; index += 1) {
    const middle = index * step
    let sum = 0
    for (let tap = -half; tap <= half; tap += 1)
      sum += (taps[tap + half] ?? 0) * (samples[middle + tap] ?? 0)
    reduced[index] = sum
  }
  return { samples: reduced, rate: sound.rate / step }
}

function makeTaps(half: number, cut: number): Float64Array {
  const taps = new Float64Array(2 * half + 1)
  let sum = 0
  for (let tap = -half; tap <= half; tap += 1) {
    const angle = 2 * Math.PI * cut * tap
    const sinc = tap === 0 ? 1 : Math.sin(angle) / angle
    const weight = sinc * (0.5 + 0.5 * Math.cos((Math.PI * tap) / (half + 1)))
    taps[tap + half] = weight
    sum += weight
  }
  return taps.map((tap) => tap / sum)
}
