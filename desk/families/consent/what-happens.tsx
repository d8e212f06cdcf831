import { Text } from '@mantine/core'
import { effectsOf } from '../../../core/families/purpose-effects.ts'
import { text } from '../../kit/index.ts'
import styles from '../families.module.css'

/** What stops with this purpose, and what stays and why: before the tap what will, after it what has. */
export function WhatHappens({
  purpose,
  since,
}: {
  readonly purpose: string
  readonly since: boolean
}) {
  const { stops, stays } = effectsOf(purpose)
  return (
    <div>
      <Text fw={600} mt="xs" size="sm">
        {text(since ? 'families:effect.stopped' : 'families:effect.willStop')}
      </Text>
      <ul className={styles.lines}>
        {stops.map((one) => (
          <li key={one}>{text(`families:effect.stop.${one}`)}</li>
        ))}
      </ul>
      <Text fw={600} mt="xs" size="sm">
        {text('families:effect.stays')}
      </Text>
      <ul className={styles.lines}>
        {stays.map((one) => (
          <li key={one}>{text(`families:effect.stay.${one}`)}</li>
        ))}
      </ul>
    </div>
  )
}
