import { z } from 'zod'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../../sync/kind.ts'
import { person } from '../../families/person.ts'
import { equalJson } from '../../kit/json.ts'
import { interviewNeeds, refuseBesideInterview } from '../interview/interview.ts'
import { lineKeyShape } from '../interview/transcript.ts'
import { codebookCode } from './codebook-code.ts'
import { codingPass, codingPassId } from './coding-pass.ts'

/** So much of the marked words is kept with the mark, in code points: enough to find them again. */
export const mostQuoted = 2_000

const position = z.number().int().min(0).max(400_000)

const codedSpanShape = z.strictObject({
  interviewId: z.uuid(),
  familyId: z.uuid().nullable().default(null),
  /** Null: a memo on a passage, without a code. */
  codeId: z.uuid().nullable().default(null),
  /** Who marked it; null when it came by file from somebody who does not work here, then their name. */
  coderId: z.uuid().nullable().default(null),
  coderName: z.string().max(120).default(''),
  importedById: z.uuid().nullable().default(null),
  /** From and to, in code points within lines. */
  fromLine: lineKeyShape,
  fromAt: position,
  toLine: lineKeyShape,
  toAt: position,
  /** The marked words as they were then: finds the passage again when the line has been corrected elsewhere. */
  quote: z.string().max(2 * mostQuoted),
  memo: z.string().max(8000).default(''),
  /** Of whom the words speak, where that does not follow from who was talked with; empty: nobody has said it. */
  aboutIds: z.array(z.uuid()).max(20).default([]),
  /** What the device's clock said when it was marked, for other programs; empty when nobody knows. */
  markedAt: z.string().max(40).default(''),
  takenBack: z.boolean().default(false),
  /** What another program calls the passage and the mark (REFI-QDA). */
  selectionGuid: z.string().max(60).default(''),
  codingGuid: z.string().max(60).default(''),
})
export type CodedSpan = z.infer<typeof codedSpanShape>
export type CodedSpanEntry = CodedSpan & { readonly id: string }

function isOnes(span: Pick<CodedSpan, 'coderId' | 'importedById'>, staffId: string): boolean {
  return span.coderId === staffId || span.importedById === staffId
}

/** One passage of a transcript marked with one code by one coder. Two coders' marks are two records. */
export const codedSpan = defineKind({
  name: 'codedSpan',
  room: 'inquiry',
  shape: codedSpanShape,
  scope: { of: 'family', field: 'familyId', orAgency: true },
  key: { of: 'family', field: 'familyId', orAgency: true },
  sealed: ['quote', 'memo', 'coderName', 'aboutIds'],
  bound: [['fromLine', 'fromAt', 'toLine', 'toAt', 'quote']],
  guarded: [
    'interviewId',
    'familyId',
    'coderId',
    'coderName',
    'importedById',
    'takenBack',
    'selectionGuid',
    'codingGuid',
  ],
  references: {
    interviewId: 'interview',
    familyId: 'family',
    codeId: 'codebookCode',
    coderId: 'staff',
    importedById: 'staff',
  },
  columns: ['interviewId', 'familyId', 'codeId', 'coderId'],
  verbs: {
    takeBack: defineVerb({
      of: codedSpanShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { actor }) =>
        isOnes(fields, actor.staffId)
          ? done<Partial<CodedSpan>>({ takenBack: true })
          : refuse('SpanOfSomebodyElse'),
    }),
    putBack: defineVerb({
      of: codedSpanShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { actor }) =>
        isOnes(fields, actor.staffId)
          ? done<Partial<CodedSpan>>({ takenBack: false })
          : refuse('SpanOfSomebodyElse'),
    }),
  },
  ruleNeeds: (after) => [
    ...interviewNeeds(after),
    ...(after.codeId === null ? [] : [{ kind: codebookCode.name, where: { id: after.codeId } }]),
    ...after.aboutIds.map((id) => ({ kind: person.name, where: { id } })),
    ...(after.coderId === null
      ? []
      : [{ kind: codingPass.name, where: { id: codingPassId(after.interviewId, after.coderId) } }]),
  ],
  rule: (after, before, found, context) =>
    isMoved(after, before) ? refuseEmptySpan(after) : refuseSpan(after, before, found, context),
})

/** Whoever corrects a line moves everybody's marks with it, and touches nothing else of them. */
function isMoved(after: CodedSpan, before: CodedSpan | null): boolean {
  return (
    before !== null &&
    after.codeId === before.codeId &&
    after.memo === before.memo &&
    equalJson(after.aboutIds, before.aboutIds) &&
    after.takenBack === before.takenBack
  )
}

function refuseEmptySpan({ fromLine, fromAt, toLine, toAt }: CodedSpan): Refusal | null {
  const isEmpty = fromLine > toLine || (fromLine === toLine && fromAt >= toAt)
  return isEmpty ? refusal('SpanEmpty') : null
}

/** INQ-33: a mark speaks of people of the family; somebody who has been taken out of it since stays named. */
function namesStranger(after: CodedSpan, before: CodedSpan | null, found: Found): boolean {
  const people = found.of(person)
  return after.aboutIds
    .filter((id) => before?.aboutIds.includes(id) !== true)
    .some((id) => {
      const familyId = people.find((one) => one.id === id)?.familyId
      return familyId === undefined || familyId !== after.familyId
    })
}

/** INQ-33: a mark is its coder's own; what another program's coder marked is brought in by somebody who answers for it. */
function refuseSpan(
  after: CodedSpan,
  before: CodedSpan | null,
  found: Found,
  { actor, today }: VerbContext,
): Refusal | null {
  if (!isOnes(after, actor.staffId)) return refusal('SpanOfSomebodyElse')
  const pass = found.of(codingPass).find(({ coderId }) => coderId === after.coderId)
  if (pass?.state === 'done') return refusal('CodingPassDone')
  if (after.codeId === null && after.memo.trim() === '') return refusal('SpanNeedsCodeOrMemo')
  if (namesStranger(after, before, found)) return refusal('NotInThisFamily')
  if (before === null || before.codeId !== after.codeId) {
    const code = found.of(codebookCode).find(({ id }) => id === after.codeId)
    if (after.codeId !== null && (code === undefined || !code.codable))
      return refusal('CodeNotCodable')
    if (code?.state === 'retired') return refusal('CodeRetired')
  }
  return refuseEmptySpan(after) ?? refuseBesideInterview(after, found, today)
}
