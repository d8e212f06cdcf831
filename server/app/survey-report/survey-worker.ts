// The thread of one survey's report: opens the sheets and computes, while the server's own thread answers other people.
import { Buffer } from 'node:buffer'
import { parentPort, workerData } from 'node:worker_threads'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import { surveySheet, type SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { buildSurveyPaper } from '../../../core/paperwork/survey/build-survey-paper.ts'
import { loadTexts } from '../../kit/texts.ts'
import type { SealedPage } from '../../records/read-pages.ts'
import { rowToEntry } from '../../records/row-parse.ts'
import { takeKeyOver } from '../../records/seal.ts'
import type { SurveyAnswer, SurveyMessage, SurveyOrder } from './survey-order.ts'

const { agencyId, language, familySheets, ...input }: SurveyOrder = workerData
const words = await loadTexts()
let sheets: Known<SurveySheet>[] = []

function openPage({ rows, keys }: SealedPage): void {
  for (const row of rows) {
    const { sealed } = row
    const bytes =
      sealed === null ? null : Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    const key = takeKeyOver(keys.get(row.key_owner) ?? Buffer.alloc(0))
    sheets.push(surveySheet.readEntry(rowToEntry(agencyId, { ...row, sealed: bytes }, key)))
  }
}

function answer(message: SurveyMessage): SurveyAnswer {
  switch (message.kind) {
    case 'begin':
      sheets = []
      return { kind: 'taken' }
    case 'page':
      openPage(message.page)
      return { kind: 'taken' }
    case 'compute': {
      const wording = { language, translate: words(language) }
      const own = familySheets ?? sheets
      return { kind: 'paper', paper: buildSurveyPaper({ ...input, sheets: own, wording }) }
    }
  }
}

parentPort?.on('message', (message: SurveyMessage) => parentPort?.postMessage(answer(message)))
