import { NativeSelect } from '@mantine/core'
import { text } from '../kit/index.ts'
import styles from './evaluation.module.css'

export interface Choice {
  readonly value: string
  readonly label: string
  /** What stands on paper instead: a code where the screen shows names. */
  readonly onPaper?: string
}

/** One of many, by name; on paper the name of the chosen one stands by itself. */
export function ChoiceField({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly options: readonly Choice[]
  readonly onChange: (value: string) => void
}) {
  const chosen = options.find((one) => one.value === value)
  return (
    <>
      <NativeSelect
        className="no-print"
        label={label}
        description={hint}
        value={value}
        data={[...options]}
        maw="28em"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {chosen !== undefined && (
        <p className={`print-only ${styles.chosen}`}>
          {text('evaluation:finding.chosen', { label, chosen: chosen.onPaper ?? chosen.label })}
        </p>
      )}
    </>
  )
}
