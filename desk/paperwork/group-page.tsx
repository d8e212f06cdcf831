import { Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { z } from 'zod'
import { chooseWaves } from '../../core/evaluation/choose-waves.ts'
import { type ReportScale, scalesForReport } from '../../core/evaluation/scales-for-report.ts'
import { type SupportGroup, supportGroup } from '../../core/groupwork/support-group.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { writtenHeads, type WrittenTexts } from '../../core/paperwork/evaluation-summary.ts'
import { noTexts } from '../../core/paperwork/summary-input.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Loading,
  LongJob,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../kit/index.ts'
import { callServer, useSendSoon, useKeptDraft, useRecord, useRecords } from '../sync/index.ts'
import { ToFileBox } from './file-box/to-file-box.tsx'
import { HeadField } from './head-field.tsx'
import { HiddenNames } from './hidden-names.tsx'
import { MakeButton } from './make-button.tsx'
import { ToPapers } from './papers/to-papers.tsx'
import { ReadyFile } from './ready-file.tsx'
import { ReportFields, type ReportChoices } from './report-fields.tsx'

const madeShape = z.object({ reportId: z.uuid(), fileId: z.uuid() })
const textsShape = z.record(z.string(), z.string())

function takeTexts(kept: unknown): WrittenTexts | null {
  const read = textsShape.safeParse(kept)
  return read.success ? { ...noTexts, ...read.data } : null
}

/** The evaluation summary of one group: what only people can write, then the Word file. */
export function GroupPage() {
  const { groupId = '' } = useParams()
  const group = useRecord(supportGroup, groupId)
  const waves = useRecords(wave, { groupId })
  const chosen = useMemo(() => chooseWaves(waves), [waves])
  const back = { to: '/paperwork', label: text('paperwork:home.title') }
  const title =
    group === null
      ? text('paperwork:home.title')
      : text('paperwork:make.title', { group: group.title })
  return (
    <Page title={title} back={back} marks={group !== null && <UnsentMark record={group} />}>
      {group !== null && (
        <Group gap="sm">
          <ToPapers groupId={groupId} />
          <ToFileBox group={group} />
        </Group>
      )}
      {chosen === null || group === null ? (
        <EmptyState
          title={text('paperwork:make.notTwo')}
          hint={text('paperwork:make.notTwoHint')}
        />
      ) : (
        <MakeReport
          key={groupId}
          group={group}
          groupId={groupId}
          beforeWaveId={chosen.before.id}
          afterWaveId={chosen.after.id}
          followUpWaveId={chosen.followUp?.id ?? null}
        />
      )}
    </Page>
  )
}

interface MakeReportProps {
  readonly group: SupportGroup
  readonly groupId: string
  readonly beforeWaveId: string
  readonly afterWaveId: string
  readonly followUpWaveId: string | null
}

function MakeReport({ group, ...waves }: MakeReportProps) {
  const draft = useKeptDraft<WrittenTexts>(`report:${waves.groupId}`, noTexts, takeTexts)
  const [choices, setChoices] = useState<ReportChoices>({
    language: currentLanguage(),
    test: 'none',
    templateId: null,
    scaleIds: null,
  })
  const [fileId, setFileId] = useState<string | null>(null)
  const doing = useDoing()
  const scales = useReportScales(waves.beforeWaveId)
  const sendSoon = useSendSoon()
  if (draft.value === null) return <Loading />
  const texts = draft.value
  const make = async (): Promise<void> => {
    const options = { test: { kind: choices.test, zeros: 'pratt' }, ownReliability: false }
    const body = {
      ...waves,
      options,
      scaleIds: choices.scaleIds,
      texts,
      language: choices.language,
      templateId: choices.templateId,
    }
    const made = await doing.run(() =>
      callServer('/api/reports/evaluation-summary', body, madeShape, { timeoutSeconds: 180 }),
    )
    if (made === null) return
    setFileId(made.fileId)
    sendSoon()
  }
  return (
    <>
      <Section title={text('paperwork:make.choices')}>
        <ReportFields scales={scales} choices={choices} onChange={setChoices} />
      </Section>
      <Section title={text('paperwork:make.written')} hint={text('paperwork:make.writtenHint')}>
        {writtenHeads.map((head) => (
          <HeadField
            key={head}
            label={text(`paperwork:head.${head}`)}
            value={texts[head]}
            onChange={(value) => draft.change({ ...texts, [head]: value })}
          />
        ))}
      </Section>
      <HiddenNames groupId={waves.groupId} group={group} texts={texts} />
      <MakeButton busy={doing.busy} onMake={make} />
      {doing.busy && <LongJob label={text('paperwork:make.busy')} part={null} />}
      <DoingNote doing={doing} />
      <ReadyFile fileId={fileId} />
    </>
  )
}

/** Scales of the instruments that the before wave asked. */
function useReportScales(waveId: string): readonly ReportScale[] {
  const before = useRecord(wave, waveId)
  const instruments = useRecords(instrument)
  return useMemo(
    () =>
      scalesForReport(instruments.filter(({ id }) => before?.instrumentIds.includes(id) === true)),
    [before, instruments],
  )
}
