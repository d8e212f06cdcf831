import { Text } from '@mantine/core'
import { kindByName } from '../../../core/kinds.ts'
import { ConflictMark } from '../../kit/conflict.tsx'
import { Section } from '../../kit/section.tsx'
import { kindText, text } from '../../kit/text.ts'
import { useConflicts } from '../../sync/conflicts.ts'
import { readUntyped } from '../../sync/untyped-record.ts'
import styles from './device.module.css'
import { nameOfEntry } from './name-of-entry.ts'

export function ConflictsSection() {
  const conflicts = useConflicts()
  return (
    <Section
      title={text('sync:device.conflictsTitle')}
      hint={
        conflicts.length === 0 ? text('sync:device.conflictsNone') : text('sync:conflict.explain')
      }
    >
      <ul className={styles.items}>
        {conflicts.map((entry) => {
          const kind = kindByName(entry.kind)
          if (kind === null) return null
          return (
            <li key={`${entry.kind}:${entry.id}`}>
              <Text fw={600}>
                {kindText(entry.kind)} {nameOfEntry(entry.fields)}
              </Text>
              <ConflictMark kind={kind} record={readUntyped(entry)} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
