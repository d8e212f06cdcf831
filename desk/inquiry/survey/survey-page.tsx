import { Button, Group, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import {
  compareNames,
  EmptyState,
  Facts,
  formatNumber,
  Loading,
  Page,
  RefusalNote,
  Section,
  text,
} from '../../kit/index.ts'
import { useMay, useRecord, useRecords, useSurvey } from '../../sync/index.ts'
import { SurveyArriving } from '../waves/survey-wave.tsx'
import { useWaveInstruments, type WaveRecord } from '../waves/use-wave.ts'
import { titleOf } from '../words.ts'
import { DownloadButtons } from './download-buttons.tsx'
import { ItemTable } from './item-table.tsx'
import { ScaleTable } from './scale-table.tsx'
import { SubgroupTable } from './subgroup-table.tsx'
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
  return <Figures wave={its} />
}

function Figures({ wave: its }: { readonly wave: WaveRecord }) {
  const instruments = useWaveInstruments(its)
  const [chosen, setChosen] = useState('')
  const instrument = instruments.find(({ id }) => id === chosen) ?? instruments[0] ?? null
  const unsorted = useRecords(surveySheet, {
    waveId: its.id,
    instrumentId: instrument?.id ?? '',
  })
  const sheets = useMemo(
    () =>
      [...unsorted].sort((left, right) => compareNames(left.respondentCode, right.respondentCode)),
    [unsorted],
  )
  const { answer, sheets: summed, busy, failed } = useSummary(instrument, sheets)
  const summary = answer?.summary ?? null
  const back = { to: `/inquiry/waves/${its.id}`, label: its.title }
  return (
    <Page
      title={text('inquiry:survey.title')}
      back={back}
      wide
      actions={
        instrument !== null && summary?.ok === true ? (
          <Group gap="xs">
            <ReportButton waveId={its.id} />
            <DownloadButtons instrument={instrument} sheets={summed} summary={summary.value} />
          </Group>
        ) : undefined
      }
    >
      {instruments.length > 1 && (
        <NativeSelect
          label={text('inquiry:line.instrument')}
          value={instrument?.id ?? ''}
          data={instruments.map((one) => ({ value: one.id, label: titleOf(one) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <SurveyArriving waveId={its.id} />
      {sheets.length === 0 && <EmptyState title={text('inquiry:survey.none')} />}
      {busy && <Loading label={text('inquiry:survey.computing')} />}
      {failed && <EmptyState title={text('kit:bug')} />}
      {summary !== null && !summary.ok && <RefusalNote refusal={summary.refusal} />}
      {instrument !== null && answer !== null && summary?.ok === true && (
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
          <ScaleTable instrument={instrument} summary={summary.value} />
          <SubgroupTable instrument={instrument} summary={summary.value} sheets={summed} />
          <ItemTable instrument={instrument} summary={summary.value} counts={answer.counts} />
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
