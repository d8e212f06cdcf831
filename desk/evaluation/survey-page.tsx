import { Button, Group, Text } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import {
  drawGroupChanges,
  drawSurveyLines,
} from '../../core/evaluation/charts/draw-survey-charts.ts'
import { describeSurveyChange } from '../../core/evaluation/describe-survey-change.ts'
import type { SurveyScaleChange } from '../../core/evaluation/evaluate-survey-change.ts'
import { listRows } from '../../core/evaluation/findings/finding.ts'
import { placesFor, writeNumber, writeSigned } from '../../core/evaluation/write-numbers.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { DataTable, EmptyState, Page, Section, text } from '../kit/index.ts'
import { useMay, useRecord } from '../sync/index.ts'
import { Chart } from './chart.tsx'
import { CsvButton } from './csv-button.tsx'
import styles from './evaluation.module.css'
import { answerOfSurvey } from './survey/answer-of-survey.ts'
import { AnalysisProgress } from './survey/analysis-progress.tsx'
import { useSurveyChange } from './survey/use-survey-change.ts'
import { Warnings } from './warnings.tsx'
import { WordButton } from './word/word-button.tsx'
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
      title={after?.title ?? text('evaluation:home.surveys')}
      back={{ to: '/evaluation', label: text('evaluation:home.title') }}
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
      <AnalysisProgress analysis={analysis} count={analysis.count} />
      {scales.length === 0 && (analysis.state === 'idle' || analysis.state === 'done') && (
        <EmptyState
          title={text('evaluation:survey.nothing')}
          hint={text('evaluation:survey.nothingHint')}
        />
      )}
      {scales.map((scale) => (
        <SurveyScale key={scale.id} scale={scale} />
      ))}
    </Page>
  )
}

/** More lines than this are a black page. */
const mostLines = 300

function SurveyScale({ scale }: { readonly scale: SurveyScaleChange }) {
  const wording = deskWording()
  const { language } = wording
  const words = describeSurveyChange(scale, wording)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const charts = useMemo(() => {
    const said = deskWording()
    return [
      ...scale.groups
        .filter(({ numbers }) => numbers.n <= mostLines)
        .map(({ label }) => drawSurveyLines(scale, label, said)),
      drawGroupChanges(scale, said),
    ]
  }, [scale, language])
  const answer = () => answerOfSurvey(scale, charts, deskWording())
  return (
    <Section title={words.title}>
      {[...words.groups, ...words.contrasts].map((sentence) => (
        <Text key={sentence} className={styles.sentence ?? ''}>
          {sentence}
        </Text>
      ))}
      <div className={styles.pictures}>
        {charts.map((chart) => (
          <Chart key={chart.title} spec={chart} />
        ))}
      </div>
      <Group gap="xs" className="no-print">
        <CsvButton title={words.title} rows={() => listRows(answer(), deskWording())} />
        <WordButton finding={answer} />
      </Group>
      <SurveyFigures scale={scale} />
      <Warnings warnings={scale.warnings} />
    </Section>
  )
}

function SurveyFigures({ scale }: { readonly scale: SurveyScaleChange }) {
  const places = placesFor(scale.range)
  const show = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : writeNumber(value, places)
  return (
    <DataTable
      caption={text('evaluation:survey.caption')}
      rows={scale.groups}
      keyOf={({ label }) => label}
      columns={[
        {
          name: 'group',
          label: text('evaluation:survey.group'),
          show: ({ label }) => label || text('evaluation:describe.unnamedGroup'),
        },
        { name: 'n', label: 'n', numeric: true, show: ({ numbers }) => numbers.n },
        {
          name: 'before',
          label: text('evaluation:moment.before'),
          numeric: true,
          show: ({ numbers }) => show(numbers.before?.mean),
        },
        {
          name: 'after',
          label: text('evaluation:moment.after'),
          numeric: true,
          show: ({ numbers }) => show(numbers.after?.mean),
        },
        {
          name: 'change',
          label: text('evaluation:lines.change'),
          numeric: true,
          show: ({ numbers }) => (numbers.mean === null ? '–' : writeSigned(numbers.mean, places)),
        },
        {
          name: 'low',
          label: text('evaluation:survey.low'),
          numeric: true,
          show: ({ numbers }) => show(numbers.interval?.low),
        },
        {
          name: 'high',
          label: text('evaluation:survey.high'),
          numeric: true,
          show: ({ numbers }) => show(numbers.interval?.high),
        },
        {
          name: 'g',
          label: 'g_av',
          numeric: true,
          show: ({ numbers }) =>
            numbers.effect === null ? '–' : writeNumber(numbers.effect.gAv, 2),
        },
      ]}
    />
  )
}
