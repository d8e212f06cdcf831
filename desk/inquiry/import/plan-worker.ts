// The dry run of a large table, beside the page: typing and scrolling stay smooth.
import { planAnswerImport } from '../../../core/inquiry/answer-import/plan-answer-import.ts'
import type { Table } from '../../../core/kit/table.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'

let table: Table = { name: '', rows: [], merges: [] }

self.addEventListener('message', (event: MessageEvent<PlanRequest>) => {
  const request = event.data
  if (request.do === 'take') {
    table = request.table
    return
  }
  const answer: PlanAnswer = {
    round: request.round,
    plan: planAnswerImport(table, request.options),
  }
  self.postMessage(answer)
})
