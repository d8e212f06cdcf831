// One sheet being filled in: every answer is on this device's disk as soon as it is given.
import { useRef, useState } from 'react'
import { answerSheet, type AnswerSheet } from '../../../core/inquiry/answer-sheet.ts'
import type { Answer, Answers } from '../../../core/inquiry/check-answers.ts'
import {
  draftAnswerSheet,
  type SheetPlace,
  type SheetStart,
} from '../../../core/inquiry/draft-answer-sheet.ts'
import { isJsonArray, isJsonObject } from '../../../core/kit/json.ts'
import type { Refusal } from '../../../core/kit/outcome.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { useAct, useRecord } from '../../sync/index.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import type { View } from '../../sync/view.ts'
import type { SheetRecord } from '../waves/use-wave.ts'
import { useInOrder } from './use-in-order.ts'

export interface OpenSheet {
  readonly record: SheetRecord | null
  readonly answers: Answers
  readonly skipped: readonly string[]
  readonly refusal: Refusal | null
  readonly trouble: unknown
  /** How it is asked. Nothing is written before the first answer or the child's own word: looking is not answering. */
  readonly begin: (mode: AnswerSheet['mode'], language: string) => void
  readonly answer: (itemId: string, value: Answer) => void
  readonly skip: (itemId: string) => void
  readonly note: (fields: Pick<AnswerSheet, 'answeredOn'>) => void
  readonly submit: () => Promise<boolean>
  /** The child's own yes or no (INQ-16). */
  readonly recordAssent: (answer: 'given' | 'refused') => Promise<boolean>
}

/** `sheetId` is the sheet that is there already, or the one that this place will get. */
export function useSheet(place: SheetPlace, adultId: string | null, sheetId: string): OpenSheet {
  const { view } = useOpenDesk().replica
  const record = useRecord(answerSheet, sheetId)
  const [mine, setMine] = useState<Answers>({})
  const { wrong, run, calmDown } = useInOrder(useAct())
  const start = useRef<Pick<SheetStart, 'mode' | 'language'>>({
    mode: 'readAloud',
    language: 'zh-CN',
  })
  const isThere = () => view.entry('answerSheet', sheetId) !== null
  const edit = (makeFields: () => Draft['fields']) =>
    run(() => {
      const fields = { ...start.current, ...makeFields() }
      if (isThere()) return [{ ...draftOf(sheetId), verb: 'edit', fields }]
      const blank = draftAnswerSheet(place, adultId, { ...start.current, answeredOn: null })
      return [{ ...draftOf(sheetId), verb: 'create', fields: { ...blank.fields, ...fields } }]
    })
  const actOn = async (verb: 'submit' | 'recordAssent', input: Draft['input'] = {}) => {
    const made = isThere() || (await edit(() => ({})))
    return made && run(() => [{ ...draftOf(sheetId), verb, input }])
  }
  const begin = (mode: AnswerSheet['mode'], language: string) => {
    start.current = { mode, language }
    calmDown()
  }
  const answer = (itemId: string, value: Answer) => {
    setMine((before) => ({ ...before, [itemId]: value }))
    void edit(() => ({
      answers: { ...answersNow(view, sheetId), [itemId]: value },
      skipped: skippedNow(view, sheetId).filter((id) => id !== itemId),
    }))
  }
  const skip = (itemId: string) => {
    setMine((before) => ({ ...before, [itemId]: null }))
    void edit(() => ({
      answers: { ...answersNow(view, sheetId), [itemId]: null },
      skipped: [...new Set([...skippedNow(view, sheetId), itemId])].sort(),
    }))
  }
  return {
    record,
    answers: { ...record?.answers, ...mine },
    skipped: record?.skipped ?? [],
    ...wrong,
    begin,
    answer,
    skip,
    note: (fields) => void edit(() => ({ ...fields })),
    submit: () => actOn('submit'),
    recordAssent: (given) => actOn('recordAssent', { answer: given }),
  }
}

function draftOf(recordId: string): Omit<Draft, 'verb'> {
  return { kind: answerSheet, recordId, input: {}, fields: {} }
}

/** As the store has them this moment: a phone elsewhere may have answered other items meanwhile. */
function answersNow(view: View, sheetId: string) {
  const answers = view.entry('answerSheet', sheetId)?.fields['answers']
  return isJsonObject(answers) ? answers : {}
}

function skippedNow(view: View, sheetId: string): readonly string[] {
  const skipped = view.entry('answerSheet', sheetId)?.fields['skipped']
  return isJsonArray(skipped) ? skipped.filter((one) => typeof one === 'string') : []
}
