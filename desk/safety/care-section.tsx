import { Text } from '@mantine/core'
import type { Concern } from '../../core/safety/concern-shape.ts'
import { DateField, DoingNote, formatTime, Section, text, useDoing } from '../kit/index.ts'
import { KeptText, type LocalRecord, useToday } from '../sync/index.ts'
import { ConcernText } from './concern-text.tsx'
import styles from './safety.module.css'
import { useEditConcern } from './use-concern.ts'

/** When somebody looks at the child again, and care for the child and for the colleague who heard it. */
export function CareSection({ its }: { readonly its: LocalRecord<Concern> }) {
  const edit = useEditConcern(its.id)
  const doing = useDoing()
  const today = useToday()
  const checks = Object.entries(its.checks).sort(([left], [right]) => left.localeCompare(right))
  const open = its.state !== 'closed'
  return (
    <Section title={text('safety:care.title')} hint={text('safety:care.hint')}>
      {checks.map(([at, words]) => (
        <Text key={at} className={styles.words}>
          <span className={styles.quiet}>{formatTime(at)}</span> {words}
        </Text>
      ))}
      {open && (
        <>
          <KeptText
            key={checks.length}
            name={`concern:${its.id}:check`}
            label={text('safety:care.check')}
            hint={text('safety:care.checkHint')}
            value=""
            maxLength={2000}
            minRows={1}
            onSave={(words) =>
              edit({
                checks: { ...its.checks, [new Date().toISOString()]: words },
                ...((its.nextCheckOn ?? '~') <= today ? { nextCheckOn: null } : {}),
              })
            }
          />
          <DateField
            label={text('safety:fields.nextCheckOn')}
            value={its.nextCheckOn}
            min={today}
            onChange={(nextCheckOn) => void doing.run(() => edit({ nextCheckOn }))}
          />
        </>
      )}
      <DoingNote doing={doing} />
      <ConcernText its={its} field="aftercareChild" hint={text('safety:care.childHint')} />
      <ConcernText its={its} field="aftercareWorker" hint={text('safety:care.workerHint')} />
    </Section>
  )
}
