import { describe, expect, test } from 'vitest'
import { draftInstrument } from '../../core/inquiry/cases/sheet-world.ts'
import { showQuestionnaire } from '../../family/questionnaire-page.ts'
import { pictures } from '../../core/kit/pictures.ts'
import { gzipSync } from 'node:zlib'
import { readDrawing } from './read-drawing.ts'
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

async function pageOf(answers: Record<string, number>, instrument = skipping): Promise<string> {
  return String(
    await showQuestionnaire((key) => key, {
      instrument,
      language: 'en',
      names: {},
      answers,
      draftKey: '',
      note: 'none',
      gaps: [],
      broken: [],
      today: '2026-03-10',
      draw: readDrawing,
      opening: [],
      spoken: () => [],
    }),
  )
}

function withPictures(questions: number) {
  const options = [1, 2, 3, 4, 5, 6, 7].map((value) => ({
    value,
    label: { en: `${value}` },
    picture: pictures[pictures.indexOf('kite') + value - 1],
  }))
  const few = questions === 1
  return draftInstrument({
    subscales: [],
    responseSets: [
      {
        id: 'five',
        min: 1,
        max: few ? 5 : 7,
        pictures: 'faces',
        options: few
          ? [{ value: 1, picture: 'kite' }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }]
          : options,
      },
    ],
    items: Array.from({ length: few ? 2 : questions }, (_none, index) => ({
      id: `q${index}`,
      number: index + 1,
      text: { en: `Question ${index} about the calls of the last two weeks` },
      response: five,
    })),
  })
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

  test('[INQ-21] an option’s own picture takes the place of the face; each is drawn once, the words are what is read', async () => {
    const page = await pageOf({}, withPictures(1))
    expect(page.match(/<symbol /g)).toHaveLength(5)
    expect(page.match(/<symbol id="kite"/g)).toHaveLength(1)
    expect(page.match(/#kite"/g)).toHaveLength(2)
    expect(page).not.toMatch(/<title>|role="img"/)
    expect(page).toContain('#kite"/></svg>1</label>')
  })

  test('[INQ-21] forty questions with seven pictures still come within twelve kilobytes', async () => {
    const page = await pageOf({}, withPictures(40))
    expect(gzipSync(page).length).toBeLessThan(12_000)
  })
})
