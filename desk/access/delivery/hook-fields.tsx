import type { WebhookChannel } from '../../../core/contact/delivery/channel.ts'
import { SecretInput } from '../../kit/secret-input.tsx'
import { text } from '../../kit/text.ts'

export type HookDraft = Omit<WebhookChannel, 'kind'>

/** The address may hold a key of its own, so it is covered like the key. */
export function HookFields({
  draft,
  set,
}: {
  readonly draft: HookDraft
  readonly set: (part: Partial<HookDraft>) => void
}) {
  return (
    <>
      <SecretInput
        label={text('delivery:settings.fields.url')}
        description={text('delivery:settings.fields.hookHint')}
        required
        maxLength={2000}
        autoComplete="off"
        value={draft.url}
        onChange={({ currentTarget }) => set({ url: currentTarget.value })}
      />
      <SecretInput
        label={text('delivery:settings.fields.secret')}
        description={text('delivery:settings.fields.secretHint')}
        required
        minLength={16}
        maxLength={200}
        autoComplete="off"
        value={draft.secret}
        onChange={({ currentTarget }) => set({ secret: currentTarget.value })}
      />
    </>
  )
}
