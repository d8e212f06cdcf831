// A survey's figures, computed beside the page.
import { countAnswers } from '../../../core/inquiry/count-answers.ts'
import { summariseSurvey } from '../../../core/inquiry/survey-summary.ts'
import type { SummaryAnswer, SummaryRequest } from './summary-messages.ts'

self.addEventListener('message', (event: MessageEvent<SummaryRequest>) => {
  const { round, scale, sheets } = event.data
  const answer: SummaryAnswer = {
    round,
    summary: summariseSurvey(scale, sheets),
    counts: countAnswers(scale, sheets),
  }
  self.postMessage(answer)
})
