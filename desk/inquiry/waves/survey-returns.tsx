import { Button, Group, Text, Textarea } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import {
  countModes,
  countReturns,
  readHandedOut,
  writeHandedOut,
} from '../../../core/inquiry/count-returns.ts'
import { paperEntry } from '../../../core/inquiry/paper/paper-entry.ts'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { wave as waveKind } from '../../../core/inquiry/wave.ts'
import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import {
  type Slices,
  useAct,
  useMay,
  useOpenText,
  useRecords,
  useSlices,
} from '../../sync/index.ts'
import { ReturnsTable } from './returns-table.tsx'
import type { WaveRecord } from './use-wave.ts'

interface Returned {
  readonly groupLabel: string
  readonly respondentCode: string
}

/** The response rate of a survey by codes, school by school, as sheets come in. */
export function SurveyReturns({ wave }: { readonly wave: WaveRecord }) {
  const sheets = useReturned(useSlices(surveySheet, { waveId: wave.id }))
  const typed = useRecords(paperEntry, { waveId: wave.id })
  const returns = useMemo(() => countReturns(wave, sheets), [wave, sheets])
  const ways = useMemo(() => {
    const onPaper = new Set(typed.map(({ sheetCode }) => sheetCode))
    const codes = [...new Set(sheets.map(({ respondentCode }) => respondentCode))]
    return countModes(codes.map((code) => (onPaper.has(code) ? 'paper' : 'import'))).map(
      ({ mode, count }) => ({ name: text(`inquiry:returns.way.${mode}`), count }),
    )
  }, [typed, sheets])
  return (
    <Section title={text('inquiry:returns.title')} hint={text('inquiry:returns.hint')}>
      {(returns.lines.length > 0 || wave.handedOut.length > 0) && (
        <ReturnsTable
          returns={returns}
          head={text('inquiry:returns.group')}
          asked={text('inquiry:returns.handedOut')}
          ways={ways}
        />
      )}
      {wave.handedOut.length === 0 && <Text c="gray.7">{text('inquiry:returns.unknown')}</Text>}
      <HandedOut wave={wave} />
    </Section>
  )
}

/** Code and group of every sheet, a slice at a time: a county's survey is not held whole. */
function useReturned(sheets: Slices): readonly Returned[] {
  const [read, setRead] = useState<readonly Returned[]>([])
  useEffect(() => {
    const abort = new AbortController()
    const found: Returned[] = []
    sheets
      .read(abort.signal, (rows) => {
        for (const { groupLabel, respondentCode } of rows)
          if (typeof respondentCode === 'string')
            found.push({
              respondentCode,
              groupLabel: typeof groupLabel === 'string' ? groupLabel : '',
            })
      })
      .then(() => {
        if (!abort.signal.aborted) setRead(found)
      })
      .catch(reportError)
    return () => abort.abort()
  }, [sheets])
  return read
}

function HandedOut({ wave }: { readonly wave: WaveRecord }) {
  const act = useAct()
  const doing = useDoing()
  const mayPlan = useMay('wave', 'edit', 'agency')
  const { words: written, was, open, write, close } = useOpenText(`waveHandedOut:${wave.id}`)
  if (!mayPlan) return null
  if (written === null)
    return (
      <Group mt="xs">
        <Button variant="default" onClick={() => open(writeHandedOut(wave.handedOut))}>
          {text('inquiry:returns.edit')}
        </Button>
      </Group>
    )
  const handedOut = readHandedOut(written)
  const save = async (): Promise<void> => {
    if (handedOut === null) return
    const saved = await doing.run(() =>
      act({
        ...{ kind: waveKind, recordId: wave.id, verb: 'edit', input: {} },
        fields: { handedOut },
        base: { handedOut: readHandedOut(was) ?? wave.handedOut },
      }),
    )
    if (saved !== null) close()
  }
  return (
    <>
      <Textarea
        label={text('inquiry:returns.field')}
        description={text('inquiry:returns.fieldHint')}
        error={handedOut === null ? text('inquiry:returns.unread') : null}
        autosize
        minRows={4}
        value={written}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button disabled={handedOut === null} loading={doing.busy} onClick={() => void save()}>
          {text('kit:save')}
        </Button>
        <Button variant="default" onClick={close}>
          {text('kit:cancel')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
