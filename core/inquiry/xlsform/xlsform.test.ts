import { describe, expect, it } from 'vitest'
import type { Table } from '../../kit/table.ts'
import { listInstrumentFiles, readInstrument } from '../cases/read-instruments.ts'
import { draftInstrument } from '../cases/sheet-world.ts'
import { refuseBrokenScale } from '../check-scale.ts'
import type { Instrument } from '../instrument.ts'
import {
  answerMark,
  bilingualScale,
  builderForm,
  commercialForm,
  olderForm,
  oldestForm,
  strangeForm,
  tableOf,
  templateForm,
} from './cases/foreign-forms.ts'
import { readXlsform } from './read-xlsform.ts'
import { writeXlsform } from './write-xlsform.ts'

function read(tables: readonly Table[], stem = 'form'): Instrument {
  const { instrument, faults } = readXlsform(tables, stem)
  if (instrument === null) throw new Error(JSON.stringify(faults))
  return instrument
}

function written(shown: Instrument): readonly Table[] {
  return writeXlsform(shown).map(({ name, rows }) =>
    tableOf(
      name,
      rows.map((row) => row.map((cell) => cell ?? '')),
    ),
  )
}

describe('a form of another tool', () => {
  it('becomes an instrument: groups are sections, options keep their names, meta rows are left out (INQ-20)', () => {
    const made = read(builderForm)
    expect(made).toMatchObject({
      code: 'aphones-01',
      version: '3 (2025-11-02)',
      title: { en: 'Phones at home' },
      state: 'draft',
      sections: [{ id: 'home', title: { en: 'At home' } }],
      items: [
        { id: 'phone_at_home', section: 'home', required: true, response: { kind: 'choice' } },
        {
          id: 'calls',
          response: { kind: 'number', min: 0, max: 50, whole: true },
          constraint: null,
          showIf: [[{ item: 'phone_at_home', is: 'equal', value: 1 }]],
        },
      ],
      closing: [{ id: 'bye', text: { en: 'Thank you.' } }],
      responseSets: [
        {
          options: [
            { value: 1, name: 'yes' },
            { value: 2, name: 'no' },
          ],
        },
      ],
    })
    expect(readXlsform(builderForm, '').leftOut.map(({ name }) => name)).toEqual(['start', 'end'])
  })

  it('has its sums and means as scales, with what is turned round (INQ-20)', () => {
    const { subscales, items, title } = read(bilingualScale)
    expect(title).toEqual({ 'zh-CN': '聊天', en: '' })
    expect(items[0]).toMatchObject({
      text: { 'zh-CN': '我们聊天。', en: 'We talk.' },
      readAloud: { en: 'With anybody at home.' },
    })
    expect(subscales).toMatchObject([
      {
        id: 'talk_sum',
        items: ['s1', 's2', 's3'],
        reversedItems: ['s2'],
        scoring: 'sum',
        factor: 1,
      },
      { id: 'talk_mean', items: ['s1', 's2', 's3'], scoring: 'mean', factor: 1 },
      { id: 'talk_percent', items: ['s1', 's3'], scoring: 'sum', factor: 10 },
    ])
  })

  it('is read in the older way of writing too, with groups in groups (INQ-20)', () => {
    const { sections, items } = read(olderForm, '上学 2024')
    expect(sections).toMatchObject([
      { id: 'g1', within: null },
      {
        id: 'g2',
        within: 'g1',
        showIf: [
          [
            { item: 'ways', is: 'includes', value: 1 },
            { item: 'ways', is: 'excludes', value: 2 },
          ],
        ],
      },
    ])
    expect(items[0]).toMatchObject({ response: { kind: 'multi' }, required: true })
    expect(items[1]?.showIf).toEqual([[{ item: 'ways', is: 'includes', value: 3 }]])
    expect(items[2]).toMatchObject({ section: 'g2', response: { kind: 'number', whole: false } })
  })

  it('is read in a dialect: other names of columns, days, a row that is switched off (INQ-20)', () => {
    const { items } = read(commercialForm)
    expect(items).toMatchObject([
      {
        id: 'left_on',
        text: { 'zh-CN': '什么时候离家的？', en: 'When did the parent leave?' },
        response: { kind: 'date', from: '2010-01-01', notAfterToday: true },
        constraint: { message: { en: 'Not a day to come.' } },
      },
      { id: 'back', showIf: [[{ item: 'left_on', is: 'answered', value: null }]] },
      {
        id: 'why',
        response: { kind: 'text', maxLength: 200 },
        showIf: [[{ item: 'back', is: 'equal', value: 0 }]],
      },
    ])
  })

  it('is read with the empty columns of a template; words of a group without questions keep its condition (INQ-20)', () => {
    const { items, sections } = read(templateForm)
    expect(sections).toEqual([])
    expect(items[0]?.notes).toMatchObject([{ id: 'hello', showIf: null }])
    expect(items[1]).toMatchObject({
      notes: [{ id: 'fine', showIf: [[{ item: 'glad', is: 'equal', value: 1 }]] }],
      constraint: {
        holds: [
          [
            { item: 'years', is: 'more', value: 5 },
            { item: 'years', is: 'less', value: 19 },
          ],
          [{ item: 'years', is: 'equal', value: 99 }],
        ],
      },
    })
  })

  it('is read in the oldest way of writing; "or other" is an option and a question for its words (INQ-20)', () => {
    const { items, responseSets } = read(oldestForm)
    expect(items).toMatchObject([
      { id: 'who', required: true, response: { kind: 'choice', set: 'people_or_other' } },
      {
        id: 'who_other',
        text: { 'zh-CN': '', en: 'Please specify:' },
        required: false,
        showIf: [[{ item: 'who', is: 'equal', value: 3 }]],
      },
      {
        id: 'days',
        response: { kind: 'multi', set: 'days' },
        showIf: [[{ item: 'who', is: 'unequal', value: 3 }]],
        constraint: { holds: [[{ item: 'days', is: 'excludes', value: 1 }]] },
      },
      { id: 'how_many', response: { kind: 'number', max: 9 }, constraint: null },
    ])
    expect(responseSets).toMatchObject([
      { id: 'people_or_other', min: 1, max: 3, options: [{}, {}, { value: 3, name: 'other' }] },
      {
        id: 'days',
        options: [
          { value: 1, name: '' },
          { value: 2, name: '' },
          { value: 99, name: '' },
          { value: 100, name: 'refused' },
        ],
      },
    ])
  })

  it('is refused by name, sheet and row for what we have no place for, all at once (INQ-20)', () => {
    const { instrument, faults } = readXlsform(strangeForm, 'strange')
    expect(instrument).toBeNull()
    expect(
      faults.map(({ id, sheet, row, name }) =>
        `${sheet} ${row} ${id} ${name}`.replaceAll(answerMark, '@{'),
      ),
    ).toEqual([
      'survey 1 languageUnknown label::Français (fr)',
      'survey 2 typeNotTaken begin_repeat',
      "survey 3 expressionNotTaken regex(., '^[A-Z]')",
      'survey 4 typeNotTaken end_repeat',
      'survey 5 typeNotTaken geopoint',
      'survey 7 columnNotTaken choice_filter',
      'survey 7 listMissing towns',
      'survey 8 typeNotTaken image',
      'survey 9 columnNotTaken default',
      'survey 9 expressionNotTaken @{later} > 3',
      'survey 10 calculationNotTaken int((today() - @{born}) div 365.25)',
      'survey 11 appearanceNotTaken signature',
      'survey 11 labelTakesAnswer Dear @{name_of}',
      'survey 12 nameNotUsable 1st',
      'survey 13 expressionNotRead @{age} >',
      'survey 13 groupNotClosed open_end',
      'choices 2 columnNotTaken media',
      'choices 3 nameTwice yes',
      'choices 4 listTooShort lonely',
      'external_choices 1 sheetNotTaken external_choices',
    ])
  })

  it('needs a survey sheet with types and names (INQ-20)', () => {
    expect(readXlsform([tableOf('Sheet1', [['a']])], 'x').faults).toMatchObject([
      { id: 'sheetMissing', name: 'survey' },
    ])
    expect(readXlsform([tableOf('survey', [['kind'], ['text']])], 'x').faults).toMatchObject([
      { id: 'columnMissing', name: 'type' },
      { id: 'columnMissing', name: 'name' },
      { id: 'typeNotTaken', row: 2 },
    ])
    expect(readXlsform([tableOf('survey', [['type', 'name']])], 'x').faults).toMatchObject([
      { id: 'questionsMissing', name: 'survey', row: 1 },
    ])
  })
})

const everything = draftInstrument({
  code: 'everything',
  title: { 'zh-CN': '样样都有', en: 'Everything' },
  instructions: { en: 'Read aloud.' },
  responseSets: [
    { id: 'five', min: 1, max: 5, pictures: 'faces' },
    {
      id: 'ways',
      min: 1,
      max: 3,
      options: [
        { value: 1, label: { en: 'Foot' }, name: 'foot' },
        { value: 2, label: { en: 'Bus' }, name: 'bus', picture: 'map' },
        { value: 3, label: { en: 'Boat' }, name: 'boat' },
      ],
    },
  ],
  sections: [
    { id: 'outer', title: { en: 'Outer' } },
    { id: 'inner', within: 'outer', showIf: [[{ item: 'q1', is: 'atLeast', value: 2 }]] },
  ],
  items: [
    {
      id: 'q1',
      number: 1,
      text: { en: 'One' },
      response: { kind: 'choice', set: 'five' },
      mirror: 'p1',
    },
    {
      id: 'q2',
      number: 2,
      text: { 'zh-CN': '二', en: 'Two' },
      response: { kind: 'multi', set: 'ways' },
      section: 'outer',
      required: true,
      notes: [{ id: 'n1', text: { en: 'Now the way.' }, showIf: [[{ item: 'q1', is: 'empty' }]] }],
      constraint: {
        holds: [[{ item: 'q2', is: 'excludes', value: 3 }], [{ item: 'q1', is: 'more', value: 3 }]],
        message: { en: 'No boat.' },
      },
    },
    {
      id: 'q3',
      number: 3,
      text: { en: 'Three' },
      section: 'inner',
      response: { kind: 'number', min: 0, max: 12.5, whole: false, unit: 'km' },
      showIf: [[{ item: 'q2', is: 'includes', value: 2 }], [{ item: 'q2', is: 'answered' }]],
    },
    {
      id: 'q4',
      number: 4,
      text: { en: 'Four' },
      response: { kind: 'date', from: '2000-01-01', notAfterToday: true },
      readAloud: { en: 'Any day will do.' },
    },
    {
      id: 'q5',
      number: 5,
      text: null,
      response: { kind: 'text', maxLength: 50 },
      showIf: [[{ item: 'q4', is: 'less', value: '2020-05-01' }]],
    },
    {
      id: 'q6',
      number: 6,
      text: { en: 'Six' },
      response: { kind: 'choice', set: 'five' },
      reversed: true,
    },
  ],
  closing: [{ id: 'bye', text: { en: 'Bye.' } }],
  subscales: [
    {
      id: 'q1',
      title: { en: 'Talk' },
      items: ['q1', 'q6'],
      scoring: 'mean',
      factor: 2,
      direction: 'higherIsBetter',
      missing: { kind: 'count', atLeast: 1 },
    },
  ],
})

describe('an instrument as a form', () => {
  it('comes back as it went, with what other tools have no place for (INQ-20)', () => {
    expect(refuseBrokenScale(everything)).toBeNull()
    expect(read(written(everything))).toEqual(everything)
  })

  it('says the same without our own sheet, as far as a form can say it (INQ-20)', () => {
    const plain = read(written(everything).filter(({ name }) => name !== 'kiteline'))
    expect(
      plain.items.map(({ showIf, constraint, notes, section, required }) => ({
        showIf,
        constraint,
        notes,
        section,
        required,
      })),
    ).toEqual(
      everything.items.map(({ showIf, constraint, notes, section, required }) => ({
        showIf,
        constraint,
        notes,
        section,
        required,
      })),
    )
    expect(
      plain.responseSets.flatMap(({ options }) => options).every(({ picture }) => picture === null),
    ).toBe(true)
    expect(plain.subscales).toMatchObject([
      { id: 'score_q1', items: ['q1', 'q6'], reversedItems: ['q6'], scoring: 'mean', factor: 2 },
    ])
  })

  it('a picture that is not one of ours is passed over, the rest of our own sheet is taken (INQ-20)', () => {
    const changed = writeXlsform(everything).map(({ name, rows }) =>
      tableOf(
        name,
        rows.map((row) => row.map((cell) => String(cell ?? '').replace('"map"', '"dragon"'))),
      ),
    )
    const back = read(changed)
    expect(back.responseSets[1]?.options.map(({ picture }) => picture)).toEqual([null, null, null])
    expect(back.title).toEqual(everything.title)
  })

  it.each(listInstrumentFiles())('%s comes back as it went (INQ-20)', (file) => {
    const shown = readInstrument(file.replace('.yaml', ''))
    expect(read(written(shown))).toEqual(shown)
  })

  it.each([
    ['builder', builderForm],
    ['bilingual', bilingualScale],
    ['oldest', oldestForm],
    ['older', olderForm],
    ['commercial', commercialForm],
    ['template', templateForm],
  ])('a form of others, written by us and read again, is the same: %s (INQ-20)', (_name, form) => {
    const once = read(form)
    expect(read(written(once))).toEqual(once)
  })
})
