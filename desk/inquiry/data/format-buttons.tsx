import { Button, Group } from '@mantine/core'
import type { Dataset } from '../../../core/inquiry/dataset/dataset.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { type DataFormat, saveDataset } from './save-dataset.ts'

interface FormatButtonsProps {
  readonly stem: string
  /** Made at the touch: a large table is not built for every look at the page. */
  readonly build: () => Dataset
  readonly onSaved?: () => void
}

/** The data for whoever computes elsewhere. */
export function FormatButtons({ stem, build, onSaved }: FormatButtonsProps) {
  const doing = useDoing()
  const save = (format: DataFormat) => () => {
    doing
      .run(async () => saveDataset(build(), stem, format))
      .then((name) => (name === null ? undefined : onSaved?.()))
      .catch(reportError)
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
