import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import type { DeliveryKind } from '../../../core/contact/delivery/notice.ts'
import { formatTime } from '../../kit/format.ts'
import { announce } from '../../kit/notices.tsx'
import { type Fact, Facts, Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { callServer } from '../../sync/server.ts'
import { nothingShape } from '../../sync/server-shapes.ts'
import { type Proof, ProveSelf } from '../prove-self.tsx'
import { useFactorState } from '../use-factor-state.ts'
import { ChannelForm } from './channel-form.tsx'
import type { ChannelSettings, SetChannel } from './channel-shapes.ts'
import { TestSending } from './test-sending.tsx'

/** One way of sending: what leaves by it, whether it is on, and the steps to change that. */
export function ChannelSection({
  kind,
  channel,
  testWords,
  onChanged,
}: {
  readonly kind: DeliveryKind
  readonly channel: SetChannel | null
  readonly testWords: string
  readonly onChanged: () => void
}) {
  const [step, setStep] = useState<'rest' | 'form' | 'remove'>('rest')
  const rest = () => setStep('rest')
  const changed = () => {
    rest()
    onChanged()
  }
  return (
    <Section
      title={text(`delivery:kinds.${kind}`)}
      hint={text(`delivery:settings.explain.${kind}`)}
    >
      <StateLine channel={channel} />
      {channel !== null && step === 'rest' && <Facts rows={factsOf(channel.settings)} />}
      {step === 'rest' && (
        <Group>
          <Button variant="default" onClick={() => setStep('form')}>
            {text(channel === null ? 'delivery:settings.setUp' : 'delivery:settings.change')}
          </Button>
          {channel !== null && (
            <Button variant="default" onClick={() => setStep('remove')}>
              {text('delivery:settings.remove')}
            </Button>
          )}
        </Group>
      )}
      {step === 'form' && (
        <ChannelForm
          kind={kind}
          known={channel?.settings ?? null}
          onSaved={changed}
          onClose={rest}
        />
      )}
      {step === 'remove' && <Removal kind={kind} onRemoved={changed} onClose={rest} />}
      {channel !== null && step === 'rest' && (
        <TestSending kind={kind} words={testWords} onSent={onChanged} />
      )}
    </Section>
  )
}

function StateLine({ channel }: { readonly channel: SetChannel | null }) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  if (channel === null) return <Text fw={600}>{text('delivery:settings.off')}</Text>
  const time = formatTime(channel.setAt)
  const name = names.get(channel.setBy ?? '')
  return (
    <Text fw={600}>
      {name === undefined
        ? text('delivery:settings.on', { time })
        : text('delivery:settings.onBy', { time, name })}
    </Text>
  )
}

function Removal({
  kind,
  onRemoved,
  onClose,
}: {
  readonly kind: DeliveryKind
  readonly onRemoved: () => void
  readonly onClose: () => void
}) {
  const { state } = useFactorState()
  const remove = async (proof: Proof) => {
    const body = { ...proof, kind }
    const answer = await callServer('/api/delivery/channels/delete', body, nothingShape)
    if (answer.ok) {
      announce({ words: text('delivery:settings.removed') })
      onRemoved()
    }
    return answer
  }
  return (
    <ProveSelf
      hasFactor={state !== null && state.by !== null}
      label={text('delivery:settings.remove')}
      onProven={remove}
      onClose={onClose}
    />
  )
}

/** Of what is secret only that it is set. */
function factsOf(settings: ChannelSettings): readonly Fact[] {
  const label = (name: string) => text(`delivery:settings.fields.${name}`)
  const secret = (isSet: boolean) =>
    text(isSet ? 'delivery:settings.isSet' : 'delivery:settings.notSet')
  switch (settings.kind) {
    case 'sms':
      return [
        { label: label('url'), value: `${settings.method} ${settings.url}` },
        { label: label('query'), value: secret(settings.urlQuerySet) },
        { label: label('headers'), value: settings.headers.map(({ name }) => name).join(', ') },
        { label: label('body'), value: secret(settings.bodySet) },
        { label: label('goodAnswer'), value: settings.goodAnswer },
      ]
    case 'webhook':
      return [
        { label: label('url'), value: settings.url },
        { label: label('query'), value: secret(settings.urlQuerySet) },
        { label: label('secret'), value: secret(settings.secretSet) },
      ]
    case 'email':
      return [
        { label: label('host'), value: `${settings.host}:${settings.port}` },
        { label: label('secure'), value: text(`delivery:settings.secures.${settings.secure}`) },
        { label: label('user'), value: settings.user },
        { label: label('password'), value: secret(settings.passwordSet) },
        { label: label('from'), value: settings.from },
      ]
  }
}
