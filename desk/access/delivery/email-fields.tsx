import { NumberInput, TextInput } from '@mantine/core'
import { type EmailChannel, mailSecurities } from '../../../core/contact/delivery/channel.ts'
import { SecretInput } from '../../kit/secret-input.tsx'
import { SegmentedChoice } from '../../kit/segmented-choice.tsx'
import { text } from '../../kit/text.ts'

export type EmailDraft = Omit<EmailChannel, 'kind'>

export function EmailFields({
  draft,
  set,
}: {
  readonly draft: EmailDraft
  readonly set: (part: Partial<EmailDraft>) => void
}) {
  return (
    <>
      <TextInput
        label={text('delivery:settings.fields.host')}
        required
        maxLength={253}
        autoComplete="off"
        value={draft.host}
        onChange={({ currentTarget }) => set({ host: currentTarget.value })}
      />
      <SegmentedChoice
        label={text('delivery:settings.fields.secure')}
        options={mailSecurities.map((value) => ({
          value,
          label: text(`delivery:settings.secures.${value}`),
        }))}
        value={draft.secure}
        onChange={(secure) => set({ secure })}
      />
      <NumberInput
        label={text('delivery:settings.fields.port')}
        required
        min={1}
        max={65_535}
        allowDecimal={false}
        value={draft.port}
        onChange={(port) => set({ port: Number(port) })}
      />
      <TextInput
        label={text('delivery:settings.fields.user')}
        maxLength={200}
        autoComplete="off"
        value={draft.user}
        onChange={({ currentTarget }) => set({ user: currentTarget.value })}
      />
      <SecretInput
        label={text('delivery:settings.fields.password')}
        maxLength={600}
        autoComplete="off"
        value={draft.password}
        onChange={({ currentTarget }) => set({ password: currentTarget.value })}
      />
      <TextInput
        label={text('delivery:settings.fields.from')}
        required
        maxLength={254}
        autoComplete="off"
        value={draft.from}
        onChange={({ currentTarget }) => set({ from: currentTarget.value })}
      />
    </>
  )
}
