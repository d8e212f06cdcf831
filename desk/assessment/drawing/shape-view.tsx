import type { Shape } from '../../../core/assessment/drawing/picture/shape.ts'
import { toneColours } from '../../../core/assessment/drawing/picture/write-svg.ts'

export function ShapeView({ shape }: { readonly shape: Shape }) {
  if (shape.kind === 'path')
    return (
      <path
        d={shape.d}
        fill={toneColours[shape.fill]}
        stroke={toneColours[shape.stroke]}
        strokeWidth={shape.width}
        strokeDasharray={shape.dash === '' ? undefined : shape.dash}
        strokeLinejoin="round"
      />
    )
  return (
    <text
      x={shape.x}
      y={shape.y}
      fontSize={shape.size}
      fontWeight={shape.bold ? 600 : 400}
      textAnchor={shape.anchor}
      fill={toneColours.ink}
      stroke={toneColours.paper}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {shape.words}
    </text>
  )
}
