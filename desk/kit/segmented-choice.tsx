import { type ReactNode, useId } from 'react'
import styles from './segmented-choice.module.css'

export interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

export interface SegmentedChoiceProps<Value extends string> {
  readonly label: string
  /** The label is read but not shown, where a table's heading says it already. */
  readonly labelHidden?: boolean
  readonly options: readonly ChoiceOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  readonly hint?: string
}

/** One of a few, by thumb: native radio buttons in large boxes, so that keyboard and screen reader know them. */
export function SegmentedChoice<Value extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onChange,
  disabled = false,
  hint,
}: SegmentedChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice} disabled={disabled}>
      <legend className={labelHidden ? styles.hidden : styles.legend}>{label}</legend>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled === true}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.face}>
              {option.icon}
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
