import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { text } from '../../kit/index.ts'
import { isNumberText, type LineField, type SourceInput, type WordField } from './source-form.ts'

export interface SourcePart {
  readonly input: SourceInput
  readonly set: (part: Partial<SourceInput>) => void
}

export function Line({
  input,
  set,
  field,
  hint,
  error,
  required = false,
  longest = 400,
}: SourcePart & {
  readonly field: Exclude<LineField, 'notes'>
  readonly hint?: string
  readonly error?: string | undefined
  readonly required?: boolean
  readonly longest?: number
}) {
  return (
    <TextInput
      label={text(`evidence:edit.${field}`)}
      description={hint}
      error={error}
      required={required}
      maxLength={field === 'container' ? 200 : longest}
      value={input[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
}

export function NumberLine({
  input,
  set,
  field,
  hint,
}: SourcePart & { readonly field: 'year' | 'people'; readonly hint?: string }) {
  return (
    <TextInput
      label={text(`evidence:edit.${field}`)}
      description={hint}
      inputMode="numeric"
      maxLength={12}
      value={input[field]}
      error={isNumberText(input[field]) ? undefined : text('evidence:edit.badNumber')}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
}

const hints: Partial<Record<WordField, true>> = { shows: true, limits: true }

export function Words({
  input,
  set,
  field,
  required = false,
}: SourcePart & { readonly field: WordField; readonly required?: boolean }) {
  return (
    <Textarea
      label={text(`evidence:edit.${field}`)}
      description={hints[field] === true ? text(`evidence:edit.${field}Hint`) : undefined}
      autosize
      required={required}
      minRows={hints[field] === true ? 2 : 1}
      maxLength={2000}
      value={input[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
}

export function Choice<Value extends string>({
  label,
  options,
  value,
  wordsOf,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Value[]
  readonly value: Value
  readonly wordsOf: (value: Value) => string
  readonly onChange: (value: Value) => void
}) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={options.map((one) => ({ value: one, label: wordsOf(one) }))}
      onChange={(event) => {
        const chosen = options.find((one) => one === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
