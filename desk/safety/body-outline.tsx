import type { MouseEventHandler } from 'react'
import type { Injury } from '../../core/safety/concern-shape.ts'
import { text } from '../kit/index.ts'

const figure =
  'M50 6a11 12 0 0 1 11 12c0 6-3 10-6 12v5c10 2 18 4 20 13l6 38-6 2-11-32-2 24 3 62h-4l1 42h-9l-3-60-3 60h-9l1-42h-4l3-62-2-24-11 32-6-2 6-38c2-9 10-11 20-13v-5c-3-2-6-6-6-12A11 12 0 0 1 50 6z'

/** A plain figure from in front or behind; the numbers are those of the list beside it. */
export function BodyOutline({
  side,
  marks,
  onTap,
}: {
  readonly side: Injury['side']
  readonly marks: readonly (Injury & { readonly no: number })[]
  readonly onTap?: MouseEventHandler<SVGSVGElement>
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard a mark is put with the button below and described in words
    <svg viewBox="0 0 100 200" role="img" aria-label={text(`safety:body.${side}`)} onClick={onTap}>
      <path d={figure} fill="#f4efe6" stroke="#6a5e51" strokeWidth="1" strokeLinejoin="round" />
      {side === 'front' ? (
        <path
          d="M46 17h.01M54 17h.01M46 23q4 3 8 0"
          fill="none"
          stroke="#6a5e51"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      ) : (
        <path
          d="M50 38v44M41 12q9-8 18 0"
          fill="none"
          stroke="#a89b8a"
          strokeWidth="1"
          strokeLinecap="round"
        />
      )}
      {marks.map(({ no, x, y }) => (
        <g key={no}>
          <circle cx={x} cy={y * 2} r="5" fill="#a9332a" />
          <text x={x} y={y * 2 + 2.4} fontSize="7" fill="#fff" textAnchor="middle">
            {no}
          </text>
        </g>
      ))}
    </svg>
  )
}
