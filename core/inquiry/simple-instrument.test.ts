import { describe, expect, it } from 'vitest'
import { listInstrumentFiles, readInstrument } from './cases/read-instruments.ts'
import { surveyInstrument } from './cases/survey-2800.ts'
import { readItemLines, readItemNames } from './item-names.ts'
import { readSimpleInstrument } from './read-simple-instrument.ts'
import { blankInstrument, makeSimpleInstrument } from './simple-instrument.ts'
import { blankScale } from './simple-scales.ts'

const scales = ['A', 'C', 'E', 'N', 'O']
const survey = {
  ...blankInstrument,
  code: 'survey-2800',
  titleEn: 'Survey of 2,800 people',
  licence: 'textNotShipped' as const,
  max: 6,
  items: scales.flatMap((scale) => [1, 2, 3, 4, 5].map((at) => `${scale}${at}`)).join('\n'),
  reversed: 'A1, C4-C5，E1 E2、O2 O5',
  scales: scales.map((id) => ({
    id,
    titleZh: '',
    titleEn: id,
    items: `${id}1-${id}5`,
    scoring: 'mean' as const,
    direction: 'neutral' as const,
    atLeast: 4,
  })),
}

describe('a simple instrument', () => {
  it('is the survey of 2,800 people when a person types its key', () => {
    const made = makeSimpleInstrument(survey, null)
    expect(made.ok).toBe(true)
    if (!made.ok) return
    const { items, subscales, responseSets } = surveyInstrument
    expect(made.value.items.map(({ id, reversed }) => [id, reversed])).toEqual(
      items.map(({ id, reversed }) => [id, reversed]),
    )
    expect(made.value.subscales).toEqual(subscales)
    expect(made.value.responseSets[0]).toMatchObject({ min: responseSets[0]?.min, max: 6 })
    expect(made.value.state).toBe('draft')
  })

  it('is one number with a unit', () => {
    const made = makeSimpleInstrument(
      {
        ...blankInstrument,
        code: 'weight',
        titleEn: 'Weight',
        answers: 'number',
        min: 40,
        max: 200,
        whole: false,
        unit: 'lb',
        items: 'weight | 体重 | Weight',
        scales: [{ ...blankScale, id: 'w', titleEn: 'W', items: '1', scoring: 'sum' }],
      },
      null,
    )
    expect(made).toMatchObject({
      ok: true,
      value: { items: [{ id: 'weight', response: { kind: 'number', unit: 'lb' } }] },
    })
  })

  it.each(listInstrumentFiles())('shown in the form and taken back, %s stays the same', (file) => {
    const shown = readInstrument(file.replace('.yaml', ''))
    expect(makeSimpleInstrument(readSimpleInstrument(shown), shown)).toEqual({
      ok: true,
      value: { ...shown, state: 'draft' },
    })
  })

  it.each([
    [{ code: 'No Spaces' }, 'InstrumentCodeNotValid'],
    [{ version: ' ' }, 'InstrumentVersionMissing'],
    [{ reversed: 'A9' }, 'UnknownItem'],
    [{ options: 'one | 一' }, 'OptionLineNotReadable'],
    [{ items: 'A1 | a | b | c' }, 'LineHasTooManyParts'],
    [{ scales: [{ ...blankScale, id: 'A' }] }, 'SubscaleWithoutItems'],
    [{ scales: [{ ...blankScale, id: '1st place', items: '1' }] }, 'SubscaleCodeNotValid'],
    [{ titleEn: '' }, 'InstrumentIncomplete'],
  ])('refuses what cannot be published, with the reason', (change, id) => {
    expect(makeSimpleInstrument({ ...survey, ...change }, null)).toMatchObject({
      ok: false,
      refusal: { id },
    })
  })
})

describe('item lists', () => {
  it('reads wordings without ids, and numbers them', () => {
    expect(readItemLines('我会主动联系。 | I call first.\n\nq7 | 第二题')).toEqual({
      ok: true,
      value: [
        { id: 'q1', text: { 'zh-CN': '我会主动联系。', en: 'I call first.' } },
        { id: 'q7', text: { 'zh-CN': '第二题', en: '' } },
      ],
    })
  })

  it('cuts a range at the dash that has an item on both sides', () => {
    const items = [{ id: 'child-starts' }, { id: 'weekly' }, { id: 'easy-talk' }]
    expect(readItemNames('child-starts-easy-talk', items)).toEqual({
      ok: true,
      value: ['child-starts', 'weekly', 'easy-talk'],
    })
    expect(readItemNames('3, 1', items)).toEqual({ ok: true, value: ['easy-talk', 'child-starts'] })
    expect(readItemNames('weekly-child-starts', items).ok).toBe(false)
    expect(readItemNames('0', items).ok).toBe(false)
  })
})
