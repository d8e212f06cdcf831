import { Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { LanguageSwitch } from '../kit/language-switch.tsx'
import { Logo } from '../kit/logo.tsx'
import { text } from '../kit/text.ts'
import styles from './door.module.css'

/** The frame of every page before one is in. */
export function Door({
  title,
  children,
  wide = false,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly wide?: boolean
}) {
  useEffect(() => {
    document.title = `${title} · ${text('kit:product')}`
  }, [title])
  return (
    <main className={wide ? styles.wide : styles.door}>
      <header className={styles.head}>
        <Logo size={56} />
        <div>
          <Text fw={700} fz="xl">
            {text('kit:product')}
          </Text>
          <Text c="gray.7">{text('access:tagline')}</Text>
        </div>
      </header>
      <Paper withBorder p="lg" bg="white">
        <Stack gap="md">
          <Title order={1} size="h3">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
      <LanguageSwitch />
    </main>
  )
}
