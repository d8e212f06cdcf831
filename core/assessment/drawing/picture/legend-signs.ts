import type { Couple } from '../facts/couple.ts'
import type { RelationQuality } from '../facts/relation-quality.ts'
import type { Point } from '../genogram/genogram-layout.ts'
import type { SystemTie } from '../facts/system-tie.ts'
import { drawTie } from './draw-ecomap.ts'
import { descentDashes, drawBand, drawPhone, drawState, unionDash } from './draw-genogram.ts'
import { drawQuality } from './relation-marks.ts'
import { circle, diamond, path, type Shape, square, through, triangle } from './shape.ts'

export type LegendSign =
  | 'male'
  | 'female'
  | 'unknown'
  | 'index'
  | 'dead'
  | 'unborn'
  | 'phone'
  | 'household'
  | Couple['state']
  | RelationQuality['quality']
  | 'adopted'
  | 'fostered'
  | SystemTie['strength']
  | 'stressful'
  | 'toFamily'
  | 'fromFamily'

const [x, y] = [28, 15]
const level: readonly Point[] = Array.from({ length: 9 }, (_, step) => ({ x: 4 + step * 6, y }))
const ends = [
  { x: 4, y },
  { x: 52, y },
] as const

/** One sign in a field of 56 by 30. */
export function legendSigns(sign: LegendSign): readonly Shape[] {
  switch (sign) {
    case 'male':
      return [path(square(x, y, 11))]
    case 'female':
      return [path(circle(x, y, 11))]
    case 'unknown':
      return [path(diamond(x, y, 12))]
    case 'index':
      return [path(circle(x, y, 12)), path(circle(x, y, 8), { width: 1.5 })]
    case 'dead':
      return [path(square(x, y, 11)), path('M17 4L39 26M39 4L17 26')]
    case 'unborn':
      return [path(triangle(x, y, 11), { dash: '5 4' })]
    case 'phone':
      return drawPhone(24, 7)
    case 'household':
      return [
        path('M3 4h18v22h-18zM35 4h18v22h-18z', { stroke: 'quiet', width: 1.5, dash: '7 5' }),
        ...drawBand([
          { x: 20, y },
          { x: 36, y },
        ]),
      ]
    case 'married':
    case 'cohabiting':
    case 'separated':
    case 'divorced':
    case 'unclear':
      return [path(through(level), { dash: unionDash(sign) }), ...drawState(sign, { x: x + 6, y })]
    case 'close':
    case 'fused':
    case 'conflict':
    case 'distant':
    case 'cutOff':
      return drawQuality(sign, level)
    case 'adopted':
    case 'fostered':
      return [path(through(level), { dash: descentDashes[sign] })]
    case 'strong':
    case 'ordinary':
    case 'weak':
      return drawTie({ strength: sign, stressful: false, flow: 'none' }, ...ends)
    case 'stressful':
      return drawTie({ strength: 'ordinary', stressful: true, flow: 'none' }, ...ends)
    case 'toFamily':
    case 'fromFamily':
      return drawTie({ strength: 'ordinary', stressful: false, flow: sign }, ...ends)
  }
}
