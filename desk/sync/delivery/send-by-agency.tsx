import { Alert, Blockquote, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { DeliveryKind, Notice } from '../../../core/contact/delivery/notice.ts'
import { ConfirmButton } from '../../kit/confirm-button.tsx'
import { DoingNote } from '../../kit/notes.tsx'
import { SegmentedChoice } from '../../kit/segmented-choice.tsx'
import { type Language, languages, refusalText, text } from '../../kit/text.ts'
import { callServer, ServerTrouble } from '../server.ts'
import { useOnline } from '../use-state-of-desk.ts'
import { type Ways, waysShape, writeOutcome } from './notice-shapes.ts'
import { type Sending, useSending } from './use-sending.ts'

/** The link as it was just made; its address is known only here, and only now. */
export interface LinkToSend {
  readonly familyId: string
  readonly linkId: string
  readonly address: string
}

/** Where the agency has set a way of sending up: the exact sentence, the end of the number, and one tap. Otherwise nothing. */
export function SendByAgency({ link }: { readonly link: LinkToSend }) {
  const online = useOnline()
  const [language, setLanguage] = useState<Language>('zh-CN')
  const ways = useWays(link, language, online)
  const sending = useSending()
  if (ways === null || (ways.ways.length === 0 && ways.without.length === 0)) return null
  if (!online)
    return (
      <>
        <Outcome sending={sending} />
        <Text size="sm">{text('delivery:card.offline')}</Text>
      </>
    )
  return (
    <Stack gap="xs" role="group" aria-label={text('delivery:card.title')} className="no-print">
      <Text fw={600}>{text('delivery:card.title')}</Text>
      <Text size="sm" c="gray.7">
        {text('delivery:card.hint')}
      </Text>
      <SegmentedChoice
        label={text('delivery:card.language')}
        options={languages.map((value) => ({ value, label: text(`delivery:languages.${value}`) }))}
        value={language}
        onChange={setLanguage}
      />
      <Blockquote p="xs" m={0} style={{ overflowWrap: 'anywhere' }} lang={language}>
        {ways.text}
      </Blockquote>
      <Group gap="xs">
        {ways.ways.map(({ kind, to }) => (
          <SendButton
            key={kind}
            kind={kind}
            to={to}
            last={sending.notice}
            busy={sending.doing.busy}
            onSend={() => void sending.send('/api/notices/send', { ...link, kind, language })}
          />
        ))}
      </Group>
      {ways.without.map(({ kind, why }) => (
        <Text key={kind} size="sm">
          {text('delivery:card.without', {
            way: text(`delivery:kinds.${kind}`),
            why: refusalText({ id: why, details: {} }),
          })}
        </Text>
      ))}
      <Outcome sending={sending} />
    </Stack>
  )
}

/** After one that arrived, or may have, another one is asked about first. */
function SendButton({
  kind,
  to,
  last,
  busy,
  onSend,
}: {
  readonly kind: DeliveryKind
  readonly to: string
  readonly last: Notice | null
  readonly busy: boolean
  readonly onSend: () => void
}) {
  const mine = last?.kind === kind ? last.state : null
  if (mine === 'sent' || mine === 'unknown')
    return (
      <ConfirmButton
        loading={busy}
        question={text('delivery:card.againQuestion')}
        confirmLabel={text('delivery:card.again')}
        onConfirm={onSend}
      >
        {text('delivery:card.again')}
      </ConfirmButton>
    )
  return (
    <Button variant="default" loading={busy} onClick={onSend}>
      {text(mine === 'sending' ? 'delivery:card.look' : `delivery:card.${kind}`, { to })}
    </Button>
  )
}

/** How it ended. Without an answer it may have left, which is not the same as not sent. */
export function Outcome({ sending: { doing, notice } }: { readonly sending: Sending }) {
  if (doing.trouble !== null)
    return (
      <>
        <DoingNote doing={doing} />
        <Text fw={600}>{text('delivery:card.unanswered')}</Text>
      </>
    )
  if (doing.refusal !== null) return <DoingNote doing={doing} />
  if (notice === null || doing.busy) return null
  return (
    <Alert
      role={notice.state === 'sent' ? 'status' : 'alert'}
      color={notice.state === 'sent' ? 'gray' : 'yellow'}
      variant="light"
    >
      <Text c="gray.9">{writeOutcome(notice)}</Text>
    </Alert>
  )
}

/** What the server knows of ways and words; nothing where it cannot be asked or refuses: the other ways stand there anyway. */
function useWays({ familyId, linkId, address }: LinkToSend, language: Language, online: boolean) {
  const [ways, setWays] = useState<Ways | null>(null)
  useEffect(() => {
    if (!online) return
    let current = true
    const ask = async () => {
      try {
        const body = { familyId, linkId, address, language }
        const answer = await callServer('/api/notices/ways', body, waysShape)
        if (current) setWays(answer.ok ? answer.value : null)
      } catch (trouble) {
        if (!(trouble instanceof ServerTrouble)) throw trouble
      }
    }
    ask().catch(reportError)
    return () => {
      current = false
    }
  }, [familyId, linkId, address, language, online])
  return ways
}
