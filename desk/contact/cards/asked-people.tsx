import { Group } from '@mantine/core'
import { pictureCheck, type PictureCheck } from '../../../core/contact/picture-check.ts'
import { ConfirmButton, DoingNote, formatDay, text, UnsentMark, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct, useMay } from '../../sync/index.ts'
import styles from './check.module.css'

type Check = LocalRecord<PictureCheck>

/** Who was asked so far, newest first: what kind of person, and of how many pictures. */
export function AskedPeople({ checks }: { readonly checks: readonly Check[] }) {
  if (checks.length === 0) return null
  return (
    <details>
      <summary>{text('cards:check.list')}</summary>
      <ul className={styles.people}>
        {checks
          .toSorted((left, right) => right.on.localeCompare(left.on))
          .map((check) => (
            <AskedLine key={check.id} check={check} />
          ))}
      </ul>
    </details>
  )
}

function AskedLine({ check }: { readonly check: Check }) {
  const act = useAct()
  const doing = useDoing()
  const mayRemove = useMay('pictureCheck', 'remove', 'agency', check.id)
  const remove = () =>
    doing.run(() =>
      act({ kind: pictureCheck, recordId: check.id, verb: 'remove', input: {}, fields: {} }),
    )
  return (
    <li>
      <span>
        {[
          formatDay(check.on),
          text(`cards:check.asked.${check.who}`),
          text(`cards:check.ages.${check.age}`),
          text('cards:check.of', { count: Object.keys(check.answers).length }),
        ].join(' · ')}
      </span>
      <Group gap="xs">
        <UnsentMark record={check} />
        {mayRemove && (
          <ConfirmButton
            size="compact-sm"
            question={text('cards:check.removeQuestion')}
            confirmLabel={text('cards:check.remove')}
            onConfirm={() => void remove().catch(reportError)}
          >
            {text('cards:check.remove')}
          </ConfirmButton>
        )}
      </Group>
      <DoingNote doing={doing} />
    </li>
  )
}
