import type { ResponseSet } from './scale.ts'

export interface PicturePath {
  readonly d: string
  readonly fill: string
  readonly stroke: string
  readonly width: number
}

export const pictureBox = { width: 52, height: 40 } as const

/**
 * What stands beside an option for whoever would rather point: rising bars, or a face from sad to glad; the same lines on
 * the worker's screen, on the family's phone and on paper. Decoration: the words are read.
 */
export function drawChoicePicture(
  kind: ResponseSet['pictures'],
  index: number,
  count: number,
): readonly PicturePath[] {
  switch (kind) {
    case 'none':
      return []
    case 'bars':
      return drawBars(index, count)
    case 'faces':
      return drawFace(count < 2 ? 0 : (index / (count - 1)) * 2 - 1)
  }
}

function drawBars(index: number, count: number): readonly PicturePath[] {
  const width = 46 / count
  return Array.from({ length: count }, (_, bar) => {
    const height = 8 + (bar * 28) / Math.max(1, count - 1)
    const isFilled = bar <= index
    return {
      d: `M${round(3 + bar * width)} ${round(38 - height)}h${round(width - 3)}v${round(height)}h-${round(width - 3)}z`,
      fill: isFilled ? '#a9332a' : 'none',
      stroke: isFilled ? '#a9332a' : '#857868',
      width: 1,
    }
  })
}

function drawFace(mood: number): readonly PicturePath[] {
  const line = { fill: 'none', stroke: '#3b332c', width: 2 }
  const corner = round(25 - mood * 2)
  return [
    { ...line, d: 'M26 3a17 17 0 1 0 .01 0z', fill: '#fdf0ee' },
    { ...line, d: 'M20 15h.01M32 15h.01', width: 4 },
    { ...line, d: `M17 ${corner}Q26 ${round(25 + mood * 9)} 35 ${corner}` },
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
