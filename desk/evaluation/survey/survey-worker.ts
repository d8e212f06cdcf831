// A survey's figures, computed beside the page: the rows are kept here as columns, so that a second question needs none.
import { assessScale } from '../../../core/evaluation/survey/assess-scale.ts'
import { crossSurvey } from '../../../core/evaluation/survey/cross-survey.ts'
import { summariseSchool } from '../../../core/evaluation/survey/summarise-school.ts'
import {
  buildSurveyTable,
  listSurveySplits,
  type SurveyedScale,
  type SurveyTable,
  type SurveyTableBuilder,
} from '../../../core/evaluation/survey/survey-table.ts'
import { findScale } from '../../../core/inquiry/score-sheet.ts'
import type { FromWorker, SurveyAnswer, SurveyQuestion, ToWorker } from './survey-messages.ts'

let scale: SurveyedScale | null = null
let builder: SurveyTableBuilder | null = null
let table: SurveyTable | null = null

function tell(message: FromWorker): void {
  self.postMessage(message)
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  switch (message.kind) {
    case 'begin':
      scale = message.scale
      builder = buildSurveyTable(message.scale)
      return
    case 'rows':
      for (const row of message.rows) builder?.add(row)
      return
    case 'ready':
      table = builder?.finish() ?? null
      if (table !== null)
        tell({ kind: 'table', count: table.count, splits: listSurveySplits(table) })
      return
    case 'ask':
      if (scale !== null && table !== null)
        tell({
          kind: 'answer',
          round: message.round,
          answer: answer(scale, table, message.question, (part) =>
            tell({ kind: 'progress', round: message.round, part }),
          ),
        })
  }
})

function answer(
  asked: SurveyedScale,
  rows: SurveyTable,
  question: SurveyQuestion,
  report: (part: number) => void,
): SurveyAnswer {
  switch (question.about) {
    case 'school':
      return { about: 'school', summary: summariseSchool(asked, rows, question, report) }
    case 'cross':
      return {
        about: 'cross',
        figures: crossSurvey(rows, question.itemId, question.split, question.outside),
      }
    case 'scale': {
      const part = findScale(asked, question.partId)
      return {
        about: 'scale',
        quality: part === null ? null : assessScale(asked, part, rows, question.outside, report),
      }
    }
  }
}
