import {
  type FamilyPaperAbout,
  type FamilyPaperForm,
  familyPaperForms,
  familyPapers,
} from '../../../core/paperwork/papers/paper-forms.ts'
import { type Language, text } from '../../kit/index.ts'
import { takePaper } from '../../sync/index.ts'
import { PaperRow } from './paper-row.tsx'
import styles from './papers.module.css'

export interface FamilyPaperOn {
  readonly familyId: string
  /** The child, pair, plan or visit; null: the family, or a form to write on. */
  readonly subjectId: string | null
  /** Which of a pair's profiles. */
  readonly profileNo?: number
  readonly language: Language
  readonly byCode: boolean
}

/** A family's papers of one sort, each with its button. */
export function FamilyPaperList({
  about,
  on,
}: {
  readonly about: FamilyPaperAbout
  readonly on: FamilyPaperOn
}) {
  return (
    <ul className={styles.list}>
      {familyPaperForms
        .filter((form) => familyPapers[form].about === about)
        .map((form) => (
          <FamilyPaper key={form} form={form} on={on} />
        ))}
    </ul>
  )
}

function FamilyPaper({ form, on }: { readonly form: FamilyPaperForm; readonly on: FamilyPaperOn }) {
  return (
    <PaperRow
      form={form}
      language={on.language}
      unfit={on.byCode && !familyPapers[form].byCode ? text('paperwork:family.namesNeeded') : null}
      onTake={(templateId) =>
        takePaper('/api/papers/family', {
          ...on,
          form,
          byCode: on.byCode && familyPapers[form].byCode,
          texts: {},
          templateId,
        })
      }
    />
  )
}
