import { Button, Text } from '@mantine/core'
import { EmptyState, formatNumber, LongJob, text } from '../../kit/index.ts'
import type { SurveyAnalysis } from './use-survey-analysis.ts'

/** How far the counting is; it can be stopped at any moment, nothing is lost by it. */
export function AnalysisProgress({
  analysis,
  count,
  renews = false,
}: {
  readonly analysis: Pick<SurveyAnalysis, 'state' | 'part' | 'cancel' | 'restart'>
  readonly count: number
  /** Earlier figures stand below meanwhile. */
  readonly renews?: boolean
}) {
  if (renews && (analysis.state === 'reading' || analysis.state === 'computing'))
    return (
      <output>
        <Text c="gray.7">{text('evaluation:analysis.renewing')}</Text>
      </output>
    )
  switch (analysis.state) {
    case 'idle':
    case 'done':
      return null
    case 'reading':
    case 'computing':
      return (
        <LongJob
          label={text(`evaluation:analysis.${analysis.state}`, { n: formatNumber(count) })}
          part={analysis.part}
          onCancel={analysis.cancel}
        />
      )
    case 'cancelled':
      return (
        <div>
          <Text>{text('evaluation:analysis.cancelled')}</Text>
          <Button mt="xs" variant="default" onClick={analysis.restart}>
            {text('evaluation:analysis.again')}
          </Button>
        </div>
      )
    case 'failed':
      return <EmptyState title={text('kit:bug')} />
  }
}
