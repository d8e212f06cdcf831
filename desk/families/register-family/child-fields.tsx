import { Button, TextInput } from '@mantine/core'
import { DateField, SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../families.module.css'
import type { ChildForm } from './family-form.ts'

const sexes = ['female', 'male'] as const

export function ChildFields({
  child,
  number,
  onChange,
  onRemove,
  today,
}: {
  readonly child: ChildForm
  readonly number: number
  readonly onChange: (change: Partial<ChildForm>) => void
  readonly onRemove: (() => void) | null
  readonly today: string
}) {
  return (
    <fieldset className={styles.person}>
      <legend>{text('families:new.child', { number })}</legend>
      <div className={styles.fields}>
        <TextInput
          label={text('families:fields.name')}
          required={number === 1}
          maxLength={80}
          autoComplete="off"
          value={child.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <DateField
          label={text('families:fields.bornOn')}
          max={today}
          value={child.bornOn}
          onChange={(bornOn) => onChange({ bornOn })}
        />
        <SegmentedChoice
          label={text('families:fields.sex')}
          options={sexes.map((value) => ({ value, label: text(`families:sex.${value}`) }))}
          value={child.sex === 'unknown' ? null : child.sex}
          onChange={(sex) => onChange({ sex })}
        />
        {onRemove !== null && (
          <Button variant="default" onClick={onRemove}>
            {text('families:new.removeChild')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
