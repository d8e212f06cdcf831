import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { caseConference } from '../../../core/casework/case-conference.ts'
import { caseContact } from '../../../core/casework/case-contact.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import type { CaseFileEntry } from '../../../core/casework/case-shape.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { type CasePaperForm, casePaperForms } from '../../../core/paperwork/papers/paper-forms.ts'
import { formatDay, type Language, Section, text } from '../../kit/index.ts'
import { takePaper, useRecords } from '../../sync/index.ts'
import { PaperRow } from './paper-row.tsx'
import styles from './papers.module.css'

/** What is chosen where there is no case yet: no record has such an id. */
const blank = 'blank'

interface CasePapersProps {
  readonly familyId: string
  readonly language: Language
  readonly byCode: boolean
  /** The case that the page was opened for. */
  readonly asked: string | null
}

/** The papers of one case of the family (forms F15, F18, F20, F21, F23); the newest case first. */
export function CasePapers({ familyId, language, byCode, asked }: CasePapersProps) {
  const nameOf = useCaseNames(familyId)
  const cases = useRecords(caseFile, { familyId }).toSorted((left, right) =>
    right.openedOn.localeCompare(left.openedOn),
  )
  const [chosen, setChosen] = useState(asked)
  const its = chosen === blank ? undefined : (cases.find(({ id }) => id === chosen) ?? cases[0])
  return (
    <Section title={text('paperwork:family.ofCase')}>
      {cases.length > 0 && (
        <NativeSelect
          label={text('paperwork:family.whichCase')}
          value={its?.id ?? blank}
          data={[
            ...cases.map((one) => ({
              value: one.id,
              label: `${nameOf(one)} · ${formatDay(one.openedOn)}`,
            })),
            { value: blank, label: text('paperwork:family.blankCase') },
          ]}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      {its === undefined && <Text size="sm">{text('paperwork:family.blankCaseHint')}</Text>}
      <ul className={styles.list}>
        {casePaperForms.map((form) => (
          <CasePaper
            key={`${its?.id ?? blank}${form}`}
            {...{ form, language, byCode, familyId }}
            caseId={its?.id ?? null}
          />
        ))}
      </ul>
    </Section>
  )
}

function CasePaper({
  form,
  language,
  byCode,
  familyId,
  caseId,
}: Omit<CasePapersProps, 'asked'> & {
  readonly form: CasePaperForm
  readonly caseId: string | null
}) {
  const records = useRecordsOf(form, caseId)
  const [recordId, setRecordId] = useState<string | null>(null)
  return (
    <PaperRow
      form={form}
      language={language}
      onTake={(templateId) =>
        takePaper('/api/papers/case', {
          ...{ form, familyId, caseId, recordId, byCode, language, templateId },
          texts: {},
        })
      }
    >
      {records.length > 1 && (
        <NativeSelect
          label={text('paperwork:family.whichRecord')}
          value={recordId ?? ''}
          data={[
            {
              value: '',
              label: text(
                form === 'caseContacts'
                  ? 'paperwork:family.allContacts'
                  : 'paperwork:family.latestConference',
              ),
            },
            ...records.map(({ id, on }) => ({ value: id, label: formatDay(on) })),
          ]}
          onChange={({ currentTarget }) => setRecordId(currentTarget.value || null)}
        />
      )}
    </PaperRow>
  )
}

/** What a paper can be cut to: one contact, one conference. */
function useRecordsOf(form: CasePaperForm, caseId: string | null) {
  const contacts = useRecords(caseContact, { caseId: caseId ?? blank })
  const conferences = useRecords(caseConference, { caseId: caseId ?? blank })
  const all = form === 'caseContacts' ? contacts : form === 'caseConference' ? conferences : []
  return all
    .map(({ id, on }) => ({ id, on }))
    .toSorted((left, right) => right.on.localeCompare(left.on))
}

function useCaseNames(familyId: string): (its: CaseFileEntry) => string {
  const people = useRecords(person, { familyId })
  const pairs = useRecords(pair, { familyId })
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? ''
  return ({ pairId, personId }) => {
    const own = pairs.find(({ id }) => id === pairId)
    return own === undefined
      ? nameOf(personId)
      : text('assessment:profile.of', { child: nameOf(own.childId), adult: nameOf(own.adultId) })
  }
}
