import { placeEffect } from '../../../core/inquiry/evidence/place-effect.ts'
import type { Effect } from '../../../core/inquiry/evidence/source-facts.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, formatNumber, text } from '../../kit/index.ts'
import styles from './evidence.module.css'

/** One effect in words, and drawn where its interval or range is stated. */
export function EffectLine({ effect }: { readonly effect: Effect }) {
  const what = readWords(effect.what, currentLanguage())
  return (
    <div className={styles.effect}>
      <span>
        {text('evidence:effectLine', {
          what,
          direction: text(`evidence:direction.${effect.direction}`),
          figure: figureOf(effect),
        })}
      </span>
      <Drawing effect={effect} what={what} />
    </div>
  )
}

function figureOf({ value, from, to, level }: Effect): string {
  const shown = (one: number | null) => (one === null ? '' : formatNumber(one, digitsOf(one)))
  const ends = { value: shown(value), from: shown(from), to: shown(to), level: shown(level) }
  if (from === null) return value === null ? text('evidence:noFigure') : ends.value
  if (value === null)
    return text(level === null ? 'evidence:rangeOnly' : 'evidence:intervalOnly', ends)
  return text(level === null ? 'evidence:withRange' : 'evidence:withInterval', ends)
}

/** As many digits as were published, up to three. */
function digitsOf(value: number): number {
  return Math.min(3, (String(value).split('.')[1] ?? '').length)
}

const width = 220
const height = 34
const line = 12

/** Ink on paper, told apart by shape alone: whiskers for the interval, a square for the value, a dashed line for no effect. */
function Drawing({ effect, what }: { readonly effect: Effect; readonly what: string }) {
  const placed = placeEffect(effect)
  if (placed === null || effect.from === null || effect.to === null) return null
  const at = (share: number): number => share * width
  const numbers = {
    from: formatNumber(effect.from, digitsOf(effect.from)),
    to: formatNumber(effect.to, digitsOf(effect.to)),
  }
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text('evidence:drawing', { what, ...numbers })}
    >
      {placed.neutral !== null && (
        <>
          <line
            x1={at(placed.neutral)}
            x2={at(placed.neutral)}
            y1={2}
            y2={22}
            strokeDasharray="3 2"
          />
          <text x={at(placed.neutral)} y={32} textAnchor={anchorOf(placed.neutral)}>
            {text('evidence:noEffectMark')}
          </text>
        </>
      )}
      <line x1={at(placed.from)} x2={at(placed.to)} y1={line} y2={line} strokeWidth={2} />
      {[placed.from, placed.to].map((end) => (
        <line key={end} x1={at(end)} x2={at(end)} y1={line - 5} y2={line + 5} strokeWidth={2} />
      ))}
      {placed.value !== null && (
        <rect x={at(placed.value) - 4} y={line - 4} width={8} height={8} className={styles.value} />
      )}
    </svg>
  )
}

function anchorOf(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.2) return 'start'
  return share > 0.8 ? 'end' : 'middle'
}
