import { Stack, Textarea } from '@mantine/core'
import { needsWord } from '../../../core/casework/transfer/refuse-transfer.ts'
import type { Transfer } from '../../../core/casework/transfer/transfer-shape.ts'
import { DateField, Section, text } from '../../kit/index.ts'
import type { RecordForm } from '../../sync/index.ts'
import { labelOf } from './transfer-parts.tsx'

type FormProps = { readonly form: RecordForm<Transfer> }
type Word = 'reason' | 'problem' | 'workDone' | 'expectation' | 'purpose'

const asked = {
  wholeCase: ['reason', 'problem', 'workDone', 'expectation', 'purpose'],
  service: ['expectation', 'purpose'],
} as const satisfies Record<Transfer['what'], readonly Word[]>
const ofWholeCase = ['reason', 'problem', 'workDone'] as const
/** Of one service only what shall be done and what for; the rest stands folded away, open as soon as something is in it. */
export function WhyFields({ form }: FormProps) {
  const { fields, set } = form
  return (
    <Section title={text('transfer:form.why')}>
      {asked[fields.what].map((name) => (
        <WordField key={name} name={name} form={form} />
      ))}
      {fields.what === 'service' && (
        <details open={ofWholeCase.some((name) => fields[name].trim() !== '')}>
          <summary>{text('transfer:form.more')}</summary>
          <Stack gap="sm" mt="xs">
            {ofWholeCase.map((name) => (
              <WordField key={name} name={name} form={form} />
            ))}
          </Stack>
        </details>
      )}
      <DateField
        label={labelOf('followUpOn')}
        description={text('transfer:form.followUpHint')}
        value={fields.followUpOn}
        onChange={(followUpOn) => set({ followUpOn })}
      />
    </Section>
  )
}

function WordField({ name, form: { fields, set } }: FormProps & { readonly name: Word }) {
  const hint = hintOf(name, fields.what)
  return (
    <Textarea
      label={labelOf(name)}
      {...(hint === null ? {} : { description: hint })}
      withAsterisk={needsWord(fields, name)}
      autosize
      minRows={2}
      maxLength={4000}
      value={fields[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  )
}

function hintOf(name: Word, what: Transfer['what']): string | null {
  if (name === 'purpose') return text('transfer:form.purposeHint')
  if (name === 'expectation' && what === 'service') return text('transfer:form.expectationHint')
  return name === 'reason' ? text('transfer:form.reasonHint') : null
}
