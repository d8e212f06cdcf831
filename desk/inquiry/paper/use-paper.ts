// A survey on paper as its screens need it: what has been typed, by whom, and what the survey has already.
import { useMemo } from 'react'
import type { Answers } from '../../../core/inquiry/check-answers.ts'
import { listPaperSheets, type PaperSheet } from '../../../core/inquiry/paper/compare-entries.ts'
import { paperEntry, paperEntryIdOf } from '../../../core/inquiry/paper/paper-entry.ts'
import { surveySheet, surveySheetIdOf } from '../../../core/inquiry/survey-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import { useActor, useRecord, useRecords, useSlices, useSurvey } from '../../sync/index.ts'
import { type InstrumentRecord, useWaveInstruments, type WaveRecord } from '../waves/use-wave.ts'

export interface PaperSurvey {
  readonly wave: WaveRecord
  readonly instruments: readonly InstrumentRecord[]
}

/** null where there is no such survey, or one of people in the register. */
export function usePaperSurvey(waveId: string | undefined): PaperSurvey | null {
  const found = useRecord(wave, waveId)
  useSurvey(found?.subject === 'codes' ? waveId : null)
  const instruments = useWaveInstruments(found)
  if (found === null || found.removed || found.subject !== 'codes') return null
  return { wave: found, instruments }
}

/** Every sheet that somebody has begun to type. */
export function usePaperSheets(
  waveId: string,
  instrument: InstrumentRecord | undefined,
): readonly PaperSheet[] {
  const { view } = useOpenDesk().replica
  const instrumentId = instrument?.id ?? ''
  const entries = useRecords(paperEntry, { waveId, instrumentId })
  const { count } = useSlices(surveySheet, { waveId, instrumentId })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count stands for the survey's sheets
  return useMemo(() => {
    if (instrument === undefined) return []
    const codes = new Set(entries.map(({ sheetCode }) => sheetCode))
    const taken = new Set(
      [...codes].filter((respondentCode) => {
        const id = surveySheetIdOf({ waveId, instrumentId, respondentCode })
        return view.entry('surveySheet', id) !== null
      }),
    )
    return listPaperSheets(instrument, entries, taken)
  }, [instrument, entries, count, view, waveId])
}

export interface OwnEntry {
  readonly id: string
  readonly answers: Answers
  readonly state: 'typing' | 'done' | null
}

/** My own reading of a sheet: nobody else's is looked at here (INQ-22). */
export function useOwnEntry(waveId: string, instrumentId: string, sheetCode: string): OwnEntry {
  const { staffId } = useActor()
  const id = paperEntryIdOf({ waveId, instrumentId, sheetCode, typistId: staffId })
  const own = useRecord(paperEntry, id)
  return { id, answers: own?.answers ?? {}, state: own?.state ?? null }
}
