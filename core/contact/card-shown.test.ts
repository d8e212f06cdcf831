import { describe, expect, it } from 'vitest'
import { consent } from '../families/consent.ts'
import { context, decided, foundWith, ids, pairWith } from '../families/cases/family-world.ts'
import { pair } from '../families/pair.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { cardShown, cardShownId, listShownCards } from './card-shown.ts'

const mother = pairWith(ids.mother, 'mother')
const given = (cardId: string, on: string, pairId = mother.id) =>
  cardShown.read(fieldsAsJson({ familyId: ids.family, pairId, cardId, on }))

describe('a card that was given [CON-9]', () => {
  const refusalOn = (on: string, known: Parameters<typeof foundWith>[0]) =>
    cardShown.rule(fieldsAsJson(given('topic-one', on)), null, foundWith(known), context)?.id

  it('was given on a day that has come, with consent to be served', () => {
    const served = [consent, decided({ purpose: 'service' })] as const
    expect(refusalOn('2026-03-10', [served, [pair, mother]])).toBeUndefined()
    expect(refusalOn('2026-03-11', [served, [pair, mother]])).toBe('DateInFuture')
    expect(refusalOn('2026-03-10', [[pair, mother]])).toBe('ConsentNotAsked')
  })

  it('is one line for two phones on the same day, and another on the next', () => {
    const one = given('topic-one', '2026-03-02')
    expect(cardShownId(one)).toBe(cardShownId({ ...one }))
    expect(cardShownId(one)).not.toBe(cardShownId({ ...one, on: '2026-03-03' }))
  })

  it('counts for its pair before a day, each card once by its last day, oldest first', () => {
    const shown = [
      given('topic-two', '2026-03-02'),
      given('topic-one', '2026-02-02'),
      given('topic-one', '2026-03-05'),
      given('topic-three', '2026-03-09'),
      given('topic-four', '2026-03-01', ids.father),
    ]
    expect(listShownCards(shown, mother.id, '2026-03-09')).toEqual(['topic-two', 'topic-one'])
  })
})
