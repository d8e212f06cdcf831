import { Alert, Button, Group, Text } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { text } from '../kit/text.ts'
import { lookForUpdate, onProgram, programState, updateNow } from './keep-program.ts'
import styles from './update-prompt.module.css'

const hour = 3_600_000

/** A new version waits until the person says so; nothing is reloaded under somebody's hands. */
export function UpdatePrompt() {
  const { updateReady, outdated } = useSyncExternalStore(onProgram, programState)
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => void lookForUpdate(), hour)
    return () => clearInterval(timer)
  }, [])
  if (!(updateReady || outdated) || later) return null
  return (
    <Alert className={styles.prompt} color="gray" radius={0}>
      <Group gap="sm">
        <Text>
          {text('sync:update.ready')} {text('sync:update.explain')}
        </Text>
        <Button size="compact-md" onClick={updateNow}>
          {text('sync:update.now')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setLater(true)}>
          {text('sync:update.later')}
        </Button>
      </Group>
    </Alert>
  )
}
