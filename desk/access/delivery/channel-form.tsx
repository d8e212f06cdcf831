import { Alert, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { DeliveryChannel } from '../../../core/contact/delivery/channel.ts'
import type { DeliveryKind } from '../../../core/contact/delivery/notice.ts'
import { announce } from '../../kit/notices.tsx'
import { text } from '../../kit/text.ts'
import { callServer } from '../../sync/server.ts'
import { nothingShape } from '../../sync/server-shapes.ts'
import { type Proof, ProveSelf } from '../prove-self.tsx'
import { useFactorState } from '../use-factor-state.ts'
import type { ChannelSettings } from './channel-shapes.ts'
import { type EmailDraft, EmailFields } from './email-fields.tsx'
import { type HookDraft, HookFields } from './hook-fields.tsx'
import { headersOf, type SmsDraft, SmsFields, unclearLine } from './sms-fields.tsx'

interface FormProps {
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** The whole setting of one way, typed anew: keys and passwords are not kept in this form, nor shown again. */
export function ChannelForm({
  kind,
  known,
  ...rest
}: FormProps & { readonly kind: DeliveryKind; readonly known: ChannelSettings | null }) {
  switch (kind) {
    case 'sms':
      return <SmsForm known={known?.kind === 'sms' ? known : null} {...rest} />
    case 'webhook':
      return <HookForm known={known?.kind === 'webhook' ? known : null} {...rest} />
    case 'email':
      return <EmailForm known={known?.kind === 'email' ? known : null} {...rest} />
  }
}

type Known<Kind extends DeliveryKind> = Extract<ChannelSettings, { readonly kind: Kind }> | null

function SmsForm({ known, ...rest }: FormProps & { readonly known: Known<'sms'> }) {
  const [draft, setDraft] = useState<SmsDraft>({
    url: known?.urlQuerySet === false ? known.url : '',
    method: known?.method ?? 'POST',
    headers: '',
    body: '',
    contentType: 'json',
    goodAnswer: known?.goodAnswer ?? '',
  })
  const line = unclearLine(draft.headers)
  const channel = {
    ...draft,
    kind: 'sms',
    headers: headersOf(draft.headers),
    body: draft.method === 'GET' ? '' : draft.body,
  } as const
  return (
    <Proven channel={line === null ? channel : null} {...rest}>
      <SmsFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
      {line !== null && (
        <Alert role="alert" color="kite" variant="light">
          <Text c="gray.9">{text('delivery:settings.headerUnclear', { line })}</Text>
        </Alert>
      )}
    </Proven>
  )
}

function HookForm({ known, ...rest }: FormProps & { readonly known: Known<'webhook'> }) {
  const [draft, setDraft] = useState<HookDraft>({
    url: known?.urlQuerySet === false ? known.url : '',
    secret: '',
  })
  return (
    <Proven channel={{ ...draft, kind: 'webhook' }} {...rest}>
      <HookFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
    </Proven>
  )
}

function EmailForm({ known, ...rest }: FormProps & { readonly known: Known<'email'> }) {
  const [draft, setDraft] = useState<EmailDraft>({
    host: known?.host ?? '',
    port: known?.port ?? 465,
    secure: 'tls',
    user: known?.user ?? '',
    password: '',
    from: known?.from ?? '',
  })
  return (
    <Proven channel={{ ...draft, kind: 'email' }} {...rest}>
      <EmailFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
    </Proven>
  )
}

/** `channel` is null while what is typed cannot be read; the note beside it says what is wrong. */
function Proven({
  channel,
  onSaved,
  onClose,
  children,
}: FormProps & { readonly channel: DeliveryChannel | null; readonly children: ReactNode }) {
  const { state } = useFactorState()
  const save = async (proof: Proof) => {
    if (channel === null) return { ok: true, value: null } as const
    const body = { ...proof, channel }
    const answer = await callServer('/api/delivery/channels/set', body, nothingShape)
    if (answer.ok) {
      announce({ words: text('delivery:settings.saved') })
      onSaved()
    }
    return answer
  }
  return (
    <ProveSelf
      hasFactor={state !== null && state.by !== null}
      label={text('kit:save')}
      onProven={save}
      onClose={onClose}
    >
      {children}
      <Text size="sm">{text('delivery:settings.wholeHint')}</Text>
    </ProveSelf>
  )
}
