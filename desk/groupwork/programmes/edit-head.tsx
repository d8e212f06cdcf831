import { Stack, Textarea, TextInput } from '@mantine/core'
import type { Programme } from '../../../core/groupwork/programme.ts'
import { text } from '../../kit/index.ts'
import { LinesField } from './lines-field.tsx'

const longTexts = [
  ['summary', 2000],
  ['theory', 4000],
  ['audience', 2000],
] as const
const lists = ['preparation', 'safetyRules', 'followUp'] as const

/** What the programme is and for whom. Its code, version and language are its name and stay. */
export function EditHead({
  draft,
  beside,
  onChange,
}: {
  readonly draft: Programme
  readonly beside: Programme | null
  readonly onChange: (part: Partial<Programme>) => void
}) {
  return (
    <Stack gap="sm">
      <TextInput
        label={text('groupwork:library.name')}
        {...(beside === null ? {} : { description: beside.title })}
        required
        maxLength={120}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      {longTexts.map(([field, most]) => (
        <Textarea
          key={field}
          label={text(`groupwork:library.head.${field}`)}
          {...(beside === null ? {} : { description: beside[field] })}
          autosize
          maxLength={most}
          value={draft[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
      {lists.map((field) => (
        <LinesField
          key={field}
          label={text(`groupwork:library.oneALine`, {
            label: text(`groupwork:library.head.${field}`),
          })}
          lines={draft[field]}
          most={30}
          beside={beside?.[field]}
          onChange={(lines) => onChange({ [field]: lines })}
        />
      ))}
    </Stack>
  )
}
