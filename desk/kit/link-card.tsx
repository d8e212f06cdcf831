import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type LinkToSend, SendByAgency } from '../sync/delivery/send-by-agency.tsx'
import { announce } from './notices.tsx'
import styles from './page.module.css'
import { PrintCard } from './print-card.tsx'
import { text } from './text.ts'

/** A link that was just made, shown this once: to scan, or to paste into a chat. `words` name nobody and say nothing of a case. */
export function LinkCard({
  qrSvg,
  words,
  checkCode,
  link,
}: {
  readonly qrSvg: string
  readonly words: string
  readonly checkCode: string | null
  readonly link: LinkToSend
}) {
  const copy = () => {
    navigator.clipboard.writeText(words).then(
      () => announce({ words: text('access:link.copied') }),
      () => announce({ words: text('access:link.copyByHand') }),
    )
  }
  return (
    <Group align="flex-start" gap="lg" className={styles.linkCard}>
      <img
        width={180}
        height={180}
        alt={text('access:link.qr')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
      />
      <Stack gap="xs" className={styles.linkWords}>
        <Textarea
          label={text('access:link.words')}
          readOnly
          autosize
          value={words}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group>
          <Button onClick={copy}>{text('access:link.copy')}</Button>
          <SendWays words={words} />
          <PrintCard qrSvg={qrSvg} words={words} />
        </Group>
        {checkCode !== null && <Text>{text('access:link.checkCode', { code: checkCode })}</Text>}
        <Text size="sm" c="gray.7">
          {text('access:link.once')}
        </Text>
        <SendByAgency key={link.linkId} link={link} />
      </Stack>
    </Group>
  )
}

/**
 * The person's own device sends, and only when that person presses send in it: where it can pass words on, its own list of
 * ways (WeChat among them); elsewhere its mail and, where it is held in the hand, its text messages. None of this passes our server.
 */
function SendWays({ words }: { readonly words: string }) {
  const message = { text: words }
  if ('share' in navigator && navigator.canShare(message)) {
    // Turned back in the list of ways is no trouble: nothing was sent, and the words still stand there.
    const pass = () => void navigator.share(message).catch(() => undefined)
    return (
      <Button variant="default" onClick={pass}>
        {text('access:link.share')}
      </Button>
    )
  }
  const subject = encodeURIComponent(text('access:link.mailSubject'))
  const body = encodeURIComponent(words)
  return (
    <>
      {matchMedia('(pointer: coarse)').matches && (
        <Button component="a" variant="default" href={`sms:?&body=${body}`}>
          {text('access:link.sms')}
        </Button>
      )}
      <Button component="a" variant="default" href={`mailto:?subject=${subject}&body=${body}`}>
        {text('access:link.mail')}
      </Button>
    </>
  )
}
