import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { chooseReference, referenceOf } from '../../core/evaluation/choose-reference.ts'
import type { SurveyScaleChange } from '../../core/evaluation/evaluate-survey-change.ts'
import { describeSurveyGroups } from '../../core/evaluation/findings/describe-survey-groups.ts'
import { nameSurveyGroup } from '../../core/evaluation/name-survey.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { EmptyState, Page, text } from '../kit/index.ts'
import { useMay, useRecord } from '../sync/index.ts'
import { ChoiceField } from './choice-field.tsx'
import { FindingView } from './finding-view.tsx'
import { AnalysisProgress } from './survey/analysis-progress.tsx'
import { SurveyFigures } from './survey/survey-figures.tsx'
import { useSurveyChange } from './survey/use-survey-change.ts'
import { useChoice } from './use-choice.ts'
import { useOutsideReader } from './use-outside-reader.ts'
import { deskWording } from './wording.ts'

/** Compared with those who waited: change in each group of a survey by codes, and the groups beside each other. */
export function SurveyPage() {
  const { beforeId = '', afterId = '' } = useParams()
  const before = useRecord(wave, beforeId)
  const after = useRecord(wave, afterId)
  const pair = useMemo(
    () => (before === null || after === null ? null : { before, after }),
    [before, after],
  )
  const analysis = useSurveyChange(pair)
  const { scales } = analysis
  const mayReport = useMay('surveyReport', 'create', `survey:${beforeId}`)
  return (
    <Page
      title={
        pair === null
          ? text('evaluation:home.surveys')
          : text('evaluation:survey.title', { before: pair.before.title, after: pair.after.title })
      }
      back={{ to: '/evaluation/compared', label: text('evaluation:question.compared') }}
      wide
      actions={
        mayReport &&
        scales.length > 0 && (
          <Button component={Link} to={`/paperwork/surveys/${beforeId}/${afterId}`}>
            {text('paperwork:survey.toWord')}
          </Button>
        )
      }
    >
      <AnalysisProgress analysis={analysis} count={analysis.count} renews={scales.length > 0} />
      {scales.length === 0 && (analysis.state === 'idle' || analysis.state === 'done') && (
        <EmptyState
          title={text('evaluation:survey.nothing')}
          hint={text('evaluation:survey.nothingHint')}
        />
      )}
      {scales.length > 0 && <Scales scales={scales} ready={analysis.state === 'done'} />}
    </Page>
  )
}

interface ReferenceOption {
  readonly value: string
  readonly label: string
}

/** The group recognised by its name, or the last one, stands first: it is taken unless a person chooses another. */
function listReferences(scales: readonly SurveyScaleChange[]): readonly ReferenceOption[] {
  const first = scales.flatMap((scale) => referenceOf(scale) ?? [])
  const all = scales.flatMap(({ groups }) =>
    groups.length < 2 ? [] : groups.map(({ label }) => label),
  )
  const wording = deskWording()
  return [...new Set([...first, ...all])].map((label) => ({
    value: `group ${label}`,
    label: nameSurveyGroup(label, wording),
  }))
}

function Scales({
  scales,
  ready,
}: {
  readonly scales: readonly SurveyScaleChange[]
  readonly ready: boolean
}) {
  const references = useMemo(() => listReferences(scales), [scales])
  const [chosen, choose] = useChoice(
    'reference',
    references.map(({ value }) => value),
  )
  return (
    <>
      {references.length > 1 && (
        <ChoiceField
          label={text('evaluation:survey.reference')}
          hint={text('evaluation:survey.referenceHint')}
          value={chosen}
          options={references}
          onChange={choose}
        />
      )}
      {scales.map((scale) => (
        <SurveyScale
          key={scale.id}
          scale={scale}
          reference={chosen.slice('group '.length)}
          ready={ready}
        />
      ))}
    </>
  )
}

function SurveyScale({
  scale,
  reference,
  ready,
}: {
  readonly scale: SurveyScaleChange
  readonly reference: string
  readonly ready: boolean
}) {
  const outside = useOutsideReader()
  const { language } = deskWording()
  const compared = useMemo(() => chooseReference(scale, reference), [scale, reference])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const finding = useMemo(
    () => describeSurveyGroups(compared, deskWording(), outside),
    [compared, outside, language],
  )
  return (
    <FindingView finding={finding} ready={ready}>
      <SurveyFigures scale={compared} />
    </FindingView>
  )
}
