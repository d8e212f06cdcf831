import { Group, Text } from '@mantine/core'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import type { Account, ToldContact } from '../../../core/contact/match-accounts.ts'
import {
  ConflictMark,
  DoingNote,
  formatDay,
  formatList,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { nameTeller, tellerName } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { RemoveAccount } from './remove-account.tsx'
import { SameOrNot } from './same-or-not.tsx'

/** One contact: who tells what of it, and where they tell it differently. */
export function ToldContactLine({
  contact,
  told,
  twins,
}: {
  readonly contact: PairContact
  readonly told: ToldContact
  /** Contacts that may be this one, as somebody else tells it. */
  readonly twins: readonly ToldContact[]
}) {
  return (
    <li className={styles.box}>
      <Group gap="xs" justify="space-between">
        <strong>{formatDay(told.on)}</strong>
        {told.differences.length > 0 && (
          <span className={styles.differs}>
            {text('contact:told.differs', {
              what: formatList(
                told.differences.map((field) => text(`contact:told.difference.${field}`)),
              ),
            })}
          </span>
        )}
      </Group>
      {told.accounts.map((account) => (
        <AccountLine key={account.id} contact={contact} account={account} />
      ))}
      {contact.mayWrite && contact.consented && (
        <SameOrNot contact={contact} told={told} twins={twins} />
      )}
    </li>
  )
}

function AccountLine({
  contact,
  account,
}: {
  readonly contact: PairContact
  readonly account: Account
}) {
  const act = useAct()
  const doing = useDoing()
  const mayRemove = useMay('contactEntry', 'remove', `family:${contact.familyId}`)
  const record = contact.entries.find(({ id }) => id === account.id)
  const remove = () =>
    doing.run(() =>
      act({ kind: contactEntry, recordId: account.id, verb: 'remove', input: {}, fields: {} }),
    )
  return (
    <div className={styles.account}>
      <Text>
        <span className={styles.teller}>{nameTeller(account, contact)}</span>
        {wordsOf(account, contact).join(' · ')}
      </Text>
      <Group gap="xs" className="no-print">
        {record !== undefined && (
          <>
            <UnsentMark record={record} />
            <ConflictMark kind={contactEntry} record={record} />
          </>
        )}
        {mayRemove && <RemoveAccount onRemove={() => void remove().catch(reportError)} />}
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}

function wordsOf(account: Account, contact: PairContact): readonly string[] {
  const { reached, channel, startedBy, minutes, topics, adultTone, part } = account
  return [
    ...(part === null ? [] : [text(`contact:part.${part}`)]),
    reached ? text(`contact:channel.${channel}`) : text('contact:log.notReached'),
    startedBy === 'unknown'
      ? text('contact:startedBy.unknown')
      : text('contact:told.begun', { name: tellerName(startedBy, contact) }),
    ...(minutes === null ? [] : [text('contact:minutes', { count: minutes })]),
    ...(topics.length === 0 ? [] : [formatList(topics.map((one) => text(`cards:topic.${one}`)))]),
    ...(adultTone === null
      ? []
      : [text('contact:told.tone', { face: text(`contact:toneFace.${adultTone}`) })]),
  ]
}
