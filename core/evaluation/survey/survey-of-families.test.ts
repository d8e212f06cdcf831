import { describe, expect, it } from 'vitest'
import { consent } from '../../families/consent.ts'
import { guardianship } from '../../families/guardianship.ts'
import { migration } from '../../families/migration.ts'
import { pair } from '../../families/pair.ts'
import { person } from '../../families/person.ts'
import type { JsonObject } from '../../kit/json.ts'
import { answerSheet } from '../../inquiry/answer-sheet.ts'
import { idOf, wordingIn } from '../cases/group-world.ts'
import type { RegisterAtHand } from './register-at-hand.ts'
import { surveyOfFamilies } from './survey-of-families.ts'

const day = '2026-03-10'
const family = idOf(1)
const child = idOf(2)
const mother = idOf(3)
const father = idOf(4)
const granny = idOf(5)
const own = { familyId: family }
const bond = { ...own, childId: child }
const whoever = (id: string, fields: JsonObject) => ({
  ...person.read({ ...own, name: '假名', ...fields }),
  id,
})
const pairWith = (adultId: string, relation: string) => ({
  ...pair.read({ ...bond, adultId: adultId, relation }),
  id: `pair ${relation}`,
})

function registerWith(changes: Partial<RegisterAtHand> = {}): RegisterAtHand {
  return {
    families: [{ id: family, code: 'Z-001', village: ' 青山村 ' }],
    people: [
      whoever(child, { role: 'child', sex: 'female', bornOn: '2016-05-01', grade: '四年级' }),
      whoever(mother, { role: 'parent', livesHere: true }),
      whoever(father, { role: 'parent', livesHere: false }),
      whoever(granny, { role: 'grandparent' }),
    ],
    pairs: [
      pairWith(mother, 'mother'),
      pairWith(father, 'father'),
      pairWith(granny, 'grandmother'),
    ],
    migrations: [migration.read({ ...own, personId: father, since: '2025-02-01' })],
    guardianships: [
      guardianship.read({
        ...bond,
        adultId: granny,
        kind: 'caregiver',
        basis: 'oralEntrustment',
        since: '2025-02-01',
      }),
    ],
    consents: [
      {
        ...consent.read({
          ...own,
          subjectId: child,
          purpose: 'assessment',
          textVersion: '1',
          decision: 'given',
          givenById: mother,
          decidedOn: '2026-01-01',
          proof: 'onScreen',
          subjectBornOn: '2016-05-01',
          assent: { answer: 'given', on: '2026-01-01', how: '' },
        }),
        id: idOf(30),
      },
    ],
    ...changes,
  }
}

const sheetOf = (id: string, fields: JsonObject = {}) => ({
  ...answerSheet.read({
    ...bond,
    waveId: idOf(10),
    instrumentId: idOf(11),
    respondentId: child,
    mode: 'paper',
    state: 'submitted',
    answeredOn: day,
    submittedOn: '2026-06-01',
    answers: { q1: 3 },
    ...fields,
  }),
  id,
})
const everybody = { respondents: null, today: '2026-07-01' }
const zh = wordingIn('zh-CN')
const backgroundWith = (changes: Partial<RegisterAtHand>, fields: JsonObject = {}) =>
  surveyOfFamilies([sheetOf('a', fields)], registerWith(changes), everybody, zh).sheets[0]?.extra

describe('a wave of families as a survey [EVA-39]', () => {
  it('stands by code, with the village and what the register says on the day of answering', () => {
    const [sheet] = surveyOfFamilies([sheetOf('a')], registerWith(), everybody, zh).sheets
    expect(sheet).toMatchObject({
      respondentCode: 'Z-001-C1',
      groupLabel: '青山村',
      answers: { q1: 3 },
      extra: {
        '谁外出（答卷当天）': '只有父亲外出',
        '谁照顾（答卷当天）': '祖辈',
        孩子的性别: '女',
        '孩子的年龄（答卷当天）': '9–11 岁',
        '年级（目前登记）': '四年级',
        '住校（目前登记）': '未登记',
      },
    })
    expect(JSON.stringify(sheet)).not.toContain('假名')
  })

  it('says not registered where nobody has said where a parent is, and concludes nothing from the other', () => {
    const { people, pairs } = registerWith()
    const noFather = { pairs: pairs.filter(({ relation }) => relation !== 'father') }
    expect(backgroundWith(noFather)).toMatchObject({ '谁外出（答卷当天）': '未登记' })
    expect(backgroundWith({ migrations: [] })).toMatchObject({ '谁外出（答卷当天）': '未登记' })
    const silent = people.map((one) => (one.id === mother ? { ...one, livesHere: null } : one))
    expect(backgroundWith({ people: silent })).toMatchObject({ '谁外出（答卷当天）': '未登记' })
    expect(backgroundWith({ guardianships: [] })).toMatchObject({ '谁照顾（答卷当天）': '未登记' })
  })

  it('asks the day of answering, not today', () => {
    const later = { answeredOn: '2025-01-10' }
    expect(backgroundWith({}, later)).toMatchObject({
      '谁外出（答卷当天）': '未登记',
      '谁照顾（答卷当天）': '未登记',
      '孩子的年龄（答卷当天）': '6–8 岁',
    })
  })

  it('holds what was handed in, of families at hand, whose consent holds', () => {
    const sheets = [
      sheetOf('a'),
      sheetOf('draft', { state: 'draft', submittedOn: null }),
      sheetOf('aside', { state: 'setAside' }),
      sheetOf('strange', { familyId: idOf(77) }),
    ]
    const survey = surveyOfFamilies(sheets, registerWith(), everybody, zh)
    expect(survey.sheets.map(({ id }) => id)).toEqual(['a'])
    const without = surveyOfFamilies(sheets, registerWith({ consents: [] }), everybody, zh)
    expect(without).toMatchObject({ sheets: [], withoutConsent: 1 })
  })

  it('tells children, parents and other caregivers apart and takes those who were chosen', () => {
    const sheets = [
      sheetOf('a'),
      sheetOf('b', { respondentId: mother }),
      sheetOf('c', { respondentId: granny }),
    ]
    const all = surveyOfFamilies(sheets, registerWith(), everybody, zh)
    expect(all.respondents).toEqual(['child', 'parent', 'guardian'])
    expect(all.sheets.map(({ extra }) => extra['谁答的'])).toEqual([
      '孩子',
      '父亲或母亲',
      '其他照顾的人',
    ])
    const choice = { ...everybody, respondents: 'parent' as const }
    const parents = surveyOfFamilies(sheets, registerWith(), choice, zh)
    expect(parents.sheets.map(({ respondentCode }) => respondentCode)).toEqual([
      'Z-001-P1/Z-001-C1',
    ])
  })
})
