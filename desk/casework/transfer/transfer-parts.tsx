import { buildParts } from '../../../core/casework/transfer/build-parts.ts'
import type { Transfer } from '../../../core/casework/transfer/transfer-shape.ts'
import {
  currentLanguage,
  formatDay,
  Section,
  text,
  type TextKey,
  textOrNull,
} from '../../kit/index.ts'
import { useTransferRecords } from './use-transfer.ts'
import styles from '../casework.module.css'

/** What the receiver will read, line by line, from the same function that writes it for them. */
export function TransferParts({ its }: { readonly its: Transfer }) {
  const records = useTransferRecords(its.familyId)
  const translate = (key: string, values?: Readonly<Record<string, string | number>>) =>
    textOrNull(key, values) ?? key
  const isOut = its.handedOn !== null
  const parts = buildParts(its, records, {
    language: currentLanguage(),
    translate,
    sayDay: formatDay,
  })
  return (
    <Section
      title={text(isOut ? 'transfer:preview.outTitle' : 'transfer:preview.title')}
      hint={text(isOut ? 'transfer:preview.outHint' : 'transfer:preview.hint')}
    >
      {its.parts.length === 0 && <p className={styles.fine}>{text('transfer:preview.nothing')}</p>}
      {parts.map(({ part, title, lines }) => (
        <article key={part} className={styles.reading} aria-label={title}>
          <h3 style={{ margin: 0, fontSize: '1rem' }}>{title}</h3>
          {lines.length === 0 && <p className={styles.fine}>{text('transfer:preview.empty')}</p>}
          {lines.map(({ label, words }) => (
            <div key={`${label}${words}`}>
              <p className={styles.fine}>{label}</p>
              <p className={styles.words}>{words}</p>
            </div>
          ))}
        </article>
      ))}
      <p className={styles.fine}>{text('transfer:never')}</p>
    </Section>
  )
}

const told = [
  'reason',
  'problem',
  'workDone',
  'expectation',
  'purpose',
] as const satisfies readonly (keyof Transfer)[]

export function toldRows(
  its: Transfer,
): readonly { readonly label: string; readonly value: string }[] {
  return told.map((field) => ({ label: labelOf(field), value: its[field] }))
}

export function labelOf(field: string): string {
  const key: TextKey = `transfer:fields.${field}`
  return text(key)
}
