import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { receiptDays } from '../../../core/casework/transfer/list-transfers-due.ts'
import { standingOfTransfer } from '../../../core/casework/transfer/step-of-transfer.ts'
import { stateWordOf, type TransferEntry } from '../../../core/casework/transfer/transfer-shape.ts'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { daysBetween } from '../../../core/kit/dates.ts'
import { formatDay, text } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import styles from '../casework.module.css'

/** TRF-12: whom, to where, what was passed on, where it stands since when, and what is next; newest first. */
export function TransferLines({ transfers }: { readonly transfers: readonly TransferEntry[] }) {
  return (
    <ul className={styles.lines}>
      {transfers
        .toSorted((left, right) => right.draftedOn.localeCompare(left.draftedOn))
        .map((one) => (
          <TransferLine key={one.id} its={one} />
        ))}
    </ul>
  )
}

function TransferLine({ its }: { readonly its: TransferEntry }) {
  const today = useToday()
  const people = useRecords(person, { familyId: its.familyId })
  const code = useRecords(family).find(({ id }) => id === its.familyId)?.code ?? ''
  const { since, next } = standingOfTransfer(its)
  const days = daysBetween(since, today)
  const gap = text('families:nameSeparator')
  const names = its.subjectIds.flatMap((id) => people.find((one) => one.id === id)?.name ?? [])
  const parts = [...new Set(its.parts.map((part) => part.split(':')[0] ?? part))]
  const late = its.state === 'handedOver' && days > receiptDays
  const receiver = [its.receiverOrg, its.receiverPlace].filter((part) => part !== '').join(' · ')
  return (
    <li className={styles.line}>
      <Anchor component={Link} to={`/casework/transfers/${its.id}`} underline="always">
        {text('transfer:section.line', {
          day: formatDay(its.draftedOn),
          receiver: receiver === '' ? text('transfer:list.noReceiver') : receiver,
        })}
      </Anchor>
      <span>
        {[code, names.join(gap), text(`transfer:what.${its.what}`)]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <span className={styles.fine}>
        {parts.length === 0
          ? text('transfer:list.partsNone')
          : text('transfer:list.parts', {
              parts: parts.map((part) => text(`transfer:partShort.${part}`)).join(gap),
            })}
      </span>
      <span className={late ? styles.late : undefined}>
        {days <= 0
          ? text('transfer:list.sinceToday', { state: text(`transfer:state.${stateWordOf(its)}`) })
          : text('transfer:list.since', {
              ...{ state: text(`transfer:state.${stateWordOf(its)}`), count: days },
            })}
      </span>
      {its.answer !== null && (
        <span className={styles.fine}>
          {text(`transfer:done.${its.answer}`, {
            ...{ day: formatDay(its.answeredOn), name: its.answerName },
          })}
          {its.answerWords === '' ? '' : ` · ${its.answerWords}`}
        </span>
      )}
      {next !== null && (
        <span className={styles.fine}>
          {text('transfer:list.next', { step: text(`transfer:next.${next}`) })}
        </span>
      )}
    </li>
  )
}
