import type { Box, Point } from '../genogram/genogram-layout.ts'
import type { DrawnTie, Ecomap } from './read-ecomap.ts'

export interface PlacedTie {
  readonly tie: DrawnTie
  /** The middle of the system's circle. */
  readonly at: Point
  readonly box: Box
  /** From the household's circle to the system's. */
  readonly from: Point
  readonly to: Point
}

export interface EcomapLayout {
  readonly width: number
  readonly height: number
  readonly centre: Point
  readonly ties: readonly PlacedTie[]
}

export const centreRadius = 74
export const systemRadius = 48
const apart = 2 * systemRadius + 16
const margin = 16

/** Systems on a ring around the household, clockwise from the top; the ring is as wide as they need. */
export function layoutEcomap({ ties }: Ecomap): EcomapLayout {
  const count = Math.max(1, ties.length)
  const needed = count < 2 ? 0 : apart / (2 * Math.sin(Math.PI / count))
  const ring = Math.max(centreRadius + systemRadius + 84, needed)
  const size = 2 * (ring + systemRadius + margin)
  const centre = { x: size / 2, y: size / 2 }
  return {
    width: size,
    height: size,
    centre,
    ties: ties.map((tie, index) => {
      const angle = (2 * Math.PI * index) / count - Math.PI / 2
      const towards = (distance: number): Point => ({
        x: centre.x + Math.cos(angle) * distance,
        y: centre.y + Math.sin(angle) * distance,
      })
      const at = towards(ring)
      return {
        tie,
        at,
        box: {
          x: at.x - systemRadius,
          y: at.y - systemRadius,
          width: 2 * systemRadius,
          height: 2 * systemRadius,
        },
        from: towards(centreRadius + 4),
        to: towards(ring - systemRadius - 4),
      }
    }),
  }
}
