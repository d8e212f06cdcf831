import type { JsonObject } from '../kit/json.ts'
import { answerSheetIdOf, type AnswerSheet } from './answer-sheet.ts'

/** Who answers what about whom, before there is a sheet. */
export interface SheetPlace {
  readonly waveId: string
  readonly instrumentId: string
  readonly familyId: string
  readonly childId: string
  readonly respondentId: string
  readonly pairId: string | null
}

export interface SheetStart {
  readonly mode: AnswerSheet['mode']
  readonly language: string
  readonly answeredOn: string | null
}

/** The adult of the pair, when the place names one. */
export function draftAnswerSheet(
  place: SheetPlace,
  adultId: string | null,
  start: SheetStart,
): { readonly recordId: string; readonly fields: JsonObject } {
  const { waveId, instrumentId, familyId, childId, respondentId, pairId } = place
  const targetId = pairId === null ? null : respondentId === childId ? adultId : childId
  return {
    recordId: answerSheetIdOf(place),
    fields: {
      waveId,
      instrumentId,
      familyId,
      childId,
      respondentId,
      pairId,
      targetId,
      mode: start.mode,
      language: start.language,
      answeredOn: start.answeredOn,
      answers: {},
      skipped: [],
      note: '',
      state: 'draft',
      submittedOn: null,
      setAsideReason: '',
      assent: 'notAsked',
      assentOn: null,
    },
  }
}
