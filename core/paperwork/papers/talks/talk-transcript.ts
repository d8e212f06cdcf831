// The text of a talk: who, when and under which conditions, then line by line with its codes beside it.
import { placeSpans, type PlacedSpan } from '../../../inquiry/coding/place-spans.ts'
import { countPoints, slicePoints } from '../../../inquiry/interview/code-points.ts'
import { readLine, writeSeconds } from '../../../inquiry/interview/read-line.ts'
import type { TextLine } from '../../../inquiry/interview/text-lines.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { fillAgencyHead } from '../fill-heads.ts'
import { agencyHeadFields } from '../head-fields.ts'
import type { TalkOnPaper, TalkPaperInput } from './talk-paper-input.ts'

export const talkTranscriptFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['talkCase', '个案'],
    ['talkRole', '访谈对象'],
    ['respondent', '受访者'],
    ['interviewer', '访谈人'],
    ['talkOn', '访谈日期'],
    ['talkMinutes', '访谈时长'],
    ['talkHow', '访谈方式'],
    ['talkPlace', '访谈地点'],
    ['agreed', '受访者意愿'],
    ['talkConsent', '监护人同意'],
    ['present', '在场的其他人'],
    ['conditions', '访谈情境'],
    ['namesSaid', '姓名说明'],
    ['lineCount', '行数'],
    ['lines', '逐字稿列表', 'list'],
    ['usedCodes', '用到的编码列表', 'list'],
  ]),
  ...declareFields('lines', [
    ['lineNo', '行号'],
    ['lineTime', '时间标记'],
    ['lineWho', '说话人'],
    ['lineWords', '说的话'],
    ['lineCodes', '这一行的编码'],
  ]),
  ...declareFields('usedCodes', [
    ['usedCode', '编码名称'],
    ['usedCount', '标记数'],
  ]),
]

export function fillTalkTranscript(input: TalkPaperInput, talk: TalkOnPaper): FieldValues {
  const { wording, hide } = input
  const { translate } = wording
  const { its, lines, consent } = talk
  const say = hide ?? ((words: string) => words)
  const nameOf = codeNames(input)
  const { placed } = placeSpans(
    lines,
    talk.spans.filter(({ codeId }) => codeId !== null),
  )
  return {
    ...fillAgencyHead(input),
    talkCase: talk.familyCode ?? translate('interview:noFamily'),
    talkRole: translate(`interview:role.${its.role}`),
    respondent: hide === null ? talk.respondent : '',
    interviewer: talk.interviewer,
    talkOn: its.heldOn ?? '',
    talkMinutes: its.minutes === null ? '' : String(its.minutes),
    talkHow: translate(`interview:how.${its.how}`),
    talkPlace: hide === null ? its.place : '',
    agreed: translate(`interview:agreed.${its.agreed}`),
    talkConsent: translate(`paperwork:talk.consent.${consent?.state ?? 'notNeeded'}`, {
      day: consent?.decision?.decidedOn ?? '',
    }),
    present: say(its.present),
    conditions: say(its.conditions),
    namesSaid: translate(`paperwork:talk.names.${hide === null ? 'open' : 'hidden'}`),
    lineCount: String(lines.length),
    lines: lines.map((line, index) => ({
      lineNo: String(index + 1),
      ...fillLine(line, say),
      lineCodes: codesBeside(line, placed, nameOf),
    })),
    usedCodes: countCodes(placed, nameOf),
  }
}

/** Where nobody is written the line goes on, or is a note. */
function fillLine(line: TextLine, say: (words: string) => string): FieldValues {
  const { seconds, speaker, wordsFrom } = readLine(line.text)
  return {
    lineTime: seconds === null ? '' : writeSeconds(seconds),
    lineWho: say(speaker),
    lineWords: say(slicePoints(line.text, wordsFrom, countPoints(line.text))),
  }
}

/** Each code once, with how many have set it where it is more than one. */
function codesBeside(
  { start, points }: TextLine,
  placed: readonly PlacedSpan[],
  nameOf: (codeId: string | null) => string,
): string {
  const coders = new Map<string, Set<string>>()
  for (const { span, from, to } of placed)
    if (from < start + points && to > start) {
      const name = nameOf(span.codeId)
      const who = coders.get(name) ?? new Set<string>()
      coders.set(name, who.add(span.coderId ?? span.coderName))
    }
  return [...coders].map(([name, { size }]) => (size === 1 ? name : `${name} ×${size}`)).join('\n')
}

function countCodes(
  placed: readonly PlacedSpan[],
  nameOf: (codeId: string | null) => string,
): readonly FieldValues[] {
  const counts = new Map<string, number>()
  for (const { span } of placed) {
    const name = nameOf(span.codeId)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([usedCode, count]) => ({ usedCode, usedCount: String(count) }))
}

function codeNames({ codes }: TalkPaperInput): (codeId: string | null) => string {
  const names = new Map(codes.map(({ id, name }) => [id, name]))
  return (codeId) => (codeId === null ? '' : (names.get(codeId) ?? ''))
}
