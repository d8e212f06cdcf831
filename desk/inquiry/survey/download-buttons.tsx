import { Fieldset, Stack } from '@mantine/core'
import { useState } from 'react'
import { readsFromOutside, type RowPurpose } from '../../../core/evaluation/reads-from-outside.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { done, type Outcome } from '../../../core/kit/outcome.ts'
import { currentLanguage, LongJob, saveFile, text, useDoing } from '../../kit/index.ts'
import { useActor, useNoteRead } from '../../sync/index.ts'
import { FormatButtons } from '../data/format-buttons.tsx'
import { OwnWordsChoice } from '../data/own-words-choice.tsx'
import type { DataFormat } from '../data/save-dataset.ts'
import { PurposeChoice } from './purpose-choice.tsx'
import type { SummaryState } from './use-summary.ts'

interface DownloadButtonsProps {
  readonly waveId: string
  readonly instrument: Instrument
  readonly summary: SummaryState
}

const types = { csv: 'text/csv;charset=utf-8', sav: 'application/x-spss-sav' } as const

/** Raw answers and scores of a survey by code, written beside the page: a county's survey takes a while. */
export function DownloadButtons({ waveId, instrument, summary }: DownloadButtonsProps) {
  const doing = useDoing()
  const noteRead = useNoteRead()
  const { roles } = useActor()
  const refused = readsFromOutside(roles)
  const [withOwnWords, setWithOwnWords] = useState(false)
  const [purpose, setPurpose] = useState<RowPurpose | null>(null)
  const write = async (format: DataFormat): Promise<Outcome<string>> => {
    const name = `${instrument.code}-${instrument.version}.${format}`
    const content = await summary.writeFile({
      format,
      withOwnWords: withOwnWords && !refused,
      madeAt: new Date().toISOString(),
      words: {
        language: currentLanguage(),
        noAnswer: text('inquiry:dataset.noAnswer'),
        passedOver: text('inquiry:dataset.passedOver'),
        notAsked: text('inquiry:dataset.notAsked'),
        chosen: text('inquiry:dataset.chosen'),
        notChosen: text('inquiry:dataset.notChosen'),
        code: text('inquiry:dataset.code'),
        group: text('inquiry:dataset.group'),
        answeredOn: text('inquiry:dataset.answeredOn'),
      },
    })
    if (content === null) return done('')
    if (!content.ok) return content
    saveFile(name, content.value, types[format])
    noteRead('wave', waveId, purpose ?? 'export')
    return done(name)
  }
  const save = (format: DataFormat): void => {
    doing.run(() => write(format)).catch(reportError)
  }
  if (summary.writing !== null)
    return (
      <LongJob
        label={text('inquiry:survey.writing')}
        part={summary.writing}
        onCancel={summary.dropFile}
      />
    )
  return (
    <Fieldset variant="unstyled" disabled={summary.state !== 'done'}>
      <Stack gap="xs">
        {refused && <PurposeChoice value={purpose} onChange={setPurpose} />}
        <Fieldset variant="unstyled" disabled={refused && purpose === null}>
          <FormatButtons doing={doing} onSave={save} />
        </Fieldset>
        <OwnWordsChoice
          instrument={instrument}
          value={withOwnWords}
          onChange={setWithOwnWords}
          refused={refused}
        />
      </Stack>
    </Fieldset>
  )
}
