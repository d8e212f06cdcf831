import { type Availability, dayParts, weekdays } from '../../../core/families/availability.ts'
import { text } from '../../kit/index.ts'
import styles from './week-grid.module.css'

type Slots = Availability['slots']
const signs = { free: '✓', maybe: '?', no: '' } as const

/** Seven days by four parts of the day; each tap goes on from not free to free to maybe. */
export function WeekGrid({
  slots,
  onChange,
}: {
  readonly slots: Slots
  readonly onChange: (slots: Slots) => void
}) {
  return (
    <table className={styles.grid}>
      <thead>
        <tr>
          <td />
          {dayParts.map((part) => (
            <th key={part} scope="col">
              {text(`families:availability.part.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday) => (
          <tr key={weekday}>
            <th scope="row">{text(`families:availability.weekday.${weekday}`)}</th>
            {dayParts.map((part) => {
              const slot = `${weekday} ${part}`
              const state = slots[slot] ?? 'no'
              const words = {
                weekday: text(`families:availability.weekday.${weekday}`),
                part: text(`families:availability.part.${part}`),
                state: text(`families:availability.state.${state}`),
              }
              return (
                <td key={part}>
                  <button
                    type="button"
                    className={[styles.slot, styles[state]].join(' ')}
                    aria-label={text('families:availability.slot', words)}
                    onClick={() => onChange(turned(slots, slot))}
                  >
                    {signs[state]}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function turned(slots: Slots, slot: string): Slots {
  const rest = Object.fromEntries(Object.entries(slots).filter(([other]) => other !== slot))
  const state = slots[slot]
  if (state === 'maybe') return rest
  return { ...rest, [slot]: state === undefined ? 'free' : 'maybe' }
}
