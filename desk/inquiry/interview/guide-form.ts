// What the guide editor holds: lists as lines of a text field, so that writing is writing.
import { guideRoles } from '../../../core/inquiry/interview/guide.ts'
import type {
  GuideContent,
  InterviewGuide,
} from '../../../core/inquiry/interview/interview-guide.ts'
import type { Words } from '../../../core/inquiry/words.ts'

export interface QuestionForm {
  readonly id: string
  readonly ask: Words
  readonly probes: Words
}

export interface PartForm {
  readonly id: string
  readonly title: Words
  readonly serves: Words
  readonly questions: readonly QuestionForm[]
}

export interface GuideForm {
  readonly role: InterviewGuide['role']
  readonly madeFrom: string
  readonly title: Words
  readonly minutes: string
  readonly opening: Words
  readonly does: Words
  readonly donts: Words
  readonly harm: Words
  readonly parts: readonly PartForm[]
  readonly closing: Words
}

export function formOfGuide(content: GuideContent): GuideForm {
  const { role, madeFrom, title, minutes, opening, closing } = content
  return {
    role: guideRoles.find((one) => one === role) ?? 'child',
    madeFrom,
    title,
    minutes,
    opening,
    closing,
    does: linesOf(content.does),
    donts: linesOf(content.donts),
    harm: linesOf(content.harm),
    parts: content.parts.map((part) => ({
      ...part,
      questions: part.questions.map((one) => ({ ...one, probes: linesOf(one.probes) })),
    })),
  }
}

/** Empty lines are none; what was emptied altogether is out. */
export function contentOfForm(form: GuideForm): GuideContent {
  return {
    ...form,
    title: trimmed(form.title),
    does: listOf(form.does),
    donts: listOf(form.donts),
    harm: listOf(form.harm),
    parts: form.parts.map((part) => ({
      ...part,
      questions: part.questions.map((one) => ({
        ...one,
        ask: trimmed(one.ask),
        probes: listOf(one.probes),
      })),
    })),
  }
}

export const noWords: Words = { 'zh-CN': '', en: '' }

/** A name that no question of the part has and that no earlier version used: notes are kept by it. */
export function freshId(taken: readonly string[], made: string): string {
  const id = `q${made.replaceAll(/[^a-zA-Z0-9]/g, '').slice(-10)}`
  return taken.includes(id) ? freshId(taken, `${made}x`) : id
}

function trimmed(words: Words): Words {
  return { 'zh-CN': words['zh-CN'].trim(), en: words.en.trim() }
}

function linesOf(lists: InterviewGuide['does']): Words {
  return { 'zh-CN': lists['zh-CN'].join('\n'), en: lists.en.join('\n') }
}

function listOf(words: Words): InterviewGuide['does'] {
  const split = (lines: string) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return { 'zh-CN': split(words['zh-CN']), en: split(words.en) }
}
