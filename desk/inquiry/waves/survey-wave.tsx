import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { EmptyState, formatNumber, LongJob, Section, text } from '../../kit/index.ts'
import { useCourier, useFeed, useMay, useSlices, useSurvey } from '../../sync/index.ts'
import { titleOf } from '../words.ts'
import { SurveyReturns } from './survey-returns.tsx'
import { type InstrumentRecord, useWaveInstruments, type WaveRecord } from './use-wave.ts'

/** A survey whose respondents are codes: how many sheets there are, and the ways to more and to the figures. */
export function SurveyWave({ wave }: { readonly wave: WaveRecord }) {
  useSurvey(wave.id)
  const { count } = useSlices(surveySheet, { waveId: wave.id })
  const instruments = useWaveInstruments(wave)
  return (
    <>
      <Section
        title={text('inquiry:survey.sheets')}
        actions={
          <Group gap="xs">
            {count > 0 && (
              <Button component={Link} to={`/inquiry/waves/${wave.id}/survey`}>
                {text('inquiry:survey.open')}
              </Button>
            )}
          </Group>
        }
      >
        <SurveyArriving waveId={wave.id} />
        {count === 0 ? (
          <EmptyState title={text('inquiry:survey.none')} hint={text('inquiry:survey.noneHint')} />
        ) : (
          instruments.map((one) => <SheetCount key={one.id} waveId={wave.id} instrument={one} />)
        )}
        <OnPaper wave={wave} />
      </Section>
      <SurveyReturns wave={wave} />
    </>
  )
}

/** For a survey on paper: print numbered sheets, type them in twice, lay the readings side by side. */
function OnPaper({ wave }: { readonly wave: WaveRecord }) {
  const mayType = useMay('paperEntry', 'create', `survey:${wave.id}`)
  if (!mayType) return null
  const steps = ['paper', 'type', 'compare'] as const
  return (
    <Group gap="xs">
      {steps
        .filter((step) => wave.state === 'open' || step !== 'type')
        .map((step) => (
          <Button
            key={step}
            variant="default"
            component={Link}
            to={`/inquiry/waves/${wave.id}/${step}`}
          >
            {text(`inquiry:paper.step.${step}`)}
          </Button>
        ))}
    </Group>
  )
}

function SheetCount({
  waveId,
  instrument,
}: {
  readonly waveId: string
  readonly instrument: InstrumentRecord
}) {
  const { count } = useSlices(surveySheet, { waveId, instrumentId: instrument.id })
  return <Text>{text('inquiry:survey.count', { title: titleOf(instrument), count })}</Text>
}

/** Until the survey has come to this device; without a network it says so by the line of the shell. */
export function SurveyArriving({ waveId }: { readonly waveId: string }) {
  const feed = useFeed()
  const { phase, received } = useCourier()
  if (feed.cursors[`survey:${waveId}`] !== undefined || phase !== 'sending') return null
  return (
    <LongJob
      label={text('inquiry:survey.arriving', { count: formatNumber(received) })}
      part={null}
    />
  )
}
