// The change of a survey by codes, computed beside the page: reading the sheets by their kind is the longer part of it.
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import { evaluateSurveyChange } from '../../../core/evaluation/evaluate-survey-change.ts'
import { hideSmallGroups } from '../../../core/evaluation/survey/hide-small-groups.ts'
import { surveySheet, type SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { FromChangeWorker, ToChangeWorker } from './change-messages.ts'

let begun: Extract<ToChangeWorker, { kind: 'begin' }> | null = null
const sheets: Known<SurveySheet>[] = []

self.addEventListener('message', (event: MessageEvent<ToChangeWorker>) => {
  const message = event.data
  switch (message.kind) {
    case 'begin':
      begun = message
      return
    case 'rows':
      for (const row of message.rows)
        if (surveySheet.parse(row).ok)
          sheets.push({ ...surveySheet.read(row), id: String(sheets.length) })
      return
    case 'ready':
      if (begun !== null) self.postMessage(answer(begun))
  }
})

function answer(asked: NonNullable<typeof begun>): FromChangeWorker {
  const { before, after, instruments, outside } = asked
  const scales = instruments.flatMap(
    (instrument) => evaluateSurveyChange({ instrument, before, after, sheets }).scales,
  )
  return { scales: outside ? scales.map(hideSmallGroups) : scales }
}
