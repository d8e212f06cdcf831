// The process of one survey's report: opens the sheets and computes, while the server answers other people.
import { Buffer } from 'node:buffer'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import { surveySheet, type SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { buildSurveyPaper } from '../../../core/paperwork/survey/build-survey-paper.ts'
import { answer, hear, takeOrder } from '../../kit/apart-inside.ts'
import { loadTexts } from '../../kit/texts.ts'
import { rowToEntry } from '../../records/row-parse.ts'
import { takeKeyOver } from '../../records/seal.ts'
import type { HandedPage, SurveyAnswer, SurveyMessage, SurveyOrder } from './survey-order.ts'

const { agencyId, language, familySheets, ...input }: SurveyOrder = await takeOrder()
const words = await loadTexts()
let sheets: Known<SurveySheet>[] = []

function openPage({ rows, keys }: HandedPage): void {
  for (const row of rows) {
    const { sealed } = row
    const bytes =
      sealed === null ? null : Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    const handed = keys.get(row.key_owner)
    const key = handed === undefined ? Buffer.alloc(0) : takeKeyOver(handed)
    sheets.push(surveySheet.readEntry(rowToEntry(agencyId, { ...row, sealed: bytes }, key)))
  }
}

function reply(message: SurveyMessage): SurveyAnswer {
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

hear<SurveyMessage>((message) => void answer(reply(message)))
