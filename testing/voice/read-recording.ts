import { readFileSync } from 'node:fs'
import type { Sound } from '../../statistics/voice/reduce-rate.ts'

const headerBytes = 44

/** A test recording: 16-bit, one channel. */
export function readRecording(name: string): Sound {
  const bytes = readFileSync(new URL(`recordings/${name}.wav`, import.meta.url))
  const samples = Float32Array.from(
    { length: (bytes.length - headerBytes) / 2 },
    (_, index) => bytes.readInt16LE(headerBytes + 2 * index) / 32_768,
  )
  return { samples, rate: bytes.readUInt32LE(24) }
}

export interface PraatFigures {
  readonly rootMeanSquare: number
  /** By share: 0.1, 0.2 … 0.9. */
  readonly quantiles: ReadonlyMap<number, number>
  /** Hertz by seconds; 0 where unvoiced. */
  readonly pitch: readonly (readonly [number, number])[]
  /** Decibels relative to 20 µPa by seconds, full scale taken as 1 Pa. */
  readonly intensity: readonly (readonly [number, number])[]
}

/** What Praat 6.3.07 (February 6 2023) says of a recording; made by make-recordings.sh. */
export function readPraat(name: string): PraatFigures {
  const text = readFileSync(new URL('praat-6.3.07.tsv', import.meta.url), 'utf8')
  const lines = text
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([recording]) => recording === name)
  const list = (what: string) =>
    lines
      .filter(([, kind]) => kind === what)
      .map(([, , at, value]) => [Number(at), Number(value)] as const)
  return {
    rootMeanSquare: list('rms')[0]?.[1] ?? Number.NaN,
    quantiles: new Map(list('quantile')),
    pitch: list('pitch'),
    intensity: list('intensity'),
  }
}
