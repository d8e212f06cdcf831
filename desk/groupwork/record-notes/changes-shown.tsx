import { Text } from '@mantine/core'
import type { Passage, RecordChanges } from '../../../core/groupwork/meeting-record-changes.ts'
import { text } from '../../kit/index.ts'
import styles from '../run-plan.module.css'

/** What differs between two versions: new words underlined, words that went struck through, the rest as it was. */
export function ChangesShown({
  changes: { texts, ticks, keyEvents },
}: {
  readonly changes: RecordChanges
}) {
  return (
    <>
      {(ticks ?? 0) > 0 && <Text>{text('groupwork:seen.ticks', { count: ticks ?? 0 })}</Text>}
      {(keyEvents ?? 0) > 0 && (
        <Text>{text('groupwork:seen.keyEvents', { count: keyEvents ?? 0 })}</Text>
      )}
      {texts.map(({ field, passages }) => (
        <div key={field}>
          <Text fw={600} mt="xs">
            {text(`groupwork:record.fields.${field}`)}
          </Text>
          <Text className={styles.asWritten ?? ''}>
            {passages.map((passage, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences may repeat, and their order is what they are
              <Words key={place} passage={passage} />
            ))}
          </Text>
        </div>
      ))}
    </>
  )
}

function Words({ passage: { words, fate } }: { readonly passage: Passage }) {
  switch (fate) {
    case 'kept':
      return <span>{words} </span>
    case 'gone':
      return (
        <>
          <del className={styles.gone}>
            <span className={styles.spoken}>{text('groupwork:seen.gone')}</span>
            {words}
          </del>{' '}
        </>
      )
    case 'new':
      return (
        <>
          <ins className={styles.fresh}>
            <span className={styles.spoken}>{text('groupwork:seen.fresh')}</span>
            {words}
          </ins>{' '}
        </>
      )
  }
}
