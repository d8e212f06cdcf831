import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { consentLine } from '../../../core/casework/transfer/write-ground.ts'
import type { Transfer } from '../../../core/casework/transfer/transfer-shape.ts'
import { consent } from '../../../core/families/consent.ts'
import { consentState, refuseWithoutConsent } from '../../../core/families/consent-state.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { currentLanguage, formatDay, refusalText, text, textOrNull } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import styles from '../casework.module.css'

/** TRF-13: who agreed, when and how, and what the child wants, as it stands today: the rule asks again when it is handed over. */
export function ConsentLines({ its }: { readonly its: Transfer }) {
  const today = useToday()
  const { familyId } = its
  const people = useRecords(person, { familyId })
  const consents = useRecords(consent, { familyId })
  const pairs = useRecords(pair, { familyId })
  const translate = (key: string, values?: Readonly<Record<string, string | number>>) =>
    textOrNull(key, values) ?? key
  const wording = { language: currentLanguage(), translate, sayDay: formatDay }
  return (
    <ul className={styles.lines}>
      {its.subjectIds.map((id) => {
        const missing = refuseWithoutConsent(consents, id, 'transfer', today)
        const name = people.find((one) => one.id === id)?.name ?? ''
        const { decision } = consentState(consents, id, 'transfer', today)
        return (
          <li key={id} className={styles.line}>
            <span className={missing === null ? undefined : styles.late}>
              {text(missing === null ? 'transfer:form.consentOk' : 'transfer:form.consentMissing', {
                name,
              })}
            </span>
            {missing !== null && <span>{refusalText(missing)}</span>}
            <span className={styles.words}>
              {consentLine({ consents, people, pairs, today }, wording, id)}
            </span>
            {decision !== null && (
              <InHouse witness={decision.witness} said={decision.assent.view} />
            )}
            <Anchor component={Link} to={`/families/${familyId}/consent/${id}`} underline="always">
              {text(missing === null ? 'transfer:form.toConsent' : 'transfer:form.askConsent')}
            </Anchor>
          </li>
        )
      })}
    </ul>
  )
}

/** What stays in the house. */
function InHouse({ witness, said }: { readonly witness: string; readonly said: string }) {
  return (
    <>
      {witness !== '' && (
        <span className={styles.fine}>{text('transfer:form.witness', { name: witness })}</span>
      )}
      {said !== '' && (
        <span className={styles.fine}>{text('transfer:form.childSaid', { words: said })}</span>
      )}
    </>
  )
}
