import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { EmptyState, formatNumber, LongJob, Section, text } from '../../kit/index.ts'
import { useCourier, useFeed, useRecords, useSurvey } from '../../sync/index.ts'
import { titleOf } from '../words.ts'
import { useWaveInstruments, type WaveRecord } from './use-wave.ts'

/** A survey whose respondents are codes: how many sheets there are, and the ways to more and to the figures. */
export function SurveyWave({ wave }: { readonly wave: WaveRecord }) {
  useSurvey(wave.id)
  const sheets = useRecords(surveySheet, { waveId: wave.id })
  const instruments = useWaveInstruments(wave)
  return (
    <Section
      title={text('inquiry:survey.sheets')}
      actions={
        <Group gap="xs">
          {sheets.length > 0 && (
            <Button component={Link} to={`/inquiry/waves/${wave.id}/survey`}>
              {text('inquiry:survey.open')}
            </Button>
          )}
        </Group>
      }
    >
      <SurveyArriving waveId={wave.id} />
      {sheets.length === 0 ? (
        <EmptyState title={text('inquiry:survey.none')} hint={text('inquiry:survey.noneHint')} />
      ) : (
        instruments.map((one) => (
          <Text key={one.id}>
            {text('inquiry:survey.count', {
              title: titleOf(one),
              count: sheets.filter(({ instrumentId }) => instrumentId === one.id).length,
            })}
          </Text>
        ))
      )}
    </Section>
  )
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
