import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { wave } from '../../../core/inquiry/wave.ts'
import { EmptyState, Page, Section, SegmentedChoice, text } from '../../kit/index.ts'
import { useRecord } from '../../sync/index.ts'
import { useWaveInstruments, type WaveRecord } from '../waves/use-wave.ts'
import { titleOf } from '../words.ts'
import { DataButtons } from './data-buttons.tsx'
import { type DataChoice, dataLayouts, dataUses } from './data-choice.ts'
import { OwnWordsChoice } from './own-words-choice.tsx'
import { useDataSource } from './use-data-source.ts'

/** Answers of known families for a statistics program, by code. */
export function DataPage() {
  const { waveId } = useParams()
  const its = useRecord(wave, waveId)
  if (its === null || its.removed)
    return (
      <Page
        title={text('inquiry:data.title')}
        back={{ to: '/inquiry', label: text('inquiry:waves.title') }}
      >
        <EmptyState title={text('inquiry:waves.missing')} />
      </Page>
    )
  return (
    <Page
      title={text('inquiry:data.title')}
      back={{ to: `/inquiry/waves/${its.id}`, label: its.title }}
    >
      <Text c="gray.7" maw="46em">
        {text('inquiry:data.hint')}
      </Text>
      <Choices wave={its} />
    </Page>
  )
}

function Choices({ wave: its }: { readonly wave: WaveRecord }) {
  const instruments = useWaveInstruments(its)
  const [choice, setChoice] = useState<DataChoice>({
    instrumentId: '',
    layout: 'wide',
    use: 'own',
    withOwnWords: false,
  })
  const instrument =
    instruments.find(({ id }) => id === choice.instrumentId) ?? instruments[0] ?? null
  const { source, leftOut } = useDataSource(its, instrument, choice)
  return (
    <Section title={text('inquiry:data.instrument')}>
      <NativeSelect
        aria-label={text('inquiry:data.instrument')}
        value={instrument?.id ?? ''}
        data={instruments.map((one) => ({ value: one.id, label: titleOf(one) }))}
        onChange={(event) => setChoice({ ...choice, instrumentId: event.currentTarget.value })}
        maw={420}
      />
      <SegmentedChoice
        label={text('inquiry:data.layout')}
        hint={text(`inquiry:data.layoutHint.${choice.layout}`)}
        options={dataLayouts.map((value) => ({
          value,
          label: text(`inquiry:data.layouts.${value}`),
        }))}
        value={choice.layout}
        onChange={(layout) => setChoice({ ...choice, layout })}
      />
      <SegmentedChoice
        label={text('inquiry:data.purpose')}
        hint={text(`inquiry:data.purposeHint.${choice.use}`)}
        options={dataUses.map((value) => ({
          value,
          label: text(`inquiry:data.purposes.${value}`),
        }))}
        value={choice.use}
        onChange={(use) => setChoice({ ...choice, use })}
      />
      {instrument !== null && (
        <OwnWordsChoice
          instrument={instrument}
          value={choice.withOwnWords}
          onChange={(withOwnWords) => setChoice({ ...choice, withOwnWords })}
          refused={choice.use === 'research'}
        />
      )}
      {source === null || source.sheets.length === 0 ? (
        <EmptyState title={text('inquiry:data.none')} hint={text('inquiry:data.noneHint')} />
      ) : (
        <DataButtons source={source} layout={choice.layout} waveId={its.id} />
      )}
      {leftOut > 0 && <Text size="sm">{text('inquiry:data.left', { count: leftOut })}</Text>}
    </Section>
  )
}
