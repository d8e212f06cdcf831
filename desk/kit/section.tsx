import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import styles from './page.module.css'

/** A part of a page under its own heading. */
export function Section({
  title,
  actions,
  hint,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly hint?: string
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Group justify="space-between" mb={hint === undefined ? 'sm' : 2} gap="xs">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {hint !== undefined && (
        <Text c="gray.6" size="sm" mb="sm">
          {hint}
        </Text>
      )}
      <Stack gap="sm">{children}</Stack>
    </section>
  )
}

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Names and values, for reading. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(({ label, value }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Nothing here yet, why, and what to do. */
export function EmptyState({
  title,
  hint,
  action,
}: {
  readonly title: string
  readonly hint?: string
  readonly action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <Text fw={600}>{title}</Text>
      {hint !== undefined && (
        <Text c="gray.6" mt={4}>
          {hint}
        </Text>
      )}
      {action !== undefined && (
        <Group justify="center" mt="md">
          {action}
        </Group>
      )}
    </div>
  )
}

/** The buttons of a form; on a phone they stay above the bar at the thumb. */
export function StickyActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stickyActions}>{children}</div>
}
