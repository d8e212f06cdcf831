import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { announce, formatDay, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import type { MadeLink } from '../../sync/family-link-shapes.ts'

/** The new link: to scan, or to paste into a chat. The words name nobody and say nothing of a case. */
export function MadeLinkCard({ link }: { readonly link: MadeLink }) {
  const words = text('inquiry:link.message', {
    address: link.address,
    day: formatDay(link.endsAt.slice(0, 10)),
  })
  const copy = (copied: string) => {
    navigator.clipboard.writeText(copied).then(
      () => announce({ words: text('inquiry:link.copied') }),
      () => announce({ words: text('inquiry:link.notCopied') }),
    )
  }
  return (
    <div className={styles.card}>
      <Group align="flex-start" gap="lg">
        <img
          width={180}
          height={180}
          alt={text('inquiry:link.qr')}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(link.qrSvg)}`}
        />
        <Stack gap="xs" style={{ flex: '1 1 16rem', minWidth: 0 }}>
          <Textarea
            label={text('inquiry:link.words')}
            readOnly
            autosize
            value={words}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Group>
            <Button onClick={() => copy(words)}>{text('inquiry:link.copyWords')}</Button>
            <Button variant="default" onClick={() => copy(link.address)}>
              {text('inquiry:link.copyAddress')}
            </Button>
          </Group>
          {link.checkCode !== null && (
            <Text>{text('inquiry:link.checkCode', { code: link.checkCode })}</Text>
          )}
          <Text size="sm" c="gray.7">
            {text('inquiry:link.once')}
          </Text>
        </Stack>
      </Group>
    </div>
  )
}
