import { isToldAsFew } from '../../evaluation/survey/hide-small-cells.ts'
import { writeNumber, writeSigned, type Wording } from '../../evaluation/write-numbers.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { Wave } from '../../inquiry/wave.ts'
import { readWords } from '../../inquiry/words.ts'
import type { Known } from '../../evaluation/evaluation-records.ts'
import { figuresOf, type Ledger } from '../keep-ledger.ts'

export const nothing = '–'

/** Means, spreads and alpha stand with as many places as on the survey's page. */
export const surveyPlaces = 3

/** Where a figure comes from: written once for all figures of a line. */
export interface Source {
  readonly ledger: Ledger
  readonly wording: Wording
  readonly waves: readonly Known<Wave>[]
  readonly instrument: Pick<Instrument, 'code' | 'version'> | null
  /** What the figures are about; empty for the survey as a whole. */
  readonly about: string
}

interface Figure {
  readonly key: string
  readonly value: number | null
  readonly n: number | null
  readonly method: string
}

/** Enters a figure as it will be printed and gives it back. */
export function noteShown(
  source: Source,
  { key, value, n, method }: Figure,
  shown: string,
): string {
  const { ledger, wording, waves, instrument, about } = source
  const figure = wording.translate(`paperwork:surveyFigure.${key}`)
  ledger.note({
    what: about === '' ? figure : wording.translate('paperwork:trace.of', { title: about, figure }),
    value,
    // In the appendix a p stands alone: "= 0.101" there is no sentence.
    shown: shown.replace(/^= /, ''),
    n,
    method,
    waveIds: waves.map(({ id }) => id),
    wave: waves.map(({ title }) => title).join(' → '),
    instrument: instrument === null ? '' : `${instrument.code} ${instrument.version}`,
  })
  return shown
}

export function noteCount(source: Source, key: string, value: number): string {
  const method = source.wording.translate('paperwork:method.count')
  return noteShown(source, { key, value, n: null, method }, writeCount(value, source.wording))
}

/** EVA-26: one to four people are told as few, and enter nothing in the appendix: a report leaves the house. */
export function noteCountOrFew(source: Source, key: string, value: number): string {
  return isToldAsFew(value, true)
    ? source.wording.translate('evaluation:school.hidden')
    : noteCount(source, key, value)
}

export function noteNumber(source: Source, figure: Figure, places = surveyPlaces): string {
  const { value } = figure
  return noteShown(source, figure, value === null ? nothing : writeNumber(value, places))
}

export function noteSigned(source: Source, figure: Figure, places: number): string {
  const { value } = figure
  return noteShown(source, figure, value === null ? nothing : writeSigned(value, places))
}

/** `2,800`: counts of a survey run into thousands. */
export function writeCount(value: number, { language }: Wording): string {
  return value.toLocaleString(language)
}

export function methodIn({ wording }: Source, key: string): string {
  return wording.translate(`paperwork:surveyMethod.${key}`)
}

export function titleOf(
  words: { readonly 'zh-CN': string; readonly en: string } | null | undefined,
  fallback: string,
  { language }: Wording,
): string {
  const title = words === null || words === undefined ? '' : readWords(words, language)
  return title === '' ? fallback : title
}

/** The figures that are about one thing share a row of the appendix. */
export function noteTogether<Value>(source: Source, enter: () => Value): Value {
  const { ledger, wording, about } = source
  const { translate } = wording
  const head = about === '' ? '' : translate('paperwork:trace.of', { title: about, figure: '' })
  return ledger.together(figuresOf(head, translate('evaluation:describe.listGap')), enter)
}
