import { Textarea } from '@mantine/core'

/** A list of short texts, one a line; empty lines disappear when the field is left. */
export function LinesField({
  label,
  lines,
  most,
  beside,
  onChange,
}: {
  readonly label: string
  readonly lines: readonly string[]
  readonly most: number
  /** The same lines in the other language, to translate from. */
  readonly beside?: readonly string[] | undefined
  readonly onChange: (lines: string[]) => void
}) {
  return (
    <Textarea
      label={label}
      {...(beside === undefined || beside.length === 0 ? {} : { description: beside.join(' / ') })}
      autosize
      value={lines.join('\n')}
      onChange={(event) => onChange(event.currentTarget.value.split('\n').slice(0, most))}
      onBlur={() => onChange(lines.map((line) => line.trim()).filter(Boolean))}
    />
  )
}
