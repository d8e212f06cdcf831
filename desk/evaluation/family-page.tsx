import { Group } from '@mantine/core'
import { useMemo } from 'react'
import { describeFamilyChange } from '../../core/evaluation/findings/family-change.ts'
import { pickFamily } from '../../core/evaluation/pick-group.ts'
import { person } from '../../core/families/person.ts'
import { compareNames, EmptyState, text } from '../kit/index.ts'
import { useReadLog, useRecords } from '../sync/index.ts'
import { ChoiceField } from './choice-field.tsx'
import { ContactCase } from './contact-case.tsx'
import { FindingView } from './finding-view.tsx'
import { FamilyGoals } from './goals/family-goals.tsx'
import { MeasureCase } from './measure-case.tsx'
import { QuestionPage } from './question-page.tsx'
import { useChoice } from './use-choice.ts'
import { useEvaluationRecords } from './use-evaluation-records.ts'
import { deskWording } from './wording.ts'

/** How did this family change? All its measures, both sides, and its lines over time. */
export function FamilyPage() {
  const all = useEvaluationRecords()
  const children = useRecords(person, { role: 'child' })
  const options = useMemo(
    () =>
      all.families
        .map(({ id, code }) => {
          const names = children.filter(({ familyId }) => familyId === id).map(({ name }) => name)
          return { value: id, label: [code, ...names].join(' · '), onPaper: code }
        })
        .sort((left, right) => compareNames(left.label, right.label)),
    [all.families, children],
  )
  const measured = new Set(all.sheets.map(({ familyId }) => familyId))
  const inOrder = [
    ...options.filter(({ value }) => measured.has(value)),
    ...options.filter(({ value }) => !measured.has(value)),
  ]
  const [familyId, choose] = useChoice(
    'family',
    inOrder.map(({ value }) => value),
  )
  useReadLog('family', familyId)
  const records = useMemo(() => pickFamily(all, familyId), [all, familyId])
  if (records === null)
    return (
      <QuestionPage question="family">
        <EmptyState title={text('evaluation:familyChange.noFamily')} />
      </QuestionPage>
    )
  return (
    <QuestionPage question="family">
      <Group>
        <ChoiceField
          label={text('evaluation:lines.family')}
          value={familyId}
          options={inOrder}
          onChange={choose}
        />
      </Group>
      <FindingView finding={describeFamilyChange(records, deskWording())} />
      <ContactCase records={records} today={all.today} />
      <MeasureCase records={records} />
      <FamilyGoals key={familyId} records={records} />
    </QuestionPage>
  )
}
