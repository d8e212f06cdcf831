import { type ReactNode, useId } from 'react'
import styles from './attendance.module.css'

export interface ThumbOption<Value extends string | number> {
  readonly value: Value
  /** Read out, and shown when nothing shorter stands on the button. */
  readonly label: string
  readonly face?: ReactNode
}

/** Native radio buttons in one line: thumb, keyboard and screen reader alike. */
export function ThumbChoice<Value extends string | number>({
  label,
  options,
  value,
  disabled = false,
  lastApart = false,
  onChange,
  onAgain,
}: {
  readonly label: string
  readonly options: readonly ThumbOption<Value>[]
  readonly value: Value | null
  readonly disabled?: boolean
  /** The last answer says no and looks unlike the others. */
  readonly lastApart?: boolean
  readonly onChange: (value: Value) => void
  /** The chosen one was touched again. */
  readonly onAgain?: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset
      className={styles.choice}
      data-last-apart={lastApart}
      style={{ gridTemplateColumns: `repeat(${options.length}, 1fr)` }}
      disabled={disabled}
    >
      <legend className={styles.hidden}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            aria-label={option.label}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onClick={() => value === option.value && onAgain?.(option.value)}
          />
          <span className={styles.face}>{option.face ?? option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
