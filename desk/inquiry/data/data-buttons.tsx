import { Text } from '@mantine/core'
import {
  longDataset,
  type WaveSource,
  wideDataset,
} from '../../../core/inquiry/dataset/wave-dataset.ts'
import { formatList, text } from '../../kit/index.ts'
import { useNoteRead } from '../../sync/index.ts'
import type { DataChoice } from './data-choice.ts'
import { FormatButtons } from './format-buttons.tsx'

interface DataButtonsProps {
  readonly source: WaveSource
  readonly layout: DataChoice['layout']
  readonly waveId: string
}

export function DataButtons({ source, layout, waveId }: DataButtonsProps) {
  const noteRead = useNoteRead()
  const { instrument, waves, sheets } = source
  return (
    <>
      <Text>{text('inquiry:data.count', { count: sheets.length })}</Text>
      <Text size="sm" c="gray.7">
        {text('inquiry:data.waves', { titles: formatList(waves.map(({ title }) => title)) })}
      </Text>
      <FormatButtons
        stem={`${instrument.code}-${layout}`}
        build={() => (layout === 'wide' ? wideDataset(source) : longDataset(source))}
        onSaved={() => noteRead('wave', waveId, 'export')}
      />
      <Text size="sm">{text('inquiry:data.readOnce')}</Text>
    </>
  )
}
