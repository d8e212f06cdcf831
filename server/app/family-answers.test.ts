import { describe, expect, test } from 'vitest'
import { draftInstrument } from '../../core/inquiry/cases/sheet-world.ts'
import { showQuestionnaire } from '../../family/questionnaire-page.ts'
import { brokenOf, gapsOf, opensMore, readAnswers } from './family-answers.ts'

const five = { kind: 'choice', set: 'five' }
const skipping = draftInstrument({
  subscales: [],
  responseSets: [
    { id: 'five', min: 1, max: 5, pictures: 'faces' },
    { id: 'ways', min: 1, max: 3, options: [{ value: 1 }, { value: 2 }, { value: 3 }] },
  ],
  items: [
    { id: 'calls', number: 1, response: five },
    {
      id: 'ways',
      number: 2,
      required: true,
      response: { kind: 'multi', set: 'ways' },
      showIf: [[{ item: 'calls', is: 'more', value: 1 }]],
      constraint: {
        holds: [[{ item: 'ways', is: 'excludes', value: 3 }]],
        message: { en: 'Three is none of yours.' },
      },
    },
    { id: 'since', number: 3, response: { kind: 'date' } },
  ],
})

async function pageOf(answers: Record<string, number>): Promise<string> {
  return String(
    await showQuestionnaire((key) => key, {
      instrument: skipping,
      language: 'en',
      names: {},
      answers,
      draftKey: '',
      note: 'none',
      gaps: [],
      broken: [],
      today: '2026-03-10',
    }),
  )
}

describe('a family page with skip logic', () => {
  test('[INQ-18] holds back what is not asked, and shows it once an answer asks it', async () => {
    expect(await pageOf({ calls: 1 })).toContain('<fieldset data-item="ways" hidden>')
    expect(await pageOf({ calls: 1 })).toContain('name="passed" value="ways"')
    expect(await pageOf({ calls: 3 })).toContain('<fieldset data-item="ways">')
  })

  test('[INQ-18] nothing is handed in before questions that were opened by an answer were seen', () => {
    expect(opensMore(skipping, { calls: 4 }, 'ways')).toBe(true)
    expect(opensMore(skipping, { calls: 4, ways: '1' }, 'ways')).toBe(false)
    expect(opensMore(skipping, { calls: 1 }, 'ways')).toBe(false)
    expect(opensMore(skipping, { calls: 4 }, '')).toBe(false)
  })

  test('[INQ-18] a required question is missed only where it is asked', () => {
    expect(gapsOf(skipping, { calls: 1 })).toEqual([])
    expect(gapsOf(skipping, { calls: 2 })).toEqual(['2'])
  })

  test('[INQ-5] several boxes are one answer, unticked boxes take it back, a day is a day', () => {
    expect(readAnswers(skipping, { q_ways: '3 1', q_since: '2026-01-02' })).toEqual({
      ways: '1 3',
      since: '2026-01-02',
    })
    expect(readAnswers(skipping, { q_ways: '', q_calls: '' })).toEqual({ ways: null })
    expect(readAnswers(skipping, { q_ways: '1 9', q_since: 'soon' })).toEqual({})
  })

  test('[INQ-19] an answer against its own rule is named in the words of the questionnaire', () => {
    expect(brokenOf(skipping, { calls: 2, ways: '1 3' }, 'en')).toEqual([
      { number: 2, words: 'Three is none of yours.' },
    ])
    expect(brokenOf(skipping, { calls: 1, ways: '1 3' }, 'en')).toEqual([])
  })

  test('faces stand beside the numbers for whoever would rather point', async () => {
    const page = await pageOf({})
    expect(page.match(/<symbol /g)).toHaveLength(5)
    expect(page.match(/<use /g)).toHaveLength(5)
  })
})
