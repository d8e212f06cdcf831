import type { PlanStrand } from '../../../core/groupwork/strand.ts'
import {
  groupPaperForms,
  groupPapers,
  type GroupPaperForm,
  type PaperAbout,
} from '../../../core/paperwork/papers/paper-forms.ts'
import type { Language } from '../../kit/index.ts'
import { takePaper } from '../../sync/index.ts'
import { PaperRow } from './paper-row.tsx'
import styles from './papers.module.css'
import { TypedHeads, useTypedHeads } from './typed-heads.tsx'

/** What a paper is about; what does not matter for it is null. */
interface PaperOn {
  readonly groupId: string
  readonly meetingId: string | null
  readonly strand: PlanStrand | null
  readonly familyId: string | null
  readonly seatId: string | null
}

export const nothing = { meetingId: null, strand: null, familyId: null, seatId: null }

interface PaperListProps {
  readonly about: PaperAbout
  readonly on: PaperOn
  readonly language: Language
}

/** The papers of one sort, each with its button. */
export function PaperList({ about, on, language }: PaperListProps) {
  return (
    <ul className={styles.list}>
      {groupPaperForms
        .filter((form) => groupPapers[form].about === about)
        .map((form) => (
          <GroupPaper key={form} form={form} on={on} language={language} />
        ))}
    </ul>
  )
}

interface GroupPaperProps extends Omit<PaperListProps, 'about'> {
  readonly form: GroupPaperForm
}

function GroupPaper({ form, on, language }: GroupPaperProps) {
  const draft = useTypedHeads(`paper:${form}:${on.seatId ?? on.groupId}`)
  const { heads } = groupPapers[form]
  return (
    <PaperRow
      form={form}
      language={language}
      onTake={(templateId) =>
        takePaper('/api/papers/group', {
          ...on,
          form,
          texts: draft.value ?? {},
          language,
          templateId,
        })
      }
    >
      {heads.length > 0 && <TypedHeads heads={heads} draft={draft} />}
    </PaperRow>
  )
}
