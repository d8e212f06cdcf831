import { Group, Text } from '@mantine/core'
import { noContact } from '../../../core/contact/no-contact.ts'
import { DoingNote, formatDay, text, UnsentMark, useDoing } from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { nameTeller } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { RemoveAccount } from './remove-account.tsx'

/** Days of which somebody says that there was no contact: theirs to say, and to be taken back like any other account. */
export function SilenceLines({ contact }: { readonly contact: PairContact }) {
  return contact.silences.map((its) => <SilenceLine key={its.id} contact={contact} its={its} />)
}

function SilenceLine({
  contact,
  its,
}: {
  readonly contact: PairContact
  readonly its: PairContact['silences'][number]
}) {
  const act = useAct()
  const doing = useDoing()
  const mayRemove = useMay('noContact', 'remove', `family:${contact.familyId}`)
  const remove = () =>
    doing.run(() =>
      act({ kind: noContact, recordId: its.id, verb: 'remove', input: {}, fields: {} }),
    )
  return (
    <li className={styles.box}>
      <strong>
        {text('contact:none.span', { from: formatDay(its.from), until: formatDay(its.until) })}
      </strong>
      <Text>
        <span className={styles.teller}>{nameTeller(its, contact)}</span>
        {text('contact:none.said')}
      </Text>
      <Group gap="xs" className="no-print">
        <UnsentMark record={its} />
        {mayRemove && <RemoveAccount onRemove={() => void remove().catch(reportError)} />}
      </Group>
      <DoingNote doing={doing} />
    </li>
  )
}
