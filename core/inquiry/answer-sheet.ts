import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { equalJson } from '../kit/json.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { consent } from '../families/consent.ts'
import { refuseWithoutConsent } from '../families/consent-state.ts'
import { pair } from '../families/pair.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../sync/kind.ts'
import { answersShape, refuseWrongAnswers } from './check-answers.ts'
import {
  findSetting,
  refuseBrokenRules,
  refuseDaysToCome,
  refuseEmpty,
  refuseGaps,
  refuseSetting,
  sheetNeeds,
} from './check-sheet.ts'
import type { Instrument } from './instrument.ts'
import { partIdShape } from './scale.ts'

export const sheetModes = ['readAloud', 'handover', 'familyLink', 'paper', 'import'] as const

const answerSheetShape = z.strictObject({
  waveId: z.uuid(),
  instrumentId: z.uuid(),
  familyId: z.uuid(),
  /** The child whom it concerns: this child's consent is asked. */
  childId: z.uuid(),
  /** Who answered. */
  respondentId: z.uuid(),
  /** The child and the adult whom it is about; null when it is about the respondent alone. */
  pairId: z.uuid().nullable().default(null),
  /** The person whom the answers are about; null when nobody in particular. */
  targetId: z.uuid().nullable().default(null),
  mode: z.enum(sheetModes),
  language: z.string().max(40).default('zh-CN'),
  /** On paper or in another tool the day of answering lies before the day of entry. */
  answeredOn: dayShape.nullable().default(null),
  answers: answersShape.default({}),
  /** Items the respondent chose to pass over: not the same as not yet reached. */
  skipped: z.array(partIdShape).max(300).default([]),
  note: z.string().max(2000).default(''),
  /** `declined`: the child was asked before the first question, or stopped, and does not want to answer. */
  state: z.enum(['draft', 'submitted', 'setAside', 'declined']).default('draft'),
  submittedOn: dayShape.nullable().default(null),
  setAsideReason: z.string().max(400).default(''),
  /** The child's own word about this questionnaire; the guardian's consent is a record of its own. */
  assent: z.enum(['notAsked', 'given', 'refused']).default('notAsked'),
  assentOn: dayShape.nullable().default(null),
})
export type AnswerSheet = z.infer<typeof answerSheetShape>

/** One person's answers to one instrument at one wave. Set aside, it does not count until it is submitted again. */
export const answerSheet = defineKind({
  name: 'answerSheet',
  room: 'inquiry',
  shape: answerSheetShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['answers', 'skipped', 'note', 'setAsideReason'],
  maps: ['answers'],
  sets: ['skipped'],
  guarded: [
    'waveId',
    'instrumentId',
    'childId',
    'respondentId',
    'pairId',
    'targetId',
    'state',
    'submittedOn',
    'setAsideReason',
    'assent',
    'assentOn',
  ],
  references: {
    waveId: 'wave',
    instrumentId: 'instrument',
    familyId: 'family',
    childId: 'person',
    respondentId: 'person',
    pairId: 'pair',
    targetId: 'person',
  },
  columns: ['waveId', 'instrumentId', 'familyId', 'childId', 'respondentId', 'pairId', 'state'],
  verbs: {
    submit: defineVerb({
      of: answerSheetShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, context) => {
        if (fields.state === 'submitted') return refuse('SheetSubmitted')
        if (fields.state === 'declined') return refuse('ChildDeclinedSheet')
        return done<Partial<AnswerSheet>>({
          state: 'submitted',
          submittedOn: context.today,
          setAsideReason: '',
        })
      },
    }),
    /** INQ-16: a no ends the asking and counts as declined; a child who thinks better of it may begin again. */
    recordAssent: defineVerb({
      of: answerSheetShape,
      input: z.strictObject({ answer: z.enum(['given', 'refused']) }),
      run: (fields, { answer }, _found, context) => {
        if (fields.respondentId !== fields.childId) return refuse('AssentIsTheChilds')
        if (fields.state === 'submitted') return refuse('SheetSubmitted')
        if (answer === 'refused' && fields.state === 'setAside') return refuse('SheetSetAside')
        const state = answer === 'refused' ? 'declined' : 'draft'
        return done<Partial<AnswerSheet>>({
          state: answer === 'given' && fields.state === 'setAside' ? 'setAside' : state,
          assent: answer,
          assentOn: context.today,
        })
      },
    }),
    setAside: defineVerb({
      of: answerSheetShape,
      input: z.strictObject({ reason: z.string().trim().min(1).max(400) }),
      run: (fields, input) => {
        if (fields.state === 'setAside') return refuse('SheetSetAside')
        // It counts already as the child's no; set aside it could be handed in again.
        if (fields.state === 'declined') return refuse('ChildDeclinedSheet')
        return done<Partial<AnswerSheet>>({ state: 'setAside', setAsideReason: input.reason })
      },
    }),
  },
  ruleNeeds: (after) => [
    ...sheetNeeds(after),
    { kind: 'consent', where: { familyId: after.familyId } },
    ...(after.pairId === null ? [] : [{ kind: 'pair', where: { id: after.pairId } }]),
  ],
  rule: (after, before, found, context) =>
    isSettingAside(after, before) || isDeclining(after, before)
      ? null
      : refuseSheet(after, before, found, context),
})

/** Two phones with the same paper make one sheet. */
export function answerSheetIdOf(
  sheet: Pick<AnswerSheet, 'waveId' | 'instrumentId' | 'respondentId' | 'pairId'>,
): string {
  return deriveId(
    'answerSheet',
    sheet.waveId,
    sheet.instrumentId,
    sheet.respondentId,
    sheet.pairId ?? '',
  )
}

/** Taking a sheet out of the count is always possible: after a withdrawn consent and in a closed wave too. */
function isSettingAside(after: AnswerSheet, before: AnswerSheet | null): boolean {
  return before !== null && after.state === 'setAside' && before.state !== 'setAside'
}

/** A child may say no at any time, whatever else has changed meanwhile. */
function isDeclining(after: AnswerSheet, before: AnswerSheet | null): boolean {
  const isTheChilds = after.respondentId === after.childId
  return isTheChilds && before?.state === 'draft' && after.state === 'declined'
}

function refuseSheet(
  after: AnswerSheet,
  before: AnswerSheet | null,
  found: Found,
  context: VerbContext,
): Refusal | null {
  const setting = findSetting(after, found)
  if (setting === null) return refusal('InstrumentMissing')
  return (
    refuseWithoutConsent(found.of(consent), after.childId, 'assessment', context.today) ??
    refuseSetting(after, setting, 'families', context.today) ??
    refuseWho(after, setting.instrument, found) ??
    refuseDays(after, context.today) ??
    refuseRewriting(after, before) ??
    refuseAgainstChild(after, before) ??
    refuseWrongAnswers(setting.instrument, after.answers) ??
    refuseDaysToCome(setting.instrument, after.answers, context.today) ??
    refuseUnfinished(after, setting.instrument)
  )
}

function refuseUnfinished(after: AnswerSheet, itsInstrument: Instrument): Refusal | null {
  if (after.state !== 'submitted') return null
  const onScreen = after.mode !== 'paper' && after.mode !== 'import'
  return (
    refuseEmpty(itsInstrument, after.answers) ??
    refuseBrokenRules(itsInstrument, after.answers) ??
    (onScreen ? refuseGaps(itsInstrument, after.answers) : null)
  )
}

/** INQ-7: the child answers the child's questionnaire and an adult the adult's, about a pair of this child. */
export function refuseWho(
  after: Pick<AnswerSheet, 'familyId' | 'childId' | 'respondentId' | 'pairId'>,
  itsInstrument: Pick<Instrument, 'respondent'>,
  found: Found,
): Refusal | null {
  const byChild = after.respondentId === after.childId
  const forChild = itsInstrument.respondent === 'child'
  if (itsInstrument.respondent !== 'any' && byChild !== forChild)
    return refusal('WrongRespondent', { respondent: itsInstrument.respondent })
  if (after.pairId === null) return null
  const its = found.of(pair).find((one) => one.id === after.pairId)
  return its?.familyId === after.familyId && its.childId === after.childId
    ? null
    : refusal('PairOfAnotherChild')
}

function refuseDays(after: AnswerSheet, today: string): Refusal | null {
  const late = [after.answeredOn, after.submittedOn].find((day) => day !== null && day > today)
  return late === undefined || late === null
    ? null
    : refusal('DateInFuture', { field: 'answeredOn', day: late })
}

/** INQ-16: nobody goes on answering, or hands in, for a child who said no; a child who thinks better of it says so first. */
function refuseAgainstChild(after: AnswerSheet, before: AnswerSheet | null): Refusal | null {
  if (after.assent !== 'notAsked' && after.respondentId !== after.childId)
    return refusal('AssentIsTheChilds')
  if (after.assent !== 'refused') return null
  if (after.state === 'submitted') return refusal('ChildDeclinedSheet')
  return before === null || equalJson(after.answers, before.answers)
    ? null
    : refusal('ChildDeclinedSheet')
}

/** INQ-8: what was handed in is not rewritten; whoever must correct it sets it aside first, with a reason. */
function refuseRewriting(after: AnswerSheet, before: AnswerSheet | null): Refusal | null {
  if (after.state === 'submitted' && after.submittedOn === null)
    return refusal('SubmittedWithoutDay')
  if (before?.state !== 'submitted') return null
  return equalJson(after.answers, before.answers) && equalJson(after.skipped, before.skipped)
    ? null
    : refusal('SheetSubmitted')
}
