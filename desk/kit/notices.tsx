// Short words at the edge of the screen: done, and how to take it back.
import { Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
import styles from './notices.module.css'
import { text } from './text.ts'

export interface Notice {
  readonly words: string
  /** Takes the act back; the notice then stays longer. */
  readonly undo?: () => void
}

interface Shown extends Notice {
  readonly key: number
}

let shown: readonly Shown[] = []
let count = 0
const listeners = new Set<() => void>()

function show(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Says it to eyes and to screen readers. */
export function announce(notice: Notice): void {
  count += 1
  show([...shown.slice(-2), { ...notice, key: count }])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Notices() {
  const notices = useSyncExternalStore(subscribe, () => shown)
  // What was said to one person is not left standing for the next.
  useEffect(() => () => show([]), [])
  return (
    <output className={styles.place}>
      {notices.map((notice) => (
        <NoticeLine key={notice.key} notice={notice} />
      ))}
    </output>
  )
}

function NoticeLine({ notice }: { readonly notice: Shown }) {
  const { undo } = notice
  const drop = () => show(shown.filter(({ key }) => key !== notice.key))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timer belongs to the notice, not to this rendering
  useEffect(() => {
    const timer = setTimeout(drop, undo === undefined ? 5_000 : 12_000)
    return () => clearTimeout(timer)
  }, [notice.key])
  return (
    <Paper shadow="md" withBorder p="xs" className={styles.notice}>
      <Group gap="sm" wrap="nowrap">
        <Text>{notice.words}</Text>
        {undo !== undefined && (
          <Button
            size="compact-md"
            variant="light"
            onClick={() => {
              drop()
              undo()
            }}
          >
            {text('kit:undo')}
          </Button>
        )}
        <CloseButton aria-label={text('kit:close')} onClick={drop} />
      </Group>
    </Paper>
  )
}
