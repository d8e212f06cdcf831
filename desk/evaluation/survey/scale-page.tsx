import { describeScaleQuality } from '../../../core/evaluation/findings/scale-finding.ts'
import { titleOfScale } from '../../../core/evaluation/findings/school-finding.ts'
import { scalesOf } from '../../../core/inquiry/check-scale.ts'
import { text } from '../../kit/index.ts'
import { ChoiceField } from '../choice-field.tsx'
import { FindingView } from '../finding-view.tsx'
import { QuestionPage } from '../question-page.tsx'
import { useChoice } from '../use-choice.ts'
import { useOutsideReader } from '../use-outside-reader.ts'
import { deskWording } from '../wording.ts'
import { AnalysisProgress } from './analysis-progress.tsx'
import { SourceChoice } from './source-choice.tsx'
import { useRowSource } from './use-row-sources.ts'
import { answerTo, useSurveyAnalysis } from './use-survey-analysis.ts'

/** Is our scale working? */
export function ScalePage() {
  const from = useRowSource()
  const { instrument } = from
  const parts = instrument === null ? [] : scalesOf(instrument)
  const [partId, choosePart] = useChoice(
    'part',
    parts.map(({ id }) => id),
  )
  const outside = useOutsideReader()
  const question = { about: 'scale', partId, outside } as const
  const analysis = useSurveyAnalysis(
    instrument,
    from.source,
    () => (partId === '' ? [] : [question]),
    from.chosen,
  )
  const answer = answerTo(analysis, question)
  const wording = deskWording()
  return (
    <QuestionPage question="scale">
      <SourceChoice from={from} />
      {instrument !== null && parts.length > 0 && (
        <ChoiceField
          label={text('evaluation:overview.scale')}
          value={partId}
          options={parts.map(({ id }) => ({
            value: id,
            label: titleOfScale(instrument, id, wording),
          }))}
          onChange={choosePart}
        />
      )}
      <AnalysisProgress analysis={analysis} count={from.source.count} renews={answer !== null} />
      {instrument !== null && answer?.about === 'scale' && answer.quality !== null && (
        <FindingView
          finding={describeScaleQuality(instrument, answer.quality, wording)}
          ready={analysis.state === 'done'}
        />
      )}
    </QuestionPage>
  )
}
