// A survey's figures, groups and files, made beside the page: the sheets are read by their kind here, which is the longer part of it.
import {
  hideCrossTable,
  type ShownCrossTable,
} from '../../../core/evaluation/survey/hide-cross-table.ts'
import { compareSubgroups, labelOf, listSplits } from '../../../core/inquiry/compare-subgroups.ts'
import { countAnswers } from '../../../core/inquiry/count-answers.ts'
import {
  listAxes,
  nameAxis,
  openCrossedSurvey,
  readAxis,
  readAxisName,
  type AxisValues,
  type CrossedSurvey,
} from '../../../core/inquiry/cross-table/cross-axis.ts'
import { crossTable } from '../../../core/inquiry/cross-table/cross-table.ts'
import { surveyDataset } from '../../../core/inquiry/dataset/survey-dataset.ts'
import { surveySheet, type SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { summariseSurvey, type ScaleSummary } from '../../../core/inquiry/survey-summary.ts'
import { done } from '../../../core/kit/outcome.ts'
import type {
  FileWish,
  FromSummaryWorker,
  ShownScale,
  SurveyedInstrument,
  SurveyFigures,
  TablesWish,
  ToSummaryWorker,
} from './summary-messages.ts'
import { writeSurveyFile } from './write-survey-file.ts'

let begun: Extract<ToSummaryWorker, { kind: 'begin' }> | null = null
let scales: readonly ScaleSummary[] = []
const sheets: SurveySheet[] = []
let crossed: CrossedSurvey | null = null
const sides = new Map<string, AxisValues | null>()

function tell(message: FromSummaryWorker): void {
  self.postMessage(message)
}

self.addEventListener('message', ({ data }: MessageEvent<ToSummaryWorker>) => {
  switch (data.kind) {
    case 'begin':
      begun = data
      return
    case 'rows':
      for (const row of data.rows) if (surveySheet.parse(row).ok) sheets.push(surveySheet.read(row))
      tell({ kind: 'reading', part: sheets.length / Math.max(1, begun?.count ?? 0) })
      return
    case 'ready':
      if (begun !== null) tell({ kind: 'figures', figures: summarise(begun) })
      return
    case 'split': {
      const labels = sheets.map((sheet) => labelOf(sheet, data.split))
      const rows = scales.map(({ scaleId, scores }) => ({
        scaleId,
        row: compareSubgroups(scores, labels, data.outside),
      }))
      tell({ kind: 'subgroups', split: data.split, rows })
      return
    }
    case 'tables':
      tell({ kind: 'tables', asked: data.asked, tables: crossAll(data.wish) })
      return
    case 'file':
      if (begun !== null) tell({ kind: 'file', content: writeFile(begun.instrument, data.wish) })
  }
})

/** Codes stand in the order in which a person looks for them: 2 before 10. */
function summarise({ instrument, language }: NonNullable<typeof begun>): SurveyFigures {
  const collator = new Intl.Collator(language, { numeric: true })
  sheets.sort((left, right) => collator.compare(left.respondentCode, right.respondentCode))
  const answers = sheets.map((sheet) => sheet.answers)
  const summary = summariseSurvey(instrument, answers, (part) => tell({ kind: 'computing', part }))
  scales = summary.ok ? summary.value.scales : []
  return {
    summary: summary.ok ? done({ ...summary.value, scales: scales.map(showScale) }) : summary,
    counts: countAnswers(instrument, answers),
    splits: listSplits(sheets).map(({ split }) => split),
    axes: listAxes(instrument, sheets).map(nameAxis),
  }
}

function crossAll({ pairs, outside }: TablesWish): readonly (ShownCrossTable | null)[] {
  return pairs.map(({ rows, columns }) => {
    const [down, across] = [sideOf(rows), sideOf(columns)]
    if (down === null || across === null) return null
    return hideCrossTable(crossTable(down, across, outside), outside)
  })
}

/** A side is read once: a report asks for the same few again and again. */
function sideOf(name: string): AxisValues | null {
  const known = sides.get(name)
  if (known !== undefined) return known
  const axis = readAxisName(name)
  if (begun !== null) crossed ??= openCrossedSurvey(begun.instrument, sheets)
  const values = axis === null || crossed === null ? null : readAxis(crossed, axis)
  sides.set(name, values)
  return values
}

function showScale({ scores, ...shown }: ScaleSummary): ShownScale {
  const noScoreCount = scores.filter((score) => score === null).length
  return { ...shown, scoredCount: scores.length - noScoreCount, noScoreCount }
}

const laidOut = 0.3

function writeFile(instrument: SurveyedInstrument, wish: FileWish) {
  tell({ kind: 'writing', part: 0 })
  const dataset = surveyDataset(instrument, sheets, scales, wish.words, wish.withOwnWords)
  tell({ kind: 'writing', part: laidOut })
  return writeSurveyFile(dataset, wish, (part) =>
    tell({ kind: 'writing', part: laidOut + (1 - laidOut) * part }),
  )
}
