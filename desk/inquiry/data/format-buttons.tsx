import { Button, Group } from '@mantine/core'
import { type Doing, DoingNote, text } from '../../kit/index.ts'
import type { DataFormat } from './save-dataset.ts'

interface FormatButtonsProps {
  readonly doing: Doing
  readonly onSave: (format: DataFormat) => void
}

/** The data for whoever computes elsewhere. */
export function FormatButtons({ doing, onSave }: FormatButtonsProps) {
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => onSave('csv')}>
        {text('inquiry:survey.download')}
      </Button>
      <Button variant="default" onClick={() => onSave('sav')}>
        {text('inquiry:survey.downloadSav')}
      </Button>
      <DoingNote doing={doing} />
    </Group>
  )
}
