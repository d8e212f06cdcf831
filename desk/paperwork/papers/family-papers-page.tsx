import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { currentLanguage, EmptyState, type Language, Page, Section, text } from '../../kit/index.ts'
import { useOnline, useReadLog, useRecord, useRecords } from '../../sync/index.ts'
import { CasePapers } from './case-papers.tsx'
import { FamilyPaperList } from './family-paper-list.tsx'
import { PairPapers, PlanPapers, VisitPapers } from './family-subjects.tsx'
import { LanguageChoice } from './language-choice.tsx'

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
  const on = { familyId, language, byCode }
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
        <FamilyPaperList about="child" on={{ ...on, subjectId: child?.id ?? null }} />
      </Section>
      <PairPapers on={on} asked={search.get('pair')} no={search.get('no')} />
      <PlanPapers on={on} asked={search.get('plan')} />
      <VisitPapers on={on} asked={search.get('visit')} />
      <CasePapers {...on} asked={search.get('case')} />
      <Section title={text('paperwork:family.ofFamily')}>
        <FamilyPaperList about="family" on={{ ...on, subjectId: null }} />
      </Section>
    </>
  )
}
