import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { context, idOf } from '../cases/sheet-world.ts'
import { readGuide } from './guide.ts'
import {
  contentOfGuide,
  guideOfRecord,
  interviewGuide,
  type InterviewGuide,
  newestGuides,
} from './interview-guide.ts'

const folder = new URL('../../../content/interviews/', import.meta.url)
const shipped = readdirSync(folder).map((name) =>
  readGuide(parse(readFileSync(new URL(name, folder), 'utf8'))),
)
const [first] = shipped
if (first === undefined) throw new Error('no guide')
const content = contentOfGuide(first)

function own(changes: Partial<InterviewGuide> = {}): InterviewGuide {
  return {
    ...content,
    lineId: idOf(1),
    version: 1,
    madeById: context.actor.staffId,
    state: 'active',
    ...changes,
  }
}

function judge(changes: Partial<InterviewGuide>) {
  const after = fieldsAsJson(own(changes))
  return interviewGuide.rule(after, null, foundIn([]), context)?.id ?? null
}

describe('a guide of the agency’s own', () => {
  it.each(shipped)('$code begins as the one that came along, word by word [INQ-39]', (guide) => {
    const its = contentOfGuide(guide)
    const made = interviewGuide.parse(fieldsAsJson({ ...own(), ...its }))
    expect(made.ok).toBe(true)
    const read = guideOfRecord({ ...own(), ...its, id: idOf(1) })
    expect(read).toEqual({ ...guide, code: idOf(1), version: '1' })
  })

  it('has a title, questions with names of their own, and what to do about harm [INQ-39]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ title: { 'zh-CN': ' ', en: '' } })).toBe('GuideNeedsTitle')
    expect(judge({ harm: { 'zh-CN': [], en: [] } })).toBe('GuideNeedsHarm')
    const [part] = own().parts
    if (part === undefined) throw new Error('no part')
    expect(judge({ parts: [part, part] })).toBe('GuideNamesTwice')
    const [question] = part.questions
    if (question === undefined) throw new Error('no question')
    const mute = { ...part, questions: [{ ...question, ask: { 'zh-CN': '', en: '' } }] }
    expect(judge({ parts: [mute] })).toBe('GuideNeedsQuestions')
  })

  it('is changed by a next version; the words of the old one stay [INQ-39]', () => {
    for (const field of ['title', 'parts', 'harm', 'opening', 'version'])
      expect(interviewGuide.guarded).toContain(field)
    const versions = [
      { ...own(), id: 'a1' },
      { ...own({ version: 2 }), id: 'a2' },
      { ...own({ version: 3, state: 'retired' }), id: 'a3' },
      { ...own({ lineId: idOf(2) }), id: 'b1' },
    ]
    expect(newestGuides(versions).map(({ id }) => id)).toEqual(['b1'])
  })

  it('that is written in one language is read in both [INQ-39]', () => {
    const read = guideOfRecord({
      ...own({ title: { 'zh-CN': '和孩子聊聊', en: '' }, does: { 'zh-CN': [], en: ['Listen'] } }),
      id: idOf(1),
    })
    expect(read.title.en).toBe('和孩子聊聊')
    expect(read.does['zh-CN']).toEqual(['Listen'])
  })
})
