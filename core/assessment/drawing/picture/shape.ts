// What a drawing is made of, before it becomes SVG on a screen, a file or a page.

/** ink: structure. line: how people stand to each other. paper: the ground. quiet: what only frames. */
export type Tone = 'ink' | 'line' | 'paper' | 'quiet' | 'none'

export type Shape =
  | {
      readonly kind: 'path'
      readonly d: string
      readonly stroke: Tone
      readonly fill: Tone
      readonly width: number
      readonly dash: string
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly bold: boolean
      readonly anchor: 'start' | 'middle' | 'end'
      readonly words: string
    }

export interface Part {
  readonly of:
    | 'household'
    | 'person'
    | 'couple'
    | 'descent'
    | 'quality'
    | 'system'
    | 'tie'
    | 'legend'
    | 'bar'
  /** The record or person that is shown. */
  readonly id: string
  readonly shapes: readonly Shape[]
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly parts: readonly Part[]
}

interface Stroke {
  readonly width?: number
  readonly dash?: string
  readonly stroke?: Tone
  readonly fill?: Tone
}

export function path(d: string, look: Stroke = {}): Shape {
  const { width = 2, dash = '', stroke = 'ink', fill = 'none' } = look
  return { kind: 'path', d, stroke, fill, width, dash }
}

export function words(
  at: { readonly x: number; readonly y: number },
  written: string,
  look: {
    readonly size?: number
    readonly bold?: boolean
    readonly anchor?: 'start' | 'middle' | 'end'
  } = {},
): Shape {
  const { size = 12, bold = false, anchor = 'middle' } = look
  return { kind: 'text', x: round(at.x), y: round(at.y), size, bold, anchor, words: written }
}

export function round(number: number): number {
  return Math.round(number * 10) / 10
}

export function through(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
    .join('')
}

export function square(x: number, y: number, half: number): string {
  return `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}z`
}

export function circle(x: number, y: number, radius: number): string {
  return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
}

export function diamond(x: number, y: number, half: number): string {
  return `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`
}

export function triangle(x: number, y: number, half: number): string {
  return `M${x} ${y - half}l${half} ${2 * half}h${-2 * half}z`
}
