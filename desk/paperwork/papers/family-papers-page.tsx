import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import {
  type FamilyPaperAbout,
  type FamilyPaperForm,
  familyPaperForms,
  familyPapers,
} from '../../../core/paperwork/papers/paper-forms.ts'
import { currentLanguage, EmptyState, type Language, Page, Section, text } from '../../kit/index.ts'
import { useOnline, useReadLog, useRecord, useRecords } from '../../sync/index.ts'
import { LanguageChoice } from './language-choice.tsx'
import { PaperRow } from './paper-row.tsx'
import styles from './papers.module.css'
import { takePaper } from './take-paper.ts'

/** Every paper of one family, for whoever may open its file; a group is not needed for any of them. */
export function FamilyPapersPage() {
  const { familyId = '' } = useParams()
  const own = useRecord(family, familyId)
  const children = useRecords(person, { familyId })
    .filter(({ role, alive }) => role === 'child' && alive)
    .toSorted((left, right) => ((left.bornOn ?? '9') < (right.bornOn ?? '9') ? -1 : 1))
  useReadLog('family', own === null ? null : familyId)
  const back = { to: `/families/${familyId}`, label: text('kit:back') }
  if (own === null)
    return (
      <Page title={text('families:file.missing')} back={back}>
        <EmptyState
          title={text('families:file.missing')}
          hint={text('families:file.missingHint')}
        />
      </Page>
    )
  const names = children.map(({ name }) => name).join(text('families:nameSeparator'))
  return (
    <Page title={text('paperwork:family.titleOf', { family: names || own.code })} back={back}>
      {children.length === 0 ? (
        <EmptyState
          title={text('paperwork:family.noChild')}
          hint={text('paperwork:family.noChildHint')}
        />
      ) : (
        <PapersOfFamily familyId={familyId} whose={children} />
      )}
    </Page>
  )
}

interface Child {
  readonly id: string
  readonly name: string
}

function PapersOfFamily({
  familyId,
  whose,
}: {
  readonly familyId: string
  readonly whose: readonly Child[]
}) {
  const online = useOnline()
  const [search, setSearch] = useSearchParams()
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const [byCode, setByCode] = useState(false)
  const asked = search.get('child')
  const child = whose.find(({ id }) => id === asked) ?? whose[0]
  const common = { familyId, language, byCode }
  return (
    <>
      <Section title={text('paperwork:family.title')} hint={text('paperwork:family.hint')}>
        {!online && <output>{text('paperwork:needsNetwork')}</output>}
        <LanguageChoice language={language} onChange={setLanguage} />
        <Checkbox
          label={text('paperwork:family.byCode')}
          description={text('paperwork:family.byCodeHint')}
          checked={byCode}
          onChange={({ currentTarget }) => setByCode(currentTarget.checked)}
        />
      </Section>
      <Section title={text('paperwork:family.ofChild')}>
        {whose.length > 1 && (
          <NativeSelect
            label={text('paperwork:family.whichChild')}
            value={child?.id ?? ''}
            data={whose.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ currentTarget }) =>
              setSearch({ child: currentTarget.value }, { replace: true })
            }
          />
        )}
        <FamilyPaperList about="child" subjectId={child?.id ?? null} {...common} />
      </Section>
      <Section title={text('paperwork:family.ofFamily')}>
        <FamilyPaperList about="family" subjectId={null} {...common} />
      </Section>
    </>
  )
}

interface FamilyPaperListProps {
  readonly about: FamilyPaperAbout
  readonly familyId: string
  readonly subjectId: string | null
  readonly language: Language
  readonly byCode: boolean
}

function FamilyPaperList({ about, ...on }: FamilyPaperListProps) {
  return (
    <ul className={styles.list}>
      {familyPaperForms
        .filter((form) => familyPapers[form].about === about)
        .map((form) => (
          <FamilyPaper key={form} form={form} {...on} />
        ))}
    </ul>
  )
}

interface FamilyPaperProps extends Omit<FamilyPaperListProps, 'about'> {
  readonly form: FamilyPaperForm
}

function FamilyPaper({ form, byCode, ...on }: FamilyPaperProps) {
  return (
    <PaperRow
      form={form}
      language={on.language}
      onTake={(templateId) =>
        takePaper('/api/papers/family', {
          ...on,
          form,
          byCode: byCode && familyPapers[form].byCode,
          texts: {},
          templateId,
        })
      }
    />
  )
}
