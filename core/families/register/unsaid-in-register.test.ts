import { describe, expect, it } from 'vitest'
import { planOf, tableOf, type Written } from '../cases/register-table.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { FamilyFacts } from '../left-behind.ts'
import { findCensus, findCivilAffairs } from '../left-behind.ts'
import { guardianship } from '../guardianship.ts'
import { migration } from '../migration.ts'
import { pair } from '../pair.ts'
import { person } from '../person.ts'
import { today } from '../cases/family-world.ts'
import { proposeMapping } from './propose-mapping.ts'
import { readCaregivers } from './read-caregivers.ts'
import { readName } from './read-name.ts'
import type { RegisterPlan } from './plan-register-import.ts'

const heads = [
  '村',
  '儿童姓名',
  '出生日期',
  '父亲姓名',
  '母亲姓名',
  '监护人（与儿童关系）',
  '务工地',
]
const ming: Written[] = ['Z村', '王小明', '2014-03-05', '王大', '李梅', '', '']

function planRow(changes: Readonly<Record<number, Written>>, header = heads): RegisterPlan {
  const row = header.map((_, index) => changes[index] ?? ming[index] ?? '')
  return planOf(tableOf([header, row]))
}

function factsOf(plan: RegisterPlan): FamilyFacts {
  const drafts = plan.bundles.flat()
  const of = (name: string) => drafts.filter(({ kind }) => kind.name === name)
  return {
    people: of('person').map((one) => ({
      ...person.read(fieldsAsJson(one.fields)),
      id: one.recordId,
    })),
    migrations: of('migration').map((one) => ({
      ...migration.read(fieldsAsJson(one.fields)),
      id: one.recordId,
    })),
    guardianships: of('guardianship').map((one) => ({
      ...guardianship.read(fieldsAsJson(one.fields)),
      id: one.recordId,
    })),
    pairs: of('pair').map((one) => ({ ...pair.read(fieldsAsJson(one.fields)), id: one.recordId })),
  }
}

function namesOf(plan: RegisterPlan): readonly string[] {
  return factsOf(plan).people.map(({ name }) => name)
}

function notesOf(plan: RegisterPlan): readonly string[] {
  return plan.notes.map(
    ({ column, reason, weight, shown }) => `${column} ${reason} ${weight} ${shown}`,
  )
}

describe('a word for a situation in a name cell (FAM-21)', () => {
  it.each([
    '离异',
    '离婚',
    '父母离异多年',
    '改嫁',
    '再婚',
    '失联',
    '出走',
    '离家出走',
    '服刑',
    '服刑中',
    '在监',
    '已去世',
  ])('%s makes no person and is listed by its cell', (words) => {
    const plan = planRow({ 4: words })
    expect(namesOf(plan)).toEqual(['王大', '王小明'])
    expect(notesOf(plan)).toEqual([`5 nameIsSituation look ${words}`])
    expect(factsOf(plan).pairs.length).toBe(1)
  })

  it.each([
    '无',
    '没有',
    '不详',
    '不清',
    '/',
    '—',
    '——',
    '-',
    'unknown',
  ])('%s makes no person and is listed by its cell', (words) => {
    const plan = planRow({ 4: words })
    expect(namesOf(plan)).toEqual(['王大', '王小明'])
    expect(plan.notes).toMatchObject([{ column: 5, reason: 'nameNotSaid', weight: 'look' }])
  })

  it('同上 and words around a possible name wait for a person', () => {
    expect(notesOf(planRow({ 4: '同上' }))).toEqual(['5 sameAsAbove cell 同上'])
    expect(notesOf(planRow({ 4: '李梅改嫁外省' }))).toEqual(['5 nameUnclear cell 李梅改嫁外省'])
  })

  it('beside a name leaves the name', () => {
    expect(readName('李梅(改嫁)')).toEqual({ is: 'name', name: '李梅', beside: '改嫁' })
    expect(readName('离异 李梅')).toEqual({ is: 'name', name: '李梅', beside: '离异' })
    expect(['吴梅', '尤空青', 'Anna Wright', '司马无双'].map((name) => readName(name).is)).toEqual(
      Array.from({ length: 4 }, () => 'name'),
    )
  })
})

describe('whereabouts that no cell tells', () => {
  it('are neither home nor away, and both definitions ask', () => {
    const facts = factsOf(planRow({}))
    expect(facts.people.map(({ name, livesHere }) => [name, livesHere])).toEqual([
      ['王大', null],
      ['李梅', null],
      ['王小明', true],
    ])
    const child = facts.people.at(-1)
    const findings = child && [
      findCivilAffairs(facts, child, today),
      findCensus(facts, child, today),
    ]
    expect(findings).toEqual([
      { holds: null, because: 'whereaboutsUnknown' },
      { holds: null, because: 'whereaboutsUnknown' },
    ])
  })

  it.each([
    '务工地',
    '打工地',
    '外出务工地点',
    '务工省市',
  ])('a column %s that names nobody is taken for those it names', (head) => {
    const header = heads.with(6, head)
    expect(proposeMapping(tableOf([header, ming])).columns[6]).toBe('oneParent.workPlace')
    const told = factsOf(planRow({ 6: '父：东莞 母：温州' }, header))
    expect(told.migrations.map(({ city }) => city)).toEqual(['东莞', '温州'])
    const untold = planRow({ 6: '东莞' }, header)
    expect(factsOf(untold).migrations).toEqual([])
    expect(notesOf(untold)).toEqual(['7 whoseWorkPlace look 东莞'])
  })

  it('one column for both parents is true of both, and two columns belong to the person before each', () => {
    const both = factsOf(planRow({ 6: '东莞' }, heads.with(6, '父母务工地点')))
    expect(both.migrations.length).toBe(2)
    const header = ['儿童姓名', '出生日期', '父亲姓名', '务工地', '母亲姓名', '务工地']
    expect(proposeMapping(tableOf([header, ['王小明', '2014-03-05']])).columns).toEqual([
      'child.name',
      'child.bornOn',
      'father.name',
      'father.workPlace',
      'mother.name',
      'mother.workPlace',
    ])
  })

  it('are not told by 服刑 or / in the place cell', () => {
    for (const words of ['服刑', '/', '失联']) {
      const plan = planRow({ 6: words }, heads.with(6, '父亲务工地'))
      expect(factsOf(plan).migrations).toEqual([])
      expect(notesOf(plan)).toEqual([`7 placeNotSaid look ${words}`])
    }
  })
})

describe('a cell for whoever looks after the child', () => {
  it('gives the named caregiver a pair and lists the one without a name', () => {
    const plan = planRow({ 5: '爷爷 陈老汉 / 奶奶' })
    expect(namesOf(plan)).toEqual(['王大', '李梅', '陈老汉', '王小明'])
    expect(factsOf(plan).pairs.map(({ relation }) => relation)).toEqual([
      'father',
      'mother',
      'grandfather',
    ])
    expect(notesOf(plan)).toEqual(['6 caregiverNameMissing look 爷爷 陈老汉 / 奶奶'])
  })

  it('is read in the ways people write it', () => {
    expect(
      ['陈老汉（爷爷）', '爷爷陈老汉', '爷爷：陈老汉', '奶奶', '陈老汉']
        .map((text) => text.normalize('NFKC'))
        .flatMap((text) => readCaregivers(text, ''))
        .map(({ name, relation }) => `${name} ${relation ?? '?'}`),
    ).toEqual([
      '陈老汉 grandfather',
      '陈老汉 grandfather',
      '陈老汉 grandfather',
      ' grandmother',
      '陈老汉 ?',
    ])
  })

  it('that says 母亲 is the mother who is named', () => {
    const facts = factsOf(planRow({ 5: '母亲' }))
    expect(facts.people.find(({ name }) => name === '李梅')?.livesHere).toBe(true)
  })
})
