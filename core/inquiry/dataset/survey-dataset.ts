import type { SavValue, SavVariable } from '../../kit/spss/sav-file.ts'
import { scalesOf } from '../check-scale.ts'
import type { Instrument } from '../instrument.ts'
import type { SurveySheet } from '../survey-sheet.ts'
import { readWords } from '../words.ts'
import type { Dataset } from './dataset.ts'
import {
  type DatasetWords,
  itemVariables,
  listDataItems,
  readItemValues,
  scoreVariable,
} from './item-variable.ts'
import { nameOnce } from './name-once.ts'

export interface SurveyWords extends DatasetWords {
  readonly code: string
  readonly group: string
  readonly answeredOn: string
}

export interface SurveyScores {
  readonly scaleId: string
  /** One per sheet, in the order of the sheets. */
  readonly scores: readonly (number | null)[]
}

type SurveyInstrument = Pick<
  Instrument,
  'items' | 'sections' | 'responseSets' | 'subscales' | 'total' | 'title'
>

/**
 * A survey as a table: one row per sheet with code, group, day, background as it came, raw answers, scores. Answers in
 * people's own words are in it only `withOwnWords`.
 */
export function surveyDataset(
  instrument: SurveyInstrument,
  sheets: readonly SurveySheet[],
  scores: readonly SurveyScores[],
  words: SurveyWords,
  withOwnWords = false,
): Dataset {
  const items = listDataItems(instrument, withOwnWords)
  const background = [...new Set(sheets.flatMap(({ extra }) => Object.keys(extra)))]
  const own = background.map((name) => backgroundColumn(name, sheets))
  const parts = scalesOf(instrument)
  const variables: readonly SavVariable[] = [
    { type: 'text', name: 'code', label: words.code },
    { type: 'text', name: 'group', label: words.group },
    { type: 'day', name: 'answered_on', label: words.answeredOn },
    ...own.map(({ variable }) => variable),
    ...items.flatMap((item) => itemVariables(instrument, item, words)),
    ...parts.map((part) => scoreVariable(part, words)),
  ]
  const rows = sheets.map((sheet, index): readonly SavValue[] => [
    sheet.respondentCode,
    sheet.groupLabel,
    sheet.answeredOn,
    ...own.map(({ values }) => values[index] ?? null),
    ...readItemValues(instrument, items, sheet),
    ...parts.map(({ id }) => scores.find(({ scaleId }) => scaleId === id)?.scores[index] ?? null),
  ])
  return {
    title: readWords(instrument.title, words.language),
    variables: nameOnce(variables),
    rows,
  }
}

/** A background column is of numbers when every answer in it is one, and of text otherwise. */
function backgroundColumn(name: string, sheets: readonly SurveySheet[]) {
  const raw = sheets.map(({ extra }) => extra[name] ?? null)
  const known = raw.filter((value) => value !== null)
  const numeric = known.length > 0 && known.every((value) => typeof value === 'number')
  const variable: SavVariable = numeric
    ? {
        type: 'number',
        name,
        label: name,
        measure: 'nominal',
        decimals: known.every((value) => Number.isInteger(value)) ? 0 : 2,
        valueLabels: [],
        missing: [],
      }
    : { type: 'text', name, label: name }
  const values = numeric ? raw : raw.map((value) => (value === null ? null : String(value)))
  return { variable, values }
}
