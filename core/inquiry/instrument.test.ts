import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { context, draftInstrument, foundWith, publishedInstrument } from './cases/sheet-world.ts'
import { refuseBrokenScale } from './check-scale.ts'
import { instrument, instrumentIdOf, type Instrument } from './instrument.ts'

function judge(after: Instrument, before: Instrument | null) {
  const earlier = before === null ? null : fieldsAsJson(before)
  return instrument.rule(fieldsAsJson(after), earlier, foundWith(), context)
}

function run(verb: string, fields: Instrument) {
  return instrument.verbs[verb]?.run(fieldsAsJson(fields), {}, foundWith(), context)
}

const choice = { kind: 'choice', set: 'five' }
const talk = {
  id: 'talk',
  title: { en: 'Talk' },
  items: ['q1', 'q2'],
  scoring: 'sum',
  direction: 'neutral',
}
const twoItems = [
  { id: 'q1', number: 1, response: choice },
  { id: 'q2', number: 2, response: choice },
]

describe('an instrument', () => {
  it('begins as a draft, is published, and retires', () => {
    expect(judge(draftInstrument(), null)).toBeNull()
    expect(judge(publishedInstrument(), null)?.id).toBe('InstrumentStartsAsDraft')
    expect(run('publish', draftInstrument())).toEqual({ ok: true, value: { state: 'published' } })
    expect(run('retire', publishedInstrument())).toEqual({ ok: true, value: { state: 'retired' } })
    expect(run('retire', draftInstrument())).toMatchObject({ ok: false })
    expect(run('publish', publishedInstrument())).toMatchObject({ ok: false })
  })

  it('is frozen once published: another wording is another version (INQ-1)', () => {
    const published = publishedInstrument()
    const reworded = publishedInstrument({ title: { en: 'Three better questions' } })
    expect(judge(reworded, published)?.id).toBe('InstrumentFrozen')
    expect(judge({ ...published, state: 'retired' }, published)).toBeNull()
    expect(judge(draftInstrument({ title: { en: 'Anything' } }), draftInstrument())).toBeNull()
  })

  it('has one id per code and version', () => {
    expect(instrumentIdOf('ours', '1')).toBe(instrumentIdOf('ours', '1'))
    expect(instrumentIdOf('ours', '1')).not.toBe(instrumentIdOf('ours', '2'))
  })

  it.each([
    ['noTitle', { title: {} }],
    ['noItems', { items: [], subscales: [] }],
    ['itemTwice', { items: [...twoItems, { id: 'q1', number: 3, response: choice }] }],
    ['numberTwice', { items: [...twoItems, { id: 'q3', number: 2, response: choice }] }],
    ['unknownSet', { responseSets: [] }],
    ['setLimits', { responseSets: [{ id: 'five', min: 5, max: 1 }] }],
    [
      'setLimits',
      { responseSets: [{ id: 'five', min: 1, max: 5, options: [{ value: 1 }, { value: 4 }] }] },
    ],
    [
      'itemLimits',
      {
        items: [...twoItems, { id: 'w', number: 3, response: { kind: 'number', min: 5, max: 5 } }],
      },
    ],
    [
      'reversedText',
      {
        items: [...twoItems, { id: 't', number: 3, response: { kind: 'text' }, reversed: true }],
      },
    ],
    ['scaleTwice', { total: talk }],
    ['scaleItems', { subscales: [{ ...talk, items: ['q1', 'q7'] }] }],
    ['scaleItems', { subscales: [{ ...talk, items: ['q1', 'q1'] }] }],
    ['scaleItems', { subscales: [{ ...talk, items: ['q1'], reversedItems: ['q2'] }] }],
    ['missingRule', { subscales: [{ ...talk, missing: { kind: 'count', atLeast: 3 } }] }],
  ])('is not published with %s (INQ-2) %#', (problem, changes) => {
    const broken = draftInstrument(changes)
    expect(refuseBrokenScale(broken)).toMatchObject({ id: 'InstrumentIncomplete' })
    expect(refuseBrokenScale(broken)?.details['problem']).toBe(problem)
    expect(judge({ ...broken, state: 'published' }, broken)?.id).toBe('InstrumentIncomplete')
  })
})
