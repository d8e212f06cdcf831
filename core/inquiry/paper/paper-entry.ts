import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb, readerOf, type Found, type VerbContext } from '../../sync/kind.ts'
import { answersShape, refuseWrongAnswers } from '../check-answers.ts'
import { findSetting, refuseEmpty, refuseSetting, sheetNeeds } from '../check-sheet.ts'
import { finishReading, refuseReading, reopenReading } from './two-typists.ts'

const paperEntryShape = z.strictObject({
  waveId: z.uuid(),
  instrumentId: z.uuid(),
  /** The number on the sheet of paper. */
  sheetCode: z.string().min(1).max(80),
  /** Who typed it in; a second person types the same sheet without seeing the first one's answers. */
  typistId: z.uuid(),
  groupLabel: z.string().max(80).default(''),
  answeredOn: dayShape.nullable().default(null),
  answers: answersShape.default({}),
  state: z.enum(['typing', 'done']).default('typing'),
})
export type PaperEntry = z.infer<typeof paperEntryShape>

const entries = readerOf('paperEntry', paperEntryShape)

/** One typist's reading of one sheet of a survey on paper. What both read becomes the survey's sheet. */
export const paperEntry = defineKind({
  name: 'paperEntry',
  room: 'inquiry',
  shape: paperEntryShape,
  scope: { of: 'survey', field: 'waveId' },
  key: { of: 'agency' },
  sealed: ['answers'],
  maps: ['answers'],
  guarded: ['waveId', 'instrumentId', 'sheetCode', 'typistId', 'state'],
  references: { waveId: 'wave', instrumentId: 'instrument', typistId: 'staff' },
  columns: ['waveId', 'instrumentId', 'sheetCode', 'typistId', 'state'],
  verbs: {
    finish: defineVerb({
      of: paperEntryShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { actor }) => finishReading(fields, actor.staffId),
    }),
    reopen: defineVerb({
      of: paperEntryShape,
      input: z.strictObject({}),
      needs: (fields) => [
        { kind: 'paperEntry', where: { waveId: fields.waveId, sheetCode: fields.sheetCode } },
      ],
      run: (fields, _input, found, { actor }) =>
        reopenReading(fields, othersOf(fields, found), actor.staffId, twiceOf(fields)),
    }),
  },
  ruleNeeds: (after) => [
    ...sheetNeeds(after),
    { kind: 'paperEntry', where: { waveId: after.waveId, sheetCode: after.sheetCode } },
  ],
  rule: (after, before, found, context) => refuseEntry(after, before, found, context),
})

/** A typist has one reading of a sheet, on whichever device. */
export function paperEntryIdOf(
  entry: Pick<PaperEntry, 'waveId' | 'instrumentId' | 'sheetCode' | 'typistId'>,
): string {
  const { waveId, instrumentId, sheetCode, typistId } = entry
  return deriveId('paperEntry', waveId, instrumentId, sheetCode, typistId)
}

function othersOf(entry: PaperEntry, found: Found): readonly PaperEntry[] {
  return found
    .of(entries)
    .filter(
      (one) =>
        one.waveId === entry.waveId &&
        one.sheetCode === entry.sheetCode &&
        one.instrumentId === entry.instrumentId &&
        one.typistId !== entry.typistId,
    )
}

function twiceOf({ sheetCode }: PaperEntry): Refusal {
  return refusal('SheetTypedTwice', { code: sheetCode })
}

function refuseEntry(
  after: PaperEntry,
  before: PaperEntry | null,
  found: Found,
  { actor, today }: VerbContext,
): Refusal | null {
  const setting = findSetting(after, found)
  if (setting === null) return refusal('InstrumentMissing')
  const others = othersOf(after, found)
  const misread = refuseReading(after, before, others, actor.staffId, twiceOf(after))
  if (misread !== null) return misread
  if (after.answeredOn !== null && after.answeredOn > today)
    return refusal('DateInFuture', { field: 'answeredOn', day: after.answeredOn })
  return (
    refuseSetting(after, setting, 'codes', today) ??
    refuseWrongAnswers(setting.instrument, after.answers) ??
    (after.state === 'done' ? refuseEmpty(setting.instrument, after.answers) : null)
  )
}
