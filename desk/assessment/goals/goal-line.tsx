import type { GoalPoint } from '../../../core/assessment/goals/goal-line.ts'
import { daysBetween } from '../../../core/kit/dates.ts'
import { formatDay, text } from '../../kit/index.ts'
import styles from './goals.module.css'

const size = { width: 340, height: 150, left: 34, right: 14, top: 12, row: 27 }
const levels = [2, 1, 0, -1, -2] as const

/** A goal's way over time: each rating and review on its day; by whom is told by the sign's shape. */
export function GoalLine({
  points,
  name,
}: {
  readonly points: readonly GoalPoint[]
  readonly name: string
}) {
  const rated = points.flatMap(({ level, ...one }) => (level === null ? [] : [{ ...one, level }]))
  const [first] = rated
  const last = rated.at(-1)
  if (first === undefined || last === undefined || rated.length < 2) return null
  const days = Math.max(1, daysBetween(first.on, last.on))
  const width = size.width - size.left - size.right
  const placed = rated.map((one) => ({
    ...one,
    x: size.left + (daysBetween(first.on, one.on) / days) * width,
    y: size.top + (2 - one.level) * size.row,
  }))
  const own = placed.filter(({ by }) => by === 'staff')
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className={styles.line}
      role="img"
      aria-label={text('goals:lineOf', { goal: name })}
    >
      {levels.map((level) => {
        const y = size.top + (2 - level) * size.row
        return (
          <g key={level}>
            <line
              x1={size.left}
              x2={size.width - size.right}
              y1={y}
              y2={y}
              className={level === 0 ? styles.aim : styles.rule}
            />
            <text x={size.left - 8} y={y + 4} textAnchor="end">
              {writeLevel(level)}
            </text>
          </g>
        )
      })}
      <polyline points={own.map(({ x, y }) => `${x},${y}`).join(' ')} className={styles.way} />
      {placed.map(({ x, y, by, of, on }) => (
        <path
          key={`${on} ${of} ${by}`}
          d={signOf(by, x, y)}
          data-by={by}
          className={styles.point}
        />
      ))}
      <text x={size.left} y={size.height - 6}>
        {formatDay(first.on)}
      </text>
      <text x={size.width - size.right} y={size.height - 6} textAnchor="end">
        {formatDay(last.on)}
      </text>
    </svg>
  )
}

export function writeLevel(level: number): string {
  return level > 0 ? `+${level}` : String(level).replace('-', '−')
}

/** Circle, triangle, square: a print in black and white says the same. */
function signOf(by: GoalPoint['by'], x: number, y: number): string {
  switch (by) {
    case 'staff':
      return `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`
    case 'child':
      return `M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}Z`
    case 'adult':
      return `M${x - 5} ${y - 5}h10v10h-10Z`
  }
}
