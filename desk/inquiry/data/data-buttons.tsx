import { Text } from '@mantine/core'
import {
  longDataset,
  type WaveSource,
  wideDataset,
} from '../../../core/inquiry/dataset/wave-dataset.ts'
import { formatList, text, useDoing } from '../../kit/index.ts'
import { useNoteRead } from '../../sync/index.ts'
import type { DataChoice } from './data-choice.ts'
import { FormatButtons } from './format-buttons.tsx'
import { type DataFormat, saveDataset } from './save-dataset.ts'

interface DataButtonsProps {
  readonly source: WaveSource
  readonly layout: DataChoice['layout']
  readonly waveId: string
}

export function DataButtons({ source, layout, waveId }: DataButtonsProps) {
  const noteRead = useNoteRead()
  const doing = useDoing()
  const { instrument, waves, sheets } = source
  // Made at the touch: a large table is not built for every look at the page.
  const save = (format: DataFormat): void => {
    const build = layout === 'wide' ? wideDataset : longDataset
    doing
      .run(async () => saveDataset(build(source), `${instrument.code}-${layout}`, format))
      .then((name) => (name === null ? undefined : noteRead('wave', waveId, 'export')))
      .catch(reportError)
  }
  return (
    <>
      <Text>{text('inquiry:data.count', { count: sheets.length })}</Text>
      <Text size="sm" c="gray.7">
        {text('inquiry:data.waves', { titles: formatList(waves.map(({ title }) => title)) })}
      </Text>
      <FormatButtons doing={doing} onSave={save} />
      <Text size="sm">{text('inquiry:data.readOnce')}</Text>
    </>
  )
}
