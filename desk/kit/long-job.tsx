import { Button, Group, Progress, Text } from '@mantine/core'
import { useId } from 'react'
import styles from './notices.module.css'
import { formatPercent } from './format.ts'
import { text } from './text.ts'

export interface LongJobProps {
  readonly label: string
  /** 0 to 1; null while nobody can say. */
  readonly part: number | null
  readonly onCancel?: () => void
}

/** Every long job shows how far it is, and can be stopped where that is safe. */
export function LongJob({ label, part, onCancel }: LongJobProps) {
  const id = useId()
  return (
    <output className={styles.job}>
      <Group justify="space-between" mb={4}>
        <Text id={id}>{label}</Text>
        {part !== null && <Text c="gray.7">{formatPercent(part)}</Text>}
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          value={part === null ? 100 : part * 100}
          animated={part === null}
          striped={part === null}
          aria-labelledby={id}
        />
      </Progress.Root>
      {onCancel !== undefined && (
        <Button mt="xs" variant="default" onClick={onCancel}>
          {text('kit:cancel')}
        </Button>
      )}
    </output>
  )
}
