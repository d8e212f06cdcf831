import { drawChoicePicture, pictureBox } from '../../core/inquiry/choice-picture.ts'
import type { ResponseSet } from '../../core/inquiry/scale.ts'

/** What stands beside the words for whoever would rather point. */
export function ChoicePicture({
  kind,
  index,
  count,
}: {
  readonly kind: ResponseSet['pictures']
  readonly index: number
  readonly count: number
}) {
  if (kind === 'none') return null
  const { width, height } = pictureBox
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      strokeLinecap="round"
      style={{ flex: 'none' }}
    >
      {drawChoicePicture(kind, index, count).map((path) => (
        <path
          key={path.d}
          d={path.d}
          fill={path.fill}
          stroke={path.stroke}
          strokeWidth={path.width}
        />
      ))}
    </svg>
  )
}
