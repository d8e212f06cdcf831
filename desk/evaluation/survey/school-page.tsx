import type { ReactNode } from 'react'
import { describeSchool, titleOfScale } from '../../../core/evaluation/findings/school-finding.ts'
import { describeSchoolScale } from '../../../core/evaluation/findings/school-scale-finding.ts'
import type { WhoWasAsked } from '../../../core/evaluation/findings/who-was-asked.ts'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import type { SchoolSummary } from '../../../core/evaluation/survey/summarise-school.ts'
import type { SurveySplit } from '../../../core/evaluation/survey/survey-table.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { text } from '../../kit/index.ts'
import { ChoiceField } from '../choice-field.tsx'
import { FindingView } from '../finding-view.tsx'
import { QuestionPage } from '../question-page.tsx'
import { useChoice } from '../use-choice.ts'
import { useOutsideReader } from '../use-outside-reader.ts'
import { deskWording } from '../wording.ts'
import { AnalysisProgress } from './analysis-progress.tsx'
import { CrossSection } from './cross-section.tsx'
import { SourceChoice } from './source-choice.tsx'
import type { SurveyQuestion } from './survey-messages.ts'
import { useRowSource } from './use-row-sources.ts'
import { answerTo, useSurveyAnalysis } from './use-survey-analysis.ts'
import { useSplitChoice } from './use-split-choice.tsx'

/** What does this survey say: of a school, a village, or of whoever was asked? */
export function SchoolPage() {
  const from = useRowSource()
  const outside = useOutsideReader()
  const { instrument } = from
  const items =
    instrument?.items.filter(({ response }) => response.kind === 'choice').map(({ id }) => id) ?? []
  const [itemId, chooseItem] = useChoice('item', items)
  const { splitOf, field } = useSplitChoice()
  const askAbout = (splits: readonly SurveySplit[]): readonly SurveyQuestion[] => {
    const split = splitOf(splits)
    const school = { about: 'school', split, outside } as const
    return split === null || itemId === ''
      ? [school]
      : [school, { about: 'cross', itemId, split, outside }]
  }
  const analysis = useSurveyAnalysis(instrument, from.source, askAbout, from.chosen)
  const split = splitOf(analysis.splits)
  const [school, cross] = askAbout(analysis.splits)
  const summed = school === undefined ? null : answerTo(analysis, school)
  const crossed = cross === undefined ? null : answerTo(analysis, cross)
  return (
    <QuestionPage question="school">
      <SourceChoice from={from} />
      <AnalysisProgress analysis={analysis} count={from.source.count} renews={summed !== null} />
      {instrument !== null && summed?.about === 'school' && (
        <>
          <Summary
            title={from.options.find(({ value }) => value === from.chosen)?.label ?? ''}
            instrument={instrument}
            summary={summed.summary}
            who={from.who}
            split={split}
            splitField={field(analysis.splits)}
          />
          {split !== null && crossed?.about === 'cross' && crossed.figures !== null && (
            <CrossSection
              instrument={instrument}
              items={items}
              itemId={itemId}
              onItem={chooseItem}
              figures={crossed.figures}
              split={split}
            />
          )}
        </>
      )}
    </QuestionPage>
  )
}

/** The label of school or class, or the background's own name. */
function nameSplit(split: string): string {
  return split === '' ? text('evaluation:school.class') : split
}

function Summary({
  title,
  instrument,
  summary,
  who,
  split,
  splitField,
}: {
  readonly title: string
  readonly instrument: Known<Instrument>
  readonly summary: SchoolSummary
  readonly who: WhoWasAsked
  readonly split: string | null
  readonly splitField: ReactNode
}) {
  const wording = deskWording()
  const [scaleId, chooseScale] = useChoice(
    'part',
    summary.scales.map((scale) => scale.scaleId),
  )
  const scale = summary.scales.find((one) => one.scaleId === scaleId)
  return (
    <>
      <FindingView finding={describeSchool(title, instrument, summary, wording, who)} />
      {splitField}
      {scale !== undefined && (
        <>
          <ChoiceField
            label={text('evaluation:overview.scale')}
            value={scaleId}
            options={summary.scales.map((one) => ({
              value: one.scaleId,
              label: titleOfScale(instrument, one.scaleId, wording),
            }))}
            onChange={chooseScale}
          />
          <FindingView
            finding={describeSchoolScale(
              instrument,
              scale,
              split === null ? '' : nameSplit(split),
              wording,
            )}
          />
        </>
      )}
    </>
  )
}
