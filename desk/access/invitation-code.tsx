import { Button, Code, Group, Text } from '@mantine/core'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import styles from './door.module.css'

/** Shown once; it is nowhere in clear afterwards. */
export function InvitationCode({
  name,
  code,
  onClose,
}: {
  readonly name: string
  readonly code: string
  readonly onClose: () => void
}) {
  const link = `${location.origin}/#activate=${encodeURIComponent(code)}`
  const copy = () =>
    void navigator.clipboard
      .writeText(link)
      .then(() => announce({ words: text('sync:device.copied') }))
      .catch(reportError)
  return (
    <Section title={text('access:staff.codeFor', { name })}>
      <div className={styles.code}>{code}</div>
      <Text>{text('access:staff.codeOnce')}</Text>
      <Code block>{link}</Code>
      <Group>
        <Button variant="default" onClick={copy}>
          {text('access:staff.copyLink')}
        </Button>
        <Button onClick={onClose}>{text('kit:done')}</Button>
      </Group>
    </Section>
  )
}
