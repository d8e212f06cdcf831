import { useMemo } from 'react'
import { z } from 'zod'
import { instrument } from '../../../core/inquiry/instrument.ts'
import type { SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { Wave } from '../../../core/inquiry/wave.ts'
import { listAxes, nameAxis } from '../../../core/inquiry/cross-table/cross-axis.ts'
import { chooseUsualTables, nameAxisFor } from '../../../core/evaluation/survey/name-axis.ts'
import { mostTables, type TableWish } from '../../../core/paperwork/survey/cross-on-paper.ts'
import { currentLanguage } from '../../kit/index.ts'
import { useKeptDraft, useRecords } from '../../sync/index.ts'
import { paperWording } from './use-survey-sheets.ts'

export type TableChoice = {
  /** null: the usual ones. */
  readonly tables: readonly TableWish[] | null
  readonly withFigures: boolean
}

const usualChoice: TableChoice = { tables: null, withFigures: true }
const choiceShape = z.object({
  tables: z
    .array(z.object({ rows: z.string(), columns: z.string(), figure: z.boolean() }))
    .max(mostTables)
    .nullable(),
  withFigures: z.boolean(),
})

function takeChoice(kept: unknown): TableChoice | null {
  const read = choiceShape.safeParse(kept)
  return read.success ? read.data : null
}

/** Which tables go into the report of a survey: kept for it on this device. */
export function useTableChoice(waveId: string, afterWaveId: string | null) {
  const name = `surveyTables:${waveId}:${afterWaveId ?? ''}`
  return useKeptDraft<TableChoice>(name, usualChoice, takeChoice)
}

export interface NamedAxis {
  readonly value: string
  readonly label: string
}

/** What can stand on a side, and how many tables are the usual ones. */
export function useAxes(wave: Wave | null, counted: readonly SurveySheet[]) {
  const instruments = useRecords(instrument)
  const language = currentLanguage()
  return useMemo(() => {
    const asked = instruments.filter(({ id }) => wave?.instrumentIds.includes(id) === true)
    const wording = paperWording(language)
    const named = new Map<string, string>()
    let usual = 0
    let all = 0
    for (const one of asked) {
      const sheets = counted.filter(({ instrumentId }) => instrumentId === one.id)
      const axes = listAxes(one, sheets)
      const own = chooseUsualTables(axes, one, Number.POSITIVE_INFINITY).length
      all += own
      usual += Math.min(own, mostTables)
      for (const axis of axes)
        named.set(nameAxis(axis), nameAxisFor(axis, one, new Map(), wording).title)
    }
    const choices = [...named].map(([value, label]): NamedAxis => ({ value, label }))
    return { choices, usual, all }
  }, [instruments, counted, wave, language])
}

export function titleOfAxis(choices: readonly NamedAxis[], name: string): string {
  return choices.find(({ value }) => value === name)?.label ?? name
}
