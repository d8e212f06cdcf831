import { listAskedItems } from './asked-items.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import type { Instrument } from './instrument.ts'
import type { Item } from './scale.ts'

export interface SheetProgress {
  /** Of the questions that are asked of whoever has answered so far. */
  readonly itemCount: number
  readonly answered: number
  /** Passed over on purpose; a later answer counts as an answer. */
  readonly skipped: readonly Item[]
  /** Neither answered nor passed over. */
  readonly open: readonly Item[]
}

/** How far a sheet is, item by item, in the order of the questionnaire. */
export function readSheetProgress(
  instrument: Pick<Instrument, 'items' | 'sections'>,
  sheet: (Pick<AnswerSheet, 'answers'> & { readonly skipped: readonly string[] }) | null,
): SheetProgress {
  const items = [...listAskedItems(instrument, sheet?.answers ?? {})].sort(
    (left, right) => left.number - right.number,
  )
  const isAnswered = ({ id }: Item) => {
    const answer = sheet?.answers[id] ?? null
    return answer !== null && answer !== ''
  }
  const left = items.filter((item) => !isAnswered(item))
  const isSkipped = ({ id }: Item) => sheet?.skipped.includes(id) === true
  return {
    itemCount: items.length,
    answered: items.length - left.length,
    skipped: left.filter(isSkipped),
    open: left.filter((item) => !isSkipped(item)),
  }
}

export interface ResponseCount {
  readonly expected: number
  readonly submitted: number
  readonly started: number
  readonly setAside: number
  /** Children who did not want to answer: expected, asked, and respected. */
  readonly declined: number
  /** Of those expected; null when nobody is. */
  readonly rate: number | null
}

/** INQ-14: the response rate counts handed-in sheets against everybody expected; whoever dropped out stays expected. */
export function countResponses(
  sheets: readonly (Pick<AnswerSheet, 'state'> | null)[],
): ResponseCount {
  const inState = (state: AnswerSheet['state']) =>
    sheets.filter((sheet) => sheet?.state === state).length
  const submitted = inState('submitted')
  return {
    expected: sheets.length,
    submitted,
    started: inState('draft'),
    setAside: inState('setAside'),
    declined: inState('declined'),
    rate: sheets.length === 0 ? null : submitted / sheets.length,
  }
}
