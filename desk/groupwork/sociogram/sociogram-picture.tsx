import type {
  PlacedMember,
  PlacedSociogram,
  PlacedTie,
} from '../../../core/groupwork/members/place-sociogram.ts'
import { type TieKind, tieKinds } from '../../../core/groupwork/members/member-mark.ts'
import { text } from '../../kit/index.ts'
import styles from './sociogram.module.css'

/** The circle: who is where, and the lines between. What it shows is written out beside it. */
export function SociogramPicture({
  placed: { size, radius, members, ties },
  label,
  chosen = null,
  onTouch,
}: {
  readonly placed: PlacedSociogram
  readonly label: string
  readonly chosen?: string | null
  /** Every member who was there can be touched. */
  readonly onTouch?: (seatId: string) => void
}) {
  const share = (length: number) => `${(100 * length) / size}%`
  return (
    <div className={styles.frame} style={{ maxWidth: size * 1.35 }}>
      <svg className={styles.picture} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
        {ties.map((tie) => (
          <TieLine key={`${tie.kind} ${tie.from.id} ${tie.to.id}`} tie={tie} />
        ))}
        {members.map((member) => (
          <MemberSpot
            key={member.seat.id}
            member={member}
            radius={radius}
            chosen={member.seat.id === chosen}
          />
        ))}
      </svg>
      {onTouch !== undefined &&
        members
          .filter(({ there }) => there)
          .map(({ seat, x, y }) => (
            <button
              key={seat.id}
              type="button"
              className={styles.touch}
              style={{ left: share(x), top: share(y), width: share(2 * radius + 4) }}
              aria-label={seat.displayName}
              aria-pressed={seat.id === chosen}
              onClick={() => onTouch(seat.id)}
            />
          ))}
    </div>
  )
}

const mostLetters = 7

function MemberSpot({
  member: { seat, x, y, there, alone },
  radius,
  chosen,
}: {
  readonly member: PlacedMember
  readonly radius: number
  readonly chosen: boolean
}) {
  const lines = linesOf(seat.displayName)
  return (
    <g>
      <title>{seat.displayName}</title>
      <circle
        className={styles.circle}
        cx={x}
        cy={y}
        r={radius}
        data-there={there}
        data-adult={seat.strand !== 'child'}
        data-alone={alone}
        data-chosen={chosen}
      />
      {lines.map((line, place) => (
        <text
          key={line}
          className={styles.name}
          x={x}
          y={y + (place - (lines.length - 1) / 2) * 13}
          data-there={there}
          data-chosen={chosen}
        >
          {line}
        </text>
      ))}
    </g>
  )
}

/** A Chinese name in one line, a name of several words in two. */
function linesOf(name: string): readonly string[] {
  const [first = '', ...rest] = name.split(/\s+/)
  const lines = rest.length === 0 ? [first] : [first, rest.join(' ')]
  return lines.map((line) =>
    line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line,
  )
}

/** Each kind has its own way of being drawn, so that no colour is needed to tell them apart. */
function TieLine({
  tie: { kind, mutual, fromX, fromY, throughX, throughY, toX, toY },
}: {
  readonly tie: Omit<PlacedTie, 'from' | 'to'>
}) {
  const middleX = (fromX + 2 * throughX + toX) / 4
  const middleY = (fromY + 2 * throughY + toY) / 4
  return (
    <g>
      <path
        className={styles.line}
        data-kind={kind}
        d={`M${fromX} ${fromY}Q${throughX} ${throughY} ${toX} ${toY}`}
      />
      <Head kind={kind} x={toX} y={toY} awayX={throughX} awayY={throughY} />
      {mutual && <Head kind={kind} x={fromX} y={fromY} awayX={throughX} awayY={throughY} />}
      {kind === 'clash' && (
        <path
          className={styles.line}
          data-kind={kind}
          d={`M${middleX - 6} ${middleY - 6}l12 12m0 -12l-12 12`}
        />
      )}
    </g>
  )
}

function Head({
  kind,
  x,
  y,
  awayX,
  awayY,
}: {
  readonly kind: TieKind
  readonly x: number
  readonly y: number
  /** From where the line comes. */
  readonly awayX: number
  readonly awayY: number
}) {
  const length = Math.max(1, Math.hypot(x - awayX, y - awayY))
  const [alongX, alongY] = [(x - awayX) / length, (y - awayY) / length]
  const [backX, backY] = [x - alongX * 9, y - alongY * 9]
  const corners = [
    [x + alongX * 2, y + alongY * 2],
    [backX - alongY * 5, backY + alongX * 5],
    [backX + alongY * 5, backY - alongX * 5],
  ]
  return (
    <polygon
      className={styles.head}
      data-kind={kind}
      points={corners.map((corner) => corner.join(',')).join(' ')}
    />
  )
}

const legendLine = { fromX: 1, fromY: 7, throughX: 16, throughY: 7, toX: 31, toY: 7 }

export function SociogramLegend() {
  return (
    <ul className={styles.legend}>
      {tieKinds.map((kind) => (
        <li key={kind}>
          <svg width="34" height="14" aria-hidden="true">
            <TieLine tie={{ ...legendLine, kind, mutual: false }} />
          </svg>
          {text(`groupwork:tie.${kind}`)}
        </li>
      ))}
      <li>
        <svg width="20" height="20" aria-hidden="true">
          <circle className={styles.circle} cx="10" cy="10" r="7" data-alone="true" />
        </svg>
        {text('groupwork:sociogram.alone')}
      </li>
    </ul>
  )
}
