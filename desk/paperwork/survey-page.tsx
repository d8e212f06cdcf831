import { NativeSelect, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { z } from 'zod'
import {
  respondentKinds,
  type RespondentKind,
} from '../../core/evaluation/survey/survey-of-families.ts'
import { listSplits, type SplitBy } from '../../core/inquiry/compare-subgroups.ts'
import type { SurveySheet } from '../../core/inquiry/survey-sheet.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { surveyReport } from '../../core/paperwork/survey-report.ts'
import {
  noSurveyTexts,
  surveyHeads,
  type SurveyTexts,
} from '../../core/paperwork/survey/survey-paper.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Loading,
  LongJob,
  Page,
  Section,
  text,
  useDoing,
} from '../kit/index.ts'
import {
  callServer,
  useActor,
  useKeptDraft,
  useRecord,
  useRecords,
  useSendSoon,
  useSurvey,
} from '../sync/index.ts'
import { FormChoice, type PaperChoices } from './form-choice.tsx'
import { HeadField } from './head-field.tsx'
import { MakeButton } from './make-button.tsx'
import { ReadyFile } from './ready-file.tsx'
import { ChooseTables } from './survey/choose-tables.tsx'
import { type SheetsOfSurvey, useSurveySheets } from './survey/use-survey-sheets.ts'
import { useAxes, useTableChoice } from './survey/use-table-choice.ts'
import { ReportsTable } from './reports-table.tsx'

const madeShape = z.object({ reportId: z.uuid(), fileId: z.uuid() })
const textsShape = z.record(z.string(), z.string())

function takeTexts(kept: unknown): SurveyTexts | null {
  const read = textsShape.safeParse(kept)
  return read.success ? { ...noSurveyTexts, ...read.data } : null
}

/** The report of a survey: by codes one wave, or before and after; of families one wave. */
export function SurveyPage() {
  const { waveId = '', afterId = null } = useParams()
  useSurvey(waveId)
  useSurvey(afterId)
  const its = useRecord(wave, waveId)
  const after = useRecord(wave, afterId)
  const back = { to: '/paperwork', label: text('paperwork:home.title') }
  if (its === null || (afterId !== null && (after === null || its.subject !== 'codes')))
    return (
      <Page title={text('paperwork:home.title')} back={back}>
        <EmptyState title={text('paperwork:survey.notHere')} />
      </Page>
    )
  const survey = after === null ? its.title : `${its.title} → ${after.title}`
  return (
    <Page title={text('paperwork:survey.title', { survey })} back={back}>
      <MakeSurveyReport key={`${waveId}${afterId}`} waveId={waveId} afterWaveId={afterId} />
      <ReportsMade waveId={waveId} afterWaveId={afterId} />
    </Page>
  )
}

interface WavesOfReport {
  readonly waveId: string
  readonly afterWaveId: string | null
}

function MakeSurveyReport({ waveId, afterWaveId }: WavesOfReport) {
  const name = `surveyReport:${waveId}:${afterWaveId ?? ''}`
  const draft = useKeptDraft<SurveyTexts>(name, noSurveyTexts, takeTexts)
  const [paper, setPaper] = useState<PaperChoices>({
    language: currentLanguage(),
    templateId: null,
  })
  const [respondents, setRespondents] = useState<RespondentKind | null>(null)
  const survey = useSurveySheets(waveId, afterWaveId, respondents)
  const splits = useSplits(waveId, survey.sheets)
  const [chosen, setChosen] = useState<string | null>(null)
  const split =
    chosen === null ? (splits.find(({ by }) => by === 'group') ?? null) : findSplit(splits, chosen)
  const groups = useGroupLabels(waveId, survey.sheets)
  const [reference, setReference] = useState<string | null>(null)
  const [fileId, setFileId] = useState<string | null>(null)
  const its = useRecord(wave, waveId)
  const axes = useAxes(its, survey.sheets)
  const chosenTables = useTableChoice(waveId, afterWaveId)
  const doing = useDoing()
  const sendSoon = useSendSoon()
  if (draft.value === null || chosenTables.value === null) return <Loading />
  const texts = draft.value
  const choice = chosenTables.value
  const make = async (): Promise<void> => {
    setFileId(null)
    const body = { waveId, afterWaveId, split, reference, respondents, texts, ...choice, ...paper }
    const made = await doing.run(() =>
      callServer('/api/reports/survey', body, madeShape, { timeoutSeconds: 300 }),
    )
    if (made === null) return
    setFileId(made.fileId)
    sendSoon()
  }
  return (
    <>
      <Section title={text('paperwork:make.choices')}>
        <FormChoice form="surveyReport" choices={paper} onChange={setPaper} />
        {its?.subject === 'families' && (
          <WhoseAnswers survey={survey} chosen={respondents} onChoose={setRespondents} />
        )}
        {splits.length > 0 && (
          <NativeSelect
            label={text('paperwork:survey.split')}
            description={text('paperwork:survey.splitHint')}
            value={split === null ? '' : nameOf(split)}
            data={[
              { value: '', label: text('paperwork:survey.noSplit') },
              ...splits.map((one) => ({ value: nameOf(one), label: labelOf(one) })),
            ]}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
        {afterWaveId !== null && groups.length > 1 && (
          <NativeSelect
            label={text('paperwork:survey.reference')}
            description={text('paperwork:survey.referenceHint')}
            value={reference ?? ''}
            data={[{ value: '', label: text('paperwork:survey.referenceByName') }, ...groups]}
            onChange={({ currentTarget }) => setReference(currentTarget.value || null)}
          />
        )}
      </Section>
      <ChooseTables {...axes} choice={choice} onChange={chosenTables.change} />
      <Section title={text('paperwork:make.written')} hint={text('paperwork:make.writtenHint')}>
        {surveyHeads.map((head) => (
          <HeadField
            key={head}
            label={text(`paperwork:surveyHead.${head}`)}
            value={texts[head]}
            onChange={(value) => draft.change({ ...texts, [head]: value })}
          />
        ))}
      </Section>
      <MakeButton busy={doing.busy} onMake={make} />
      {doing.busy && <LongJob label={text('paperwork:make.busy')} part={null} />}
      <DoingNote doing={doing} />
      <ReadyFile fileId={fileId} />
    </>
  )
}

/** Of a wave of families: whose answers, and which families they are. */
function WhoseAnswers({
  survey: { respondents },
  chosen,
  onChoose,
}: {
  readonly survey: SheetsOfSurvey
  readonly chosen: RespondentKind | null
  readonly onChoose: (kind: RespondentKind | null) => void
}) {
  const { roles } = useActor()
  return (
    <>
      {respondents.length > 1 && (
        <NativeSelect
          label={text('inquiry:survey.respondents')}
          value={chosen ?? ''}
          data={[
            { value: '', label: text('inquiry:survey.everybody') },
            ...respondents.map((kind) => ({
              value: kind,
              label: text(`evaluation:familySurvey.respondents.${kind}`),
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChoose(respondentKinds.find((kind) => kind === value) ?? null)
          }
        />
      )}
      <Text c="gray.7">{text('inquiry:survey.fromRegister')}</Text>
      {!roles.includes('supervisor') && <Text fw={600}>{text('inquiry:survey.ownFamilies')}</Text>}
    </>
  )
}

/** By what the scores can be set beside each other. */
function useSplits(waveId: string, sheets: readonly SurveySheet[]): readonly SplitBy[] {
  return useMemo(
    () => listSplits(sheets.filter((one) => one.waveId === waveId)).map(({ split }) => split),
    [sheets, waveId],
  )
}

function useGroupLabels(waveId: string, sheets: readonly SurveySheet[]): readonly string[] {
  return useMemo(() => {
    const own = sheets.filter((one) => one.waveId === waveId)
    const labels = new Set(own.map(({ groupLabel }) => groupLabel))
    return [...labels].filter((label) => label !== '').sort()
  }, [sheets, waveId])
}

function nameOf(split: SplitBy): string {
  return split.by === 'group' ? 'group' : `extra ${split.name}`
}

function labelOf(split: SplitBy): string {
  return split.by === 'group' ? text('paperwork:survey.byGroup') : split.name
}

function findSplit(splits: readonly SplitBy[], name: string): SplitBy | null {
  return splits.find((one) => nameOf(one) === name) ?? null
}

function ReportsMade({ waveId, afterWaveId }: WavesOfReport) {
  const reports = useRecords(surveyReport, { waveId }).filter(
    (one) => one.afterWaveId === afterWaveId,
  )
  if (reports.length === 0) return null
  return <ReportsTable reports={reports} />
}
