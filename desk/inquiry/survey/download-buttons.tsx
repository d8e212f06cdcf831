import { Button, Group } from '@mantine/core'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { SurveySummary } from '../../../core/inquiry/survey-summary.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { type DataFormat, downloadSurvey } from './download-survey.ts'

interface DownloadButtonsProps {
  readonly instrument: Instrument
  readonly sheets: readonly SurveySheet[]
  readonly summary: SurveySummary
}

/** The data for whoever computes elsewhere: a plain table, or SPSS with labels and missing codes. */
export function DownloadButtons({ instrument, sheets, summary }: DownloadButtonsProps) {
  const doing = useDoing()
  const save = (format: DataFormat) => () => {
    doing.run(async () => downloadSurvey(instrument, sheets, summary, format)).catch(reportError)
  }
  return (
    <Group gap="xs">
      <Button variant="default" onClick={save('csv')}>
        {text('inquiry:survey.download')}
      </Button>
      <Button variant="default" onClick={save('sav')}>
        {text('inquiry:survey.downloadSav')}
      </Button>
      <DoingNote doing={doing} />
    </Group>
  )
}
