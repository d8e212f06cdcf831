import { Button, Text } from '@mantine/core'
import { EmptyState, formatNumber, LongJob, text } from '../../kit/index.ts'
import type { SummaryState } from './use-summary.ts'

/** How far the figures are; they can be stopped at any moment, nothing is lost by it. */
export function SummaryProgress({ summary }: { readonly summary: SummaryState }) {
  const { state, part, count, cancel, restart } = summary
  if (summary.figures !== null && (state === 'reading' || state === 'computing'))
    return (
      <output>
        <Text c="gray.7">{text('evaluation:analysis.renewing')}</Text>
      </output>
    )
  switch (state) {
    case 'idle':
    case 'done':
      return null
    case 'reading':
      return (
        <LongJob
          label={text('inquiry:survey.reading', { sheets: formatNumber(count) })}
          part={part}
          onCancel={cancel}
        />
      )
    case 'computing':
      return <LongJob label={text('inquiry:survey.computing')} part={part} onCancel={cancel} />
    case 'cancelled':
      return (
        <div>
          <Text>{text('inquiry:survey.cancelled')}</Text>
          <Button mt="xs" variant="default" onClick={restart}>
            {text('inquiry:survey.again')}
          </Button>
        </div>
      )
    case 'failed':
      return <EmptyState title={text('kit:bug')} />
  }
}
