import { Text } from '@mantine/core'
import type { MeetingRecord, RecordVersion } from '../../../core/groupwork/meeting-record.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import styles from '../run-plan.module.css'

const shown = [
  'goalAttainment',
  'evidence',
  'dynamics',
  'reflection',
  'homeTaskGiven',
  'nextSteps',
] as const

/** What was handed in before and given back, as it stood then. */
export function RecordVersions({ record }: { readonly record: MeetingRecord }) {
  const { versions } = record
  if (versions.length === 0) return null
  return (
    <Section title={text('groupwork:version.title')}>
      {versions.map((version, place) => (
        <details key={`${place} ${version.reopenedOn}`}>
          <summary className={styles.more}>
            {text('groupwork:version.line', {
              no: place + 1,
              submitted: formatDay(version.submittedOn),
              reopened: formatDay(version.reopenedOn),
            })}
          </summary>
          <Text c="gray.7">{text('groupwork:version.why', { comment: version.comment })}</Text>
          <Parts version={version} />
        </details>
      ))}
    </Section>
  )
}

function Parts({ version }: { readonly version: RecordVersion }) {
  return shown
    .filter((field) => version[field] !== '')
    .map((field) => (
      <div key={field}>
        <Text fw={600} mt="xs">
          {text(`groupwork:record.fields.${field}`)}
        </Text>
        <Text className={styles.asWritten ?? ''}>{version[field]}</Text>
      </div>
    ))
}
