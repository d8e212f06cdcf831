import { Textarea, TextInput } from '@mantine/core'
import type { SmsChannel } from '../../../core/contact/delivery/channel.ts'
import { SecretInput } from '../../kit/secret-input.tsx'
import { SegmentedChoice } from '../../kit/segmented-choice.tsx'
import { text } from '../../kit/text.ts'

/** As it is typed: headers are lines. */
export interface SmsDraft extends Omit<SmsChannel, 'kind' | 'headers'> {
  readonly headers: string
}

const linesOf = (headers: string): readonly string[] => headers.split('\n')

/** The first line that is no header, counted from one. */
export function unclearLine(headers: string): number | null {
  const at = linesOf(headers).findIndex((line) => line.trim() !== '' && line.indexOf(':') < 1)
  return at < 0 ? null : at + 1
}

export function headersOf(headers: string): SmsChannel['headers'] {
  return linesOf(headers)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf(':')
      return { name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }
    })
}

export function SmsFields({
  draft,
  set,
}: {
  readonly draft: SmsDraft
  readonly set: (part: Partial<SmsDraft>) => void
}) {
  const contentTypes = ['json', 'form', 'text'] as const
  return (
    <>
      <SecretInput
        label={text('delivery:settings.fields.url')}
        description={text('delivery:settings.fields.urlHint')}
        required
        maxLength={2000}
        autoComplete="off"
        value={draft.url}
        onChange={({ currentTarget }) => set({ url: currentTarget.value })}
      />
      <SegmentedChoice
        label={text('delivery:settings.fields.method')}
        options={(['POST', 'GET'] as const).map((value) => ({ value, label: value }))}
        value={draft.method}
        onChange={(method) => set({ method })}
      />
      <Textarea
        label={text('delivery:settings.fields.headers')}
        description={text('delivery:settings.fields.headersHint')}
        autosize
        autoComplete="off"
        spellCheck={false}
        value={draft.headers}
        onChange={({ currentTarget }) => set({ headers: currentTarget.value })}
      />
      {draft.method === 'POST' && (
        <>
          <SegmentedChoice
            label={text('delivery:settings.fields.contentType')}
            options={contentTypes.map((value) => ({
              value,
              label: text(`delivery:settings.contentTypes.${value}`),
            }))}
            value={draft.contentType}
            onChange={(contentType) => set({ contentType })}
          />
          <Textarea
            label={text('delivery:settings.fields.body')}
            description={text('delivery:settings.fields.bodyHint')}
            autosize
            minRows={2}
            maxLength={4000}
            autoComplete="off"
            spellCheck={false}
            value={draft.body}
            onChange={({ currentTarget }) => set({ body: currentTarget.value })}
          />
        </>
      )}
      <TextInput
        label={text('delivery:settings.fields.goodAnswer')}
        description={text('delivery:settings.fields.goodAnswerHint')}
        maxLength={200}
        autoComplete="off"
        value={draft.goodAnswer}
        onChange={({ currentTarget }) => set({ goodAnswer: currentTarget.value })}
      />
    </>
  )
}
