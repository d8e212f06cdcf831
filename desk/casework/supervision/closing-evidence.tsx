import { caseFile } from '../../../core/casework/case-file.ts'
import type { CaseFileEntry } from '../../../core/casework/case-shape.ts'
import { text } from '../../kit/index.ts'
import { useRecord } from '../../sync/index.ts'
import { ClosingSummaryLines } from '../closing-summary.tsx'
import { OutcomeSection } from '../outcome-section.tsx'
import { useCaseRecords } from '../use-case.ts'
import styles from './supervision.module.css'

/** What a closing rests on, beside its words: how often there was contact, and the goals from start to end. */
export function ClosingEvidence({ caseId }: { readonly caseId: string }) {
  const its = useRecord(caseFile, caseId)
  return its === null ? null : <EvidenceOf its={its} />
}

function EvidenceOf({ its }: { readonly its: CaseFileEntry }) {
  const records = useCaseRecords(its.familyId)
  const count = records.contacts.filter(({ caseId }) => caseId === its.id).length
  return (
    <>
      <ClosingSummaryLines its={its} records={records} />
      <p className={styles.fine}>{text('supervision:review.contacts', { count })}</p>
      <OutcomeSection its={its} records={records} />
    </>
  )
}
