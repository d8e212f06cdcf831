import { describe, expect, it } from 'vitest'
import { bandOf, itemsNeededFor, rangeOf, scoreSheet } from './score-sheet.ts'
import { scaleShape } from './scale.ts'

const scale = scaleShape.parse({
  title: { en: 'Three questions' },
  respondent: 'any',
  target: 'self',
  licence: { status: 'ours' },
  provenance: {},
  validation: { status: 'notValidated' },
  responseSets: [{ id: 'five', min: 1, max: 5 }],
  items: ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    number: index + 1,
    response: id === 'd' ? { kind: 'text' } : { kind: 'choice', set: 'five' },
    reversed: id === 'b',
  })),
  subscales: [
    {
      id: 'sum',
      title: { en: 'Sum' },
      items: ['a', 'b', 'c'],
      scoring: 'sum',
      direction: 'higherIsBetter',
      missing: { kind: 'count', atLeast: 2 },
      norms: [
        {
          id: 'village',
          title: { en: 'Village' },
          source: 'a worked example',
          bands: [
            { id: 'low', title: { en: 'low' }, from: null, to: 8 },
            { id: 'high', title: { en: 'high' }, from: 9, to: null },
          ],
        },
      ],
    },
    {
      id: 'mean',
      title: { en: 'Mean' },
      items: ['a', 'b'],
      scoring: 'mean',
      direction: 'neutral',
      reversedItems: [],
    },
  ],
})

function scoreOf(answers: Record<string, number | string | null>) {
  const scored = scoreSheet(scale, answers)
  if (!scored.ok) throw new Error(scored.refusal.id)
  return scored.value
}

describe('scoring a sheet', () => {
  it('reverses by the declared limits and shows each item raw and turned (INQ-6)', () => {
    const [sum, mean] = scoreOf({ a: 2, b: 2, c: 5 }).subscales
    expect(sum?.value).toBe(2 + 4 + 5)
    expect(sum?.steps[1]).toEqual({
      itemId: 'b',
      number: 2,
      asked: true,
      raw: 2,
      reversed: true,
      min: 1,
      max: 5,
      value: 4,
    })
    expect(mean?.value).toBe(2)
    expect(mean?.steps[1]?.reversed).toBe(false)
  })

  it('prorates a sum when enough items are answered, and says so', () => {
    const sum = scoreOf({ a: 2, c: 5 }).subscales[0]
    expect(sum).toMatchObject({
      value: 10.5,
      prorated: true,
      formula: 'proratedSum',
      itemsAnswered: 2,
      itemsNeeded: 2,
      missingItems: ['b'],
    })
  })

  it('gives no score below the rule, with the reason, and never zero', () => {
    const [sum, mean] = scoreOf({ a: 2 }).subscales
    expect(sum).toMatchObject({ value: null, reason: 'TooFewAnswers', itemsAnswered: 1 })
    expect(mean).toMatchObject({ value: null, reason: 'TooFewAnswers', itemsNeeded: 2 })
    expect(scoreOf({}).subscales.map((score) => score.value)).toEqual([null, null])
  })

  it.each([
    [{ a: 6 }, 'AnswerOutOfRange'],
    [{ a: 0 }, 'AnswerOutOfRange'],
    [{ a: 2.5 }, 'AnswerNotWhole'],
    [{ a: '2' }, 'AnswerNotNumber'],
    [{ a: Number.NaN }, 'AnswerNotNumber'],
    [{ d: 4 }, 'AnswerNotText'],
    [{ d: 'x'.repeat(501) }, 'AnswerTooLong'],
    [{ z: 1 }, 'UnknownItem'],
  ])('refuses %o as %s instead of clipping it (INQ-5)', (answers, id) => {
    expect(scoreSheet(scale, answers)).toMatchObject({ ok: false, refusal: { id } })
  })

  it('rounds a share up to whole items, without binary dust', () => {
    expect(itemsNeededFor({ kind: 'share', atLeast: 0.7 }, 10)).toBe(7)
    expect(itemsNeededFor({ kind: 'share', atLeast: 0.8 }, 4)).toBe(4)
    expect(itemsNeededFor({ kind: 'share', atLeast: 0.01 }, 3)).toBe(1)
    expect(itemsNeededFor({ kind: 'none' }, 5)).toBe(5)
  })

  it('knows the range of a score and the band under a named norm set', () => {
    const part = scale.subscales[0]
    if (part === undefined) throw new Error('no subscale')
    expect(rangeOf(scale, part)).toEqual({ min: 3, max: 15 })
    expect(bandOf(part, 'village', 8)?.id).toBe('low')
    expect(bandOf(part, 'village', 9)?.id).toBe('high')
    expect(bandOf(part, 'another', 9)).toBeNull()
  })
})
