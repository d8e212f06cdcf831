import { path, round, type Shape } from '../../../assessment/drawing/picture/shape.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** From light to dark: what a copier leaves apart. */
const patterns = ['empty', 'lines', 'slanted', 'upright', 'crossed', 'solid'] as const
type Pattern = (typeof patterns)[number]

const forCount: Readonly<Record<number, readonly Pattern[]>> = {
  1: ['solid'],
  2: ['empty', 'solid'],
  3: ['empty', 'slanted', 'solid'],
  4: ['empty', 'slanted', 'crossed', 'solid'],
  5: ['empty', 'lines', 'slanted', 'crossed', 'solid'],
}

/** The pattern of an answer by its place: in order from light to dark; above six they begin anew. */
export function patternOf(index: number, count: number): Pattern {
  const some = forCount[count] ?? patterns
  return some[index % some.length] ?? 'empty'
}

/** A box with its frame, filled so that it is told from its neighbours without colour. */
export function fillBox(box: Box, pattern: Pattern): readonly Shape[] {
  const { x, y, width, height } = box
  const frame = `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`
  const outline = path(frame, { width: 1, fill: pattern === 'solid' ? 'quiet' : 'paper' })
  const lines = linesIn(box, pattern)
  return lines === '' ? [outline] : [outline, path(lines, { width: 0.8 })]
}

function linesIn(box: Box, pattern: Pattern): string {
  switch (pattern) {
    case 'empty':
    case 'solid':
      return ''
    case 'lines':
      return levelLines(box, 7)
    case 'slanted':
      return slantedLines(box, 6, false)
    case 'upright':
      return uprightLines(box, 4)
    case 'crossed':
      return slantedLines(box, 5, false) + slantedLines(box, 5, true)
  }
}

function levelLines({ x, y, width, height }: Box, step: number): string {
  let drawn = ''
  for (let at = step; at < height; at += step)
    drawn += `M${round(x)} ${round(y + at)}h${round(width)}`
  return drawn
}

function uprightLines({ x, y, width, height }: Box, step: number): string {
  let drawn = ''
  for (let at = step; at < width; at += step)
    drawn += `M${round(x + at)} ${round(y)}v${round(height)}`
  return drawn
}

/** Lines at 45 degrees, cut at the frame. */
function slantedLines({ x, y, width, height }: Box, step: number, falling: boolean): string {
  let drawn = ''
  for (let at = step - height; at < width; at += step) {
    const from = Math.max(0, at)
    const to = Math.min(width, at + height)
    const heightAt = (across: number): number =>
      falling ? y + across - at : y + height - (across - at)
    drawn += `M${round(x + from)} ${round(heightAt(from))}L${round(x + to)} ${round(heightAt(to))}`
  }
  return drawn
}
