// A small invented world for coding: one family, one child, an interview with a short transcript, three codes, two coders.
import { consent } from '../../../families/consent.ts'
import { person } from '../../../families/person.ts'
import { deriveId } from '../../../kit/ids.ts'
import type { JsonObject } from '../../../kit/json.ts'
import { type Entry, scopeOf } from '../../../sync/entry.ts'
import type { Kind, VerbSetting } from '../../../sync/kind.ts'
import { interview } from '../../interview/interview.ts'
import { firstKeys } from '../../interview/line-keys.ts'
import { layOutLines, type TextLine } from '../../interview/text-lines.ts'
import { transcript } from '../../interview/transcript.ts'
import { codebookCode, type CodebookCodeEntry } from '../codebook-code.ts'
import { codedSpan, type CodedSpanEntry } from '../coded-span.ts'
import { codingPass, codingPassId } from '../coding-pass.ts'
import { spanFieldsAt } from '../place-spans.ts'

export function idOf(name: string): string {
  return deriveId('case', name)
}

export const today = '2026-03-10'

export function contextOf(name: string): VerbSetting {
  return {
    recordId: idOf('interview'),
    actor: { agencyId: idOf('agency'), staffId: idOf(name), roles: ['socialWorker'] },
    now: `${today}T08:00:00Z`,
    today,
    claimedAt: `${today}T08:00:00Z`,
  }
}

export const words = [
  '[00:05] 社工：上个星期跟妈妈通过几次电话？',
  '[00:12] 孩子：两次😀。妈妈总是问作业，我不知道说什么。',
  '',
  '[00:40] 社工：那你最想跟她说什么？',
  '[00:47] 孩子：想说𠮷祥物，是我自己折的。她说过年回来，又没有回来。',
] as const

export function linesOf(texts: readonly string[]): Readonly<Record<string, string>> {
  const keys = firstKeys(texts.length)
  return Object.fromEntries(texts.map((text, index) => [keys[index] ?? '', text]))
}

export function laidOut(texts: readonly string[] = words): readonly TextLine[] {
  return layOutLines(linesOf(texts))
}

export function entryOf(kind: Kind, id: string, fields: JsonObject): Entry {
  const parsed = kind.parse(fields)
  if (!parsed.ok) throw new Error(`${kind.name}: ${JSON.stringify(parsed.refusal)}`)
  const bare = { position: 1, version: 1, conflicts: [], trail: [], removed: false }
  const scope = scopeOf(kind, id, parsed.value)
  return { kind: kind.name, id, scope, fields: parsed.value, ...bare }
}

export const interviewFields = {
  familyId: idOf('family'),
  childId: idOf('child'),
  role: 'child',
  respondentId: idOf('child'),
  heldOn: '2026-03-02',
  interviewerId: idOf('worker'),
  agreed: 'given',
} as const satisfies JsonObject

export const interviewEntry = entryOf(interview, idOf('interview'), interviewFields)
export const transcriptEntry = entryOf(transcript, idOf('transcript'), {
  interviewId: idOf('interview'),
  familyId: idOf('family'),
  lines: linesOf(words),
})

export function consentEntry(purpose: string, fields: JsonObject = {}): Entry {
  return entryOf(consent, idOf(`consent ${purpose}`), {
    familyId: idOf('family'),
    subjectId: idOf('child'),
    subjectBornOn: '2015-05-01',
    purpose,
    textVersion: '1',
    decision: 'given',
    givenById: idOf('mother'),
    decidedOn: '2026-02-20',
    proof: 'witnessedCall',
    witness: 'Li',
    ...fields,
  })
}

export const childEntry = entryOf(person, idOf('child'), {
  familyId: idOf('family'),
  name: '小强',
  role: 'child',
})

export function codeEntry(name: string, fields: JsonObject = {}): Entry {
  return entryOf(codebookCode, idOf(name), { name, ...fields })
}

export function codeOf(name: string, fields: JsonObject = {}): CodebookCodeEntry {
  return codebookCode.readEntry(codeEntry(name, fields))
}

export function spanFields(
  coder: string,
  code: string,
  quote: string,
  texts: readonly string[] = words,
): JsonObject {
  const lines = laidOut(texts)
  const line = lines.find(({ text }) => text.includes(quote))
  if (line === undefined) throw new Error(`no line says ${quote}`)
  const from = line.start + Array.from(line.text.slice(0, line.text.indexOf(quote))).length
  const fields = spanFieldsAt(lines, from, from + Array.from(quote).length)
  return {
    interviewId: idOf('interview'),
    familyId: idOf('family'),
    codeId: idOf(code),
    coderId: idOf(coder),
    ...fields,
  }
}

export function spanEntry(coder: string, code: string, quote: string): Entry {
  return entryOf(codedSpan, idOf(`${coder} ${code} ${quote}`), spanFields(coder, code, quote))
}

export function spanOf(coder: string, code: string, quote: string): CodedSpanEntry {
  return codedSpan.readEntry(spanEntry(coder, code, quote))
}

export function passEntry(coder: string, fields: JsonObject = {}): Entry {
  return entryOf(codingPass, codingPassId(idOf('interview'), idOf(coder)), {
    interviewId: idOf('interview'),
    familyId: idOf('family'),
    coderId: idOf(coder),
    ...fields,
  })
}
