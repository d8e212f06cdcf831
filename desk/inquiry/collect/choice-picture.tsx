/** What stands beside the words for whoever would rather point: rising bars, or a face. Decoration; the words are read. */
export function ChoicePicture({
  kind,
  index,
  count,
}: {
  readonly kind: 'none' | 'faces' | 'bars'
  readonly index: number
  readonly count: number
}) {
  if (kind === 'none') return null
  return (
    <svg aria-hidden="true" width="52" height="40" viewBox="0 0 52 40" style={{ flex: 'none' }}>
      {kind === 'bars' ? (
        <Bars index={index} count={count} />
      ) : (
        <Face index={index} count={count} />
      )}
    </svg>
  )
}

interface Place {
  readonly index: number
  readonly count: number
}

function Bars({ index, count }: Place) {
  const width = 46 / count
  return Array.from({ length: count }, (_, bar) => {
    const height = 8 + (bar * 28) / Math.max(1, count - 1)
    const name = `bar${bar}`
    return (
      <rect
        key={name}
        x={3 + bar * width}
        y={38 - height}
        width={width - 3}
        height={height}
        rx={2}
        fill={bar <= index ? '#a9332a' : 'none'}
        stroke={bar <= index ? '#a9332a' : '#857868'}
      />
    )
  })
}

function Face({ index, count }: Place) {
  const mood = count < 2 ? 0 : (index / (count - 1)) * 2 - 1
  return (
    <g fill="none" stroke="#3b332c" strokeWidth={2} strokeLinecap="round">
      <circle cx={26} cy={20} r={17} fill="#fdf0ee" />
      <path d="M20 15h.01M32 15h.01" strokeWidth={4} />
      <path d={`M17 ${25 - mood * 2}Q26 ${25 + mood * 9} 35 ${25 - mood * 2}`} />
    </g>
  )
}
