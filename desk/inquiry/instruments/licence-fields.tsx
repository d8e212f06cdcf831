import { NativeSelect } from '@mantine/core'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { text } from '../../kit/index.ts'

type Licence = Instrument['licence']['status']
type Validation = Instrument['validation']['status']

interface FieldProps<Value> {
  readonly value: Value
  readonly onChange: (value: Value) => void
}

const licences = ['ours', 'free', 'permissionNeeded', 'textNotShipped'] as const

export function LicenceField({ value: status, onChange }: FieldProps<Licence>) {
  return (
    <NativeSelect
      label={text('inquiry:instrument.licence')}
      value={status}
      data={licences.map((value) => ({ value, label: text(`inquiry:licenceStatus.${value}`) }))}
      onChange={(event) => {
        const chosen = licences.find((one) => one === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}

const validations = ['notValidated', 'elsewhere', 'inChina', 'withLeftBehindChildren'] as const

export function ValidationField({ value: status, onChange }: FieldProps<Validation>) {
  return (
    <NativeSelect
      label={text('inquiry:instrument.validation')}
      value={status}
      data={validations.map((value) => ({
        value,
        label: text(
          value === 'notValidated'
            ? 'inquiry:form.notValidated'
            : `inquiry:validationStatus.${value}`,
        ),
      }))}
      onChange={(event) => {
        const chosen = validations.find((one) => one === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
