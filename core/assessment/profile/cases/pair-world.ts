// One child and a mother far away: what each answered, said, and what the contact log holds.
import { contactEntry, type ContactEntry } from '../../../contact/contact-entry.ts'
import {
  ids,
  idOf,
  pairWith,
  somebody,
  theChild,
  today,
} from '../../../families/cases/family-world.ts'
import { answerSheet, type AnswerSheet } from '../../../inquiry/answer-sheet.ts'
import { readInstrument } from '../../../inquiry/cases/read-instruments.ts'
import { codebookCode, type CodebookCodeEntry } from '../../../inquiry/coding/codebook-code.ts'
import { codedSpan, type CodedSpanEntry } from '../../../inquiry/coding/coded-span.ts'
import { starterCodeId } from '../../../inquiry/coding/starter-codebook.ts'
import { interview, type InterviewEntry } from '../../../inquiry/interview/interview.ts'
import { addDays } from '../../../kit/dates.ts'
import { fieldsAsJson } from '../../../kit/json-parse.ts'
import type { EpisodeFacts, PairRecords } from '../pair-evidence.ts'

type Known<Fields> = Fields & { readonly id: string }

export const pair = pairWith(ids.mother, 'mother')
export const childSheetId = idOf(801)
export const motherSheetId = idOf(802)

const child = { ...readInstrument('kiteline-child'), id: idOf(601) }
const parent = { ...readInstrument('kiteline-parent'), id: idOf(602) }
const caregiver = { ...readInstrument('kiteline-caregiver'), id: idOf(603) }
const instruments = [child, parent, caregiver]

export function daysAgo(days: number): string {
  return addDays(today, -days)
}

/** Every question answered with the middle, unless said otherwise. */
function sheetOf(
  which: (typeof instruments)[number],
  id: string,
  respondentId: string,
  answers: Readonly<Record<string, number>>,
  changes: Partial<AnswerSheet> = {},
): Known<AnswerSheet> {
  const middle = which.items.flatMap((item) =>
    item.response.kind === 'choice' ? [[item.id, 3] as const] : [],
  )
  const fields = {
    waveId: idOf(700),
    instrumentId: which.id,
    familyId: ids.family,
    childId: ids.child,
    respondentId,
    pairId: pair.id,
    mode: 'paper',
    answeredOn: daysAgo(10),
    submittedOn: daysAgo(9),
    state: 'submitted',
    answers: { ...Object.fromEntries(middle), ...answers },
    ...changes,
  }
  return { ...answerSheet.read(fieldsAsJson(fields)), id }
}

export function childSays(
  answers: Readonly<Record<string, number>>,
  changes: Partial<AnswerSheet> = {},
): Known<AnswerSheet> {
  return sheetOf(child, childSheetId, ids.child, answers, changes)
}

export function motherSays(
  answers: Readonly<Record<string, number>>,
  changes: Partial<AnswerSheet> = {},
): Known<AnswerSheet> {
  return sheetOf(parent, motherSheetId, ids.mother, answers, changes)
}

export function grandmotherSays(answers: Readonly<Record<string, number>>): Known<AnswerSheet> {
  return sheetOf(caregiver, idOf(803), ids.grandmother, answers, { pairId: null })
}

/** Every answer to the questions of one scale of the child's and the parent's questionnaire. */
export function allOf(scaleId: string, value: number): Readonly<Record<string, number>> {
  const items = child.subscales.find(({ id }) => id === scaleId)?.items ?? []
  const turned = (id: string) => child.items.some((item) => item.id === id && item.reversed)
  return Object.fromEntries(items.map((id) => [id, turned(id) ? 6 - value : value]))
}

export function called(days: number, changes: Partial<ContactEntry> = {}): ContactEntry {
  const fields = { familyId: ids.family, pairId: pair.id, on: daysAgo(days), ...changes }
  return contactEntry.read(fieldsAsJson(fields))
}

export function talk(
  number: number,
  respondentId: string,
  role: InterviewEntry['role'],
  days = 12,
): InterviewEntry {
  const fields = {
    familyId: ids.family,
    childId: ids.child,
    role,
    respondentId,
    heldOn: daysAgo(days),
    interviewerId: ids.staff,
  }
  return { ...interview.read(fieldsAsJson(fields)), id: idOf(number) }
}

export function codeNamed(
  key: string,
  changes: Partial<CodebookCodeEntry> = {},
): CodebookCodeEntry {
  return { ...codebookCode.read({ name: key }), id: starterCodeId(key), ...changes }
}

export function mark(
  number: number,
  interviewId: string,
  code: CodebookCodeEntry,
  quote: string,
  changes: Partial<CodedSpanEntry> = {},
): CodedSpanEntry {
  const fields = {
    interviewId,
    familyId: ids.family,
    codeId: code.id,
    coderId: ids.staff,
    fromLine: 'a0',
    fromAt: 0,
    toLine: 'a0',
    toAt: quote.length,
    quote,
    ...changes,
  }
  return { ...codedSpan.read(fieldsAsJson(fields)), id: idOf(number) }
}

const people = [
  theChild(),
  somebody(ids.mother),
  somebody(ids.father),
  somebody(ids.grandmother, { role: 'grandparent' }),
]

export function seen(number: number, changes: Partial<EpisodeFacts> = {}): EpisodeFacts {
  return {
    id: idOf(number),
    familyId: ids.family,
    childId: ids.child,
    personIds: [ids.child, ids.mother],
    onDay: daysAgo(8),
    targets: ['trust'],
    sense: 'dark',
    seen: '孩子把手机推开，走到院子里。',
    said: '“你上次也这么说。”',
    inference: '',
    ...changes,
  }
}

export function recordsOf(changes: Partial<PairRecords> = {}): PairRecords {
  const asked = { waves: [], sheets: [], contacts: [] }
  const heard = { interviews: [], codes: [], spans: [], episodes: [] }
  return { today, instruments, people, pairs: [pair], stays: [], ...asked, ...heard, ...changes }
}
