import { Anchor, Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { Icon } from './icon.tsx'
import styles from './page.module.css'
import { text } from './text.ts'

export interface PageProps {
  readonly title: string
  /** Where "back" leads; a page reached from the bar has none. */
  readonly back?: { readonly to: string; readonly label: string }
  readonly actions?: ReactNode
  /** Marks beside the title: unsent, conflicts. */
  readonly marks?: ReactNode
  readonly children: ReactNode
  /** Rooms with wide tables. */
  readonly wide?: boolean
}

/** One screen: its name (also for the tab and the screen reader), the way back, what can be done, and the rest. */
export function Page({ title, back, actions, marks, children, wide = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${text('kit:product')}`
  }, [title])
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new address begins at its heading
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className={wide ? styles.wide : styles.page}>
      {back !== undefined && (
        <Anchor component={Link} to={back.to} className={styles.back}>
          <Icon name="back" size={18} />
          {back.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-start" gap="sm" mb="md">
        <Group gap="xs" className={styles.heading}>
          <Title order={1} size="h2" tabIndex={-1} ref={heading} className={styles.title}>
            {title}
          </Title>
          {marks}
        </Group>
        {actions !== undefined && (
          <Group gap="xs" className={styles.actions}>
            {actions}
          </Group>
        )}
      </Group>
      <Stack gap="lg">{children}</Stack>
    </div>
  )
}
