// Talks of the sample village: what was noted, what was said, and what two coders marked in it.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { codedSpan } from '../../core/inquiry/coding/coded-span.ts'
import { codebookCode } from '../../core/inquiry/coding/codebook-code.ts'
import { codingPass, codingPassId } from '../../core/inquiry/coding/coding-pass.ts'
import { readStarterCodebook, starterCodeId } from '../../core/inquiry/coding/starter-codebook.ts'
import { countPoints } from '../../core/inquiry/interview/code-points.ts'
import { interview, interviewRoles, interviewWays } from '../../core/inquiry/interview/interview.ts'
import { firstKeys } from '../../core/inquiry/interview/line-keys.ts'
import { transcript, transcriptId } from '../../core/inquiry/interview/transcript.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import type { SampleLanguage } from './sample-parse.ts'
import { daysAgo, key, text } from './sample-shapes.ts'

const questionId = z.string().regex(/^[a-zA-Z0-9-]+$/)
const coders = ['worker', 'supervisor'] as const

const talkShape = z.strictObject({
  key,
  child: key,
  role: z.enum(interviewRoles),
  who: key,
  on: daysAgo,
  minutes: z.number().int(),
  how: z.enum(interviewWays),
  place: text,
  present: text,
  conditions: text,
  guide: text,
  asked: z.array(questionId),
  skipped: z.array(questionId),
  notes: z.array(z.strictObject({ at: questionId, words: text })),
  memo: text,
  lines: z.array(text),
  marks: z.array(
    z.strictObject({
      /** Counted from 1, as one reads. */
      line: z.number().int().min(1),
      by: z.enum(coders),
      code: z.string(),
      words: text,
      memo: z.string().default(''),
      /** Whom the words mean, where the code leaves that open. */
      about: z.array(key).default([]),
    }),
  ),
})
type SampleTalk = z.infer<typeof talkShape>
export const talksShape = z.strictObject({ talks: z.array(talkShape) })

const starter: unknown = parse(
  readFileSync(new URL('../../content/codebook/starter.yaml', import.meta.url), 'utf8'),
)

export function draftTalks(
  talks: readonly SampleTalk[],
  language: SampleLanguage,
  ground: SampleGround,
): SampleDraft[] {
  return [
    ...readStarterCodebook(starter, language).map(({ id, fields }) =>
      create(codebookCode, id, fields),
    ),
    ...talks.flatMap((talk) => draftTalk(talk, ground)),
  ]
}

function draftTalk(talk: SampleTalk, ground: SampleGround): SampleDraft[] {
  const interviewId = ground.idOf('talk', talk.key)
  const familyId = ground.familyIdOf(talk.child)
  const { role, minutes, how, place, present, conditions, memo } = talk
  const held = create(interview, interviewId, {
    familyId,
    childId: ground.personId(talk.child),
    role,
    respondentId: ground.personId(talk.who),
    heldOn: ground.daysAgo(talk.on),
    minutes,
    how,
    place,
    interviewerId: ground.staff.worker,
    agreed: 'given',
    present,
    conditions,
    guideCode: talk.guide,
    asked: Object.fromEntries([
      ...talk.asked.map((id) => [id, 'asked'] as const),
      ...talk.skipped.map((id) => [id, 'skipped'] as const),
    ]),
    notes: Object.fromEntries(talk.notes.map(({ at, words }) => [at, words])),
    memo,
  })
  if (talk.lines.length === 0) return [held]
  const keys = firstKeys(talk.lines.length)
  const written = create(transcript, transcriptId(interviewId), {
    interviewId,
    familyId,
    lines: Object.fromEntries(talk.lines.map((line, index) => [keys[index] ?? '', line])),
  })
  const marks = talk.marks.map((mark, index) => draftMark(talk, mark, index, ground))
  return [held, written, ...marks, ...coders.flatMap((by) => draftPass(talk, by, ground))]
}

function draftMark(
  talk: SampleTalk,
  { line, by, code, words, memo, about }: SampleTalk['marks'][number],
  index: number,
  ground: SampleGround,
): SampleDraft {
  const said = talk.lines[line - 1] ?? ''
  const at = said.indexOf(words)
  const lineKey = firstKeys(talk.lines.length)[line - 1]
  if (at < 0 || lineKey === undefined)
    throw new Error(`content/sample/talks.yaml: line ${line} of ${talk.key} has not "${words}"`)
  const fromAt = countPoints(said.slice(0, at))
  const fields = {
    interviewId: ground.idOf('talk', talk.key),
    familyId: ground.familyIdOf(talk.child),
    codeId: starterCodeId(code),
    coderId: ground.staff[by],
    fromLine: lineKey,
    fromAt,
    toLine: lineKey,
    toAt: fromAt + countPoints(words),
    quote: words,
    memo,
    aboutIds: about.map((who) => ground.personId(who)),
  }
  const id = ground.idOf('mark', talk.key, String(index))
  return { ...create(codedSpan, id, fields), staffId: ground.staff[by] }
}

/** Both have gone through the text before either saw the other's marks. */
function draftPass(
  talk: SampleTalk,
  by: (typeof coders)[number],
  ground: SampleGround,
): SampleDraft[] {
  const interviewId = ground.idOf('talk', talk.key)
  const coderId = ground.staff[by]
  const recordId = codingPassId(interviewId, coderId)
  const familyId = ground.familyIdOf(talk.child)
  return [
    { ...create(codingPass, recordId, { interviewId, familyId, coderId }), staffId: coderId },
    {
      kind: codingPass,
      recordId,
      verb: 'finish',
      staffId: coderId,
      on: ground.daysAgo(Math.max(0, talk.on - 4)),
    },
  ]
}
