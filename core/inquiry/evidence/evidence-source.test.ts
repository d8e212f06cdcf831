import { describe, expect, test } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { contextOf, idOf } from '../coding/cases/coding-world.ts'
import { evidenceSource } from './evidence-source.ts'

const context = contextOf('worker')
const whole = {
  title: 'A study',
  design: 'survey',
  shows: { 'zh-CN': '说明了一件事', en: '' },
  limits: { 'zh-CN': '', en: 'few people' },
}
const judge = (fields: object) => {
  const read = evidenceSource.parse(fieldsAsJson({ ...whole, ...fields }))
  return read.ok
    ? (evidenceSource.rule(read.value, null, foundIn([]), context)?.id ?? null)
    : read.refusal.id
}
const effect = { what: { 'zh-CN': '出席', en: '' }, value: 2, from: 1, to: 3, level: 95 }

describe('a source that the agency adds', () => {
  test('is kept when it says, in one language, what it shows and what it cannot show [EVI-2]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ shows: { 'zh-CN': ' ', en: '' } })).toBe('SourceNeedsFinding')
    expect(judge({ limits: { 'zh-CN': '', en: '' } })).toBe('SourceNeedsLimits')
  })

  test('states a figure with both ends of its interval or with none [EVI-3]', () => {
    expect(judge({ effects: [effect] })).toBeNull()
    expect(judge({ effects: [{ ...effect, value: 4 }] })).toBe('EffectOutsideInterval')
    expect(judge({ effects: [{ ...effect, to: null }] })).toBe('EffectOutsideInterval')
  })

  test('has an address of the web or none: nothing that runs', () => {
    expect(judge({ url: 'https://example.org/a' })).toBeNull()
    expect(judge({ url: 'javascript:alert(1)' })).not.toBeNull()
    expect(judge({ doi: 'famp.12369' })).not.toBeNull()
  })

  test('is archived once and taken back, never removed [EVI-5]', () => {
    const turn = (verb: 'archive' | 'restore', state: string) =>
      evidenceSource.verbs[verb]?.run(
        { ...evidenceSource.defaults, ...fieldsAsJson(whole), state },
        {},
        foundIn([]),
        { ...context, recordId: idOf('source') },
      )
    expect(turn('archive', 'active')).toEqual({ ok: true, value: { state: 'archived' } })
    expect(turn('archive', 'archived')).toMatchObject({ refusal: { id: 'SourceArchived' } })
    expect(turn('restore', 'archived')).toEqual({ ok: true, value: { state: 'active' } })
  })
})
