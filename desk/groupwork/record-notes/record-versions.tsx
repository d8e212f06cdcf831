import { Text } from '@mantine/core'
import { staff } from '../../../core/access/staff.ts'
import type { MeetingRecord, RecordVersion } from '../../../core/groupwork/meeting-record.ts'
import {
  compareWritten,
  isUnchanged,
  recordTexts,
} from '../../../core/groupwork/meeting-record-changes.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import { useRecord } from '../../sync/index.ts'
import styles from '../run-plan.module.css'
import { ChangesShown } from './changes-shown.tsx'

/** What was handed in before and given back, as it stood then, and what became of it in the next one. */
export function RecordVersions({ record }: { readonly record: MeetingRecord }) {
  const { versions } = record
  if (versions.length === 0) return null
  return (
    <Section title={text('groupwork:version.title')} hint={text('groupwork:version.hint')}>
      {versions.map((version, place) => (
        <details key={`${place} ${version.reopenedOn}`}>
          <summary className={styles.more}>
            {text('groupwork:version.line', {
              no: place + 1,
              submitted: formatDay(version.submittedOn),
              reopened: formatDay(version.reopenedOn),
            })}
          </summary>
          <Version version={version} next={versions[place + 1] ?? record} />
        </details>
      ))}
    </Section>
  )
}

function Version({
  version,
  next,
}: {
  readonly version: RecordVersion
  readonly next: RecordVersion | MeetingRecord
}) {
  const by = useRecord(staff, version.seenById ?? '')
  const changes = compareWritten(version, next)
  return (
    <>
      <Text c="gray.7">
        {text('groupwork:version.why', { comment: version.comment })}{' '}
        {version.seenOn !== null &&
          text('groupwork:seen.by', {
            name: by?.name ?? text('groupwork:page.someone'),
            day: formatDay(version.seenOn),
          })}
      </Text>
      {isUnchanged(changes) ? (
        <Text>{text('groupwork:version.same')}</Text>
      ) : (
        <>
          <Text c="gray.7" size="sm">
            {text('groupwork:version.compared')}
          </Text>
          <ChangesShown changes={changes} />
        </>
      )}
      <details>
        <summary className={styles.more}>{text('groupwork:version.whole')}</summary>
        {recordTexts
          .filter((field) => version[field] !== '')
          .map((field) => (
            <div key={field}>
              <Text fw={600} mt="xs">
                {text(`groupwork:record.fields.${field}`)}
              </Text>
              <Text className={styles.asWritten ?? ''}>{version[field]}</Text>
            </div>
          ))}
      </details>
    </>
  )
}
