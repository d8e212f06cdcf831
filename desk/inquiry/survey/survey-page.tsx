import { Button, Group, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { mayTakeRows, readsFromOutside } from '../../../core/evaluation/reads-from-outside.ts'
import type { RespondentKind } from '../../../core/evaluation/survey/survey-of-families.ts'
import { hideItemCounts } from '../../../core/evaluation/survey/hide-item-counts.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import {
  EmptyState,
  Facts,
  formatNumber,
  Page,
  RefusalNote,
  Section,
  text,
} from '../../kit/index.ts'
import { useActor, useMay, useRecord, useSurvey } from '../../sync/index.ts'
import { SurveyArriving } from '../waves/survey-wave.tsx'
import { useWaveInstruments, type WaveRecord } from '../waves/use-wave.ts'
import { titleOf } from '../words.ts'
import { CrossSection } from './cross-section.tsx'
import { DownloadButtons } from './download-buttons.tsx'
import { FamilyDataLink, FamilySurveyHead } from './family-survey-head.tsx'
import { FigureSection } from './figure-section.tsx'
import { ItemTable } from './item-table.tsx'
import { ScaleTable } from './scale-table.tsx'
import { SubgroupTable } from './subgroup-table.tsx'
import { SummaryProgress } from './summary-progress.tsx'
import { useFamilySurvey, useSurveySlices } from './use-family-survey.ts'
import { useSummary } from './use-summary.ts'

/** A survey in figures: per item, per subscale, by background; every number with its n. */
export function SurveyPage() {
  const { waveId } = useParams()
  const its = useRecord(wave, waveId)
  useSurvey(waveId)
  if (its === null)
    return (
      <Page
        title={text('inquiry:survey.title')}
        back={{ to: '/inquiry', label: text('inquiry:waves.title') }}
      >
        <EmptyState title={text('inquiry:waves.missing')} />
      </Page>
    )
  return <Figures key={its.id} wave={its} />
}

const nowhere = 'none'

function Figures({ wave: its }: { readonly wave: WaveRecord }) {
  const { roles } = useActor()
  const instruments = useWaveInstruments(its)
  const [chosen, setChosen] = useState('')
  const instrument = instruments.find(({ id }) => id === chosen) ?? instruments[0] ?? null
  const [respondents, setRespondents] = useState<RespondentKind | null>(null)
  const ofFamilies = its.subject === 'families'
  const survey = useFamilySurvey(its, instrument?.id ?? nowhere, respondents)
  const sheets = useSurveySlices(its, instrument?.id ?? nowhere, survey)
  const state = useSummary(instrument, sheets)
  const figures = state.figures
  const summary = figures?.summary ?? null
  const back = { to: `/inquiry/waves/${its.id}`, label: its.title }
  const outside = readsFromOutside(roles)
  const counts = useMemo(() => hideItemCounts(figures?.counts ?? [], outside), [figures, outside])
  return (
    <Page
      title={text('inquiry:survey.title')}
      back={back}
      wide
      actions={
        instrument !== null && summary?.ok === true ? (
          <Group gap="xs">
            <ReportButton waveId={its.id} />
            {ofFamilies && <FamilyDataLink waveId={its.id} />}
            {!ofFamilies && mayTakeRows(roles) && (
              <DownloadButtons waveId={its.id} instrument={instrument} summary={state} />
            )}
          </Group>
        ) : undefined
      }
    >
      {instruments.length > 1 && (
        <NativeSelect
          label={text('inquiry:line.instrument')}
          value={instrument?.id ?? ''}
          data={instruments.map((one) => ({ value: one.id, label: titleOf(one) }))}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
            setRespondents(null)
          }}
        />
      )}
      {ofFamilies && (
        <FamilySurveyHead survey={survey} chosen={respondents} onChoose={setRespondents} />
      )}
      <SurveyArriving waveId={its.id} />
      {sheets.count === 0 && (
        <EmptyState
          title={text('inquiry:survey.none')}
          {...(ofFamilies ? { hint: text('inquiry:survey.noneOfFamilies') } : {})}
        />
      )}
      <SummaryProgress summary={state} />
      {summary !== null && !summary.ok && <RefusalNote refusal={summary.refusal} />}
      {instrument !== null && figures !== null && summary?.ok === true && (
        <>
          <Section title={titleOf(instrument)}>
            <Facts
              rows={[
                {
                  label: text('inquiry:survey.sheetCount'),
                  value: formatNumber(summary.value.sheetCount),
                },
                {
                  label: text('inquiry:survey.complete'),
                  value: formatNumber(summary.value.completeCount),
                },
                {
                  label: text('inquiry:survey.missingAnswers'),
                  value: formatNumber(summary.value.missingCount),
                },
              ]}
            />
          </Section>
          <ScaleTable instrument={instrument} summary={summary.value} outside={outside} />
          <SubgroupTable
            instrument={instrument}
            summary={state}
            splits={figures.splits}
            outside={outside}
          />
          <CrossSection
            key={instrument.id}
            instrument={instrument}
            summary={state}
            axes={figures.axes}
            outside={outside}
          />
          <ItemTable instrument={instrument} summary={summary.value} counts={counts} />
          <FigureSection instrument={instrument} summary={summary.value} counts={counts} />
        </>
      )}
    </Page>
  )
}

function ReportButton({ waveId }: { readonly waveId: string }) {
  const may = useMay('surveyReport', 'create', `survey:${waveId}`)
  if (!may) return null
  return (
    <Button component={Link} to={`/paperwork/surveys/${waveId}`}>
      {text('paperwork:survey.toWord')}
    </Button>
  )
}
