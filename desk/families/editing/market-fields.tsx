import type { Availability, MarketDays } from '../../../core/families/availability.ts'
import { SegmentedChoice, text } from '../../kit/index.ts'
import styles from './week-grid.module.css'

const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
const calendars = ['lunar', 'solar'] as const

/** On which days the village goes to market: the last figure of the day, by the calendar that people use there. */
export function MarketFields({
  market,
  onChange,
}: {
  readonly market: Availability['market']
  readonly onChange: (market: MarketDays | null) => void
}) {
  const { calendar, ends }: MarketDays = market ?? { calendar: 'lunar', ends: [] }
  const toggle = (end: number) => {
    const next = ends.includes(end) ? ends.filter((other) => other !== end) : [...ends, end]
    onChange(next.length === 0 ? null : { calendar, ends: next })
  }
  return (
    <fieldset className={styles.market}>
      <legend>{text('families:availability.market')}</legend>
      <p>{text('families:availability.marketHint')}</p>
      <div className={styles.ends}>
        {figures.map((end) => (
          <button
            key={end}
            type="button"
            className={[styles.slot, ends.includes(end) ? styles.free : styles.no].join(' ')}
            aria-pressed={ends.includes(end)}
            onClick={() => toggle(end)}
          >
            {text('families:availability.marketEnd', { end: end === 0 ? 10 : end })}
          </button>
        ))}
      </div>
      {market !== null && (
        <SegmentedChoice
          label={text('families:availability.calendar')}
          options={calendars.map((value) => ({
            value,
            label: text(`families:availability.calendars.${value}`),
          }))}
          value={calendar}
          onChange={(next) => onChange({ calendar: next, ends })}
        />
      )}
    </fieldset>
  )
}
