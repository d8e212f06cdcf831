import { Text } from '@mantine/core'
import { caseConference, listOpenDecisions } from '../../core/casework/case-conference.ts'
import { caseContact } from '../../core/casework/case-contact.ts'
import { formatDay, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import styles from './casework.module.css'

/** What was agreed in the case and nobody has said to be done: worth a look before it is closed; it forbids nothing. */
export function StillOpen({ caseId }: { readonly caseId: string }) {
  const decisions = useRecords(caseConference, { caseId }).flatMap((one) =>
    listOpenDecisions(one).map(({ key, what, dueOn }) => ({
      key: `${one.id}:${key}`,
      words: text('casework:closing.openDecision', { what, day: formatDay(dueOn) }),
    })),
  )
  const steps = useRecords(caseContact, { caseId }).flatMap(
    ({ id, nextStep, nextOn, nextDoneOn }) =>
      nextStep.trim() === '' || nextOn === null || nextDoneOn !== null
        ? []
        : [{ key: id, words: text('casework:closing.openStep', { what: nextStep }) }],
  )
  const open = [...decisions, ...steps]
  if (open.length === 0) return null
  return (
    <div>
      <Text fw={500}>{text('casework:closing.openTitle')}</Text>
      <ul className={styles.lines}>
        {open.map(({ key, words }) => (
          <li key={key} className={styles.words}>
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}
