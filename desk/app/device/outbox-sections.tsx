import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { isJsonObject } from '../../../core/kit/json.ts'
import { ConfirmButton } from '../../kit/confirm-button.tsx'
import { formatTime } from '../../kit/format.ts'
import { RefusalNote } from '../../kit/notes.tsx'
import { announce } from '../../kit/notices.tsx'
import { Section } from '../../kit/section.tsx'
import { kindText, text, verbText } from '../../kit/text.ts'
import { discardRefused, retryRefused } from '../../sync/act.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import { type OutboxState, useOutbox } from '../../sync/use-state-of-desk.ts'
import { useWaitingFiles } from '../../sync/use-waiting-files.ts'
import { nameOfEntry } from './name-of-entry.ts'
import styles from './device.module.css'

type Item = OutboxState['pending'][number]

/** Unsent, held and refused, each with what the person can do about it. */
export function OutboxSections() {
  const { pending, held, refused } = useOutbox()
  const files = useWaitingFiles().length
  const none = files > 0 ? 'sync:device.pendingOnlyFiles' : 'sync:device.pendingNone'
  return (
    <>
      {refused.length > 0 && (
        <Section title={text('sync:device.refusedTitle')} hint={text('sync:device.refusedHint')}>
          <ul className={styles.items}>
            {refused.map((item) => (
              <RefusedItem key={item.change.id} item={item} />
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={text('sync:device.pendingTitle')}
        hint={pending.length > 0 ? text('sync:device.pendingHint') : text(none)}
      >
        <ItemList items={pending} />
      </Section>
      {held.length > 0 && (
        <Section title={text('sync:device.heldTitle')} hint={text('sync:device.heldHint')}>
          <ItemList items={held} />
        </Section>
      )}
    </>
  )
}

/** Hundreds of lines help nobody; the count stands in the heading's line. */
const mostShown = 100

function ItemList({ items }: { readonly items: readonly Item[] }) {
  if (items.length === 0) return null
  return (
    <ul className={styles.items}>
      {items.slice(0, mostShown).map((item) => (
        <li key={item.change.id}>
          <ItemWords item={item} />
        </li>
      ))}
    </ul>
  )
}

function ItemWords({ item, children }: { readonly item: Item; readonly children?: ReactNode }) {
  const { replica } = useOpenDesk()
  const { change } = item
  const entry = replica.view.entry(change.kind, change.recordId)
  const others = (change.bundle?.of ?? 1) - 1
  return (
    <>
      <Text fw={600}>
        {text('sync:device.item', {
          verb: verbText(change.kind, change.verb),
          kind: kindText(change.kind),
        })}{' '}
        {nameOfEntry(entry?.fields ?? {})}
      </Text>
      <Text size="sm" c="gray.7">
        {formatTime(change.claimedAt)}
        {others > 0 && ` · ${text('sync:device.itemBundle', { count: others })}`}
      </Text>
      {children}
    </>
  )
}

function RefusedItem({ item }: { readonly item: Item }) {
  const { replica, courier, clock } = useOpenDesk()
  const { change } = item
  const resend = () =>
    retryRefused(replica, change.id, clock).then(courier.sendSoon).catch(reportError)
  const copy = () =>
    navigator.clipboard
      .writeText(describeContent(item))
      .then(() => announce({ words: text('sync:device.copied') }))
      .catch(reportError)
  return (
    <li>
      <ItemWords item={item}>
        {item.refusal !== null && <RefusalNote refusal={item.refusal} />}
        <Group gap="xs" mt="xs">
          <Button variant="default" onClick={() => void resend()}>
            {text('sync:device.resend')}
          </Button>
          <Button variant="default" onClick={() => void copy()}>
            {text('sync:device.copy')}
          </Button>
          <ConfirmButton
            question={
              change.bundle === null
                ? text('sync:device.discardQuestion')
                : text('sync:device.discardBundleQuestion')
            }
            confirmLabel={text('sync:device.discard')}
            onConfirm={() => void discardRefused(replica, change.id).catch(reportError)}
          >
            {text('sync:device.discard')}
          </ConfirmButton>
        </Group>
      </ItemWords>
    </li>
  )
}

/** What the person typed, as plain lines for another place. */
function describeContent({ change }: Item): string {
  const written = Object.entries(change.fields).map(([field, what]) => {
    const value =
      'to' in what
        ? what.to
        : [...what.add.map((name) => `+${name}`), ...what.remove.map((name) => `-${name}`)]
    return `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`
  })
  const input =
    isJsonObject(change.input) && Object.keys(change.input).length > 0
      ? [JSON.stringify(change.input)]
      : []
  return [...written, ...input].join('\n')
}
