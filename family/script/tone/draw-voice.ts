// Pitch as a line, loudness as bars below: every way of saying it on the same scales.
import type { Voice } from '../../../statistics/voice/measure-voice.ts'

const space = 'http://www.w3.org/2000/svg'
const width = 320
const pitchHeight = 80
const loudHeight = 36
const leastSemitones = 12
const mostDecibels = 30

export interface Scale {
  readonly seconds: number
  readonly lowest: number
  readonly semitones: number
  readonly loudest: number
}

const toSemitones = (hertz: number) => 12 * Math.log2(hertz)

/** Wide enough for all of them. */
export function scaleOf(voices: readonly Voice[]): Scale {
  const pitches = voices.flatMap(({ pitch, pace }) =>
    pitch.frames.flatMap((hertz, index) => {
      const time = pitch.start + index * pitch.step
      return hertz === null || time < pace.begins || time > pace.ends ? [] : [toSemitones(hertz)]
    }),
  )
  const lowest = pitches.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  const highest = pitches.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)
  const room = Math.max(0, leastSemitones - (highest - lowest)) / 2
  return {
    seconds: voices.reduce((most, { pace }) => Math.max(most, pace.ends - pace.begins), 0.5),
    lowest: lowest - room,
    semitones: highest - lowest + 2 * room,
    loudest: voices.reduce(
      (most, { loudness }) => loudness.frames.reduce((top, one) => Math.max(top, one), most),
      Number.NEGATIVE_INFINITY,
    ),
  }
}

export function drawVoice({ pitch, loudness, pace }: Voice, scale: Scale): SVGSVGElement {
  const drawing = document.createElementNS(space, 'svg')
  drawing.setAttribute('viewBox', `0 0 ${width} ${pitchHeight + loudHeight}`)
  drawing.setAttribute('aria-hidden', 'true')
  drawing.setAttribute('style', 'width:100%;background:#fff;border:1px solid #ddd5c4')
  const across = (time: number) => ((time - pace.begins) / scale.seconds) * width
  const isInside = (time: number) => time >= pace.begins && time <= pace.ends
  let line = ''
  let isOn = false
  pitch.frames.forEach((hertz, index) => {
    const time = pitch.start + index * pitch.step
    if (hertz === null || !isInside(time)) {
      isOn = false
      return
    }
    const up = (toSemitones(hertz) - scale.lowest) / scale.semitones
    line += `${isOn ? 'L' : 'M'}${across(time).toFixed(1)} ${(pitchHeight - 4 - up * (pitchHeight - 8)).toFixed(1)}`
    isOn = true
  })
  let bars = ''
  loudness.frames.forEach((decibels, index) => {
    const time = loudness.start + index * loudness.step
    const share = 1 + (decibels - scale.loudest) / mostDecibels
    if (!isInside(time) || share <= 0) return
    bars += `M${across(time).toFixed(1)} ${pitchHeight + loudHeight}v${(-share * loudHeight).toFixed(1)}`
  })
  drawing.append(makePath(bars, '#c9bda5', 2), makePath(line, '#b3261e', 3))
  return drawing
}

function makePath(course: string, stroke: string, thickness: number): SVGPathElement {
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', course)
  path.setAttribute('fill', 'none')
  path.setAttribute('stroke', stroke)
  path.setAttribute('stroke-width', String(thickness))
  return path
}
