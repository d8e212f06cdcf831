// Invented families as records: one with everything that makes a drawing hard, and others made by number.
import { guardianship } from '../../../families/guardianship.ts'
import { idOf, ids, pairWith, somebody, stay } from '../../../families/cases/family-world.ts'
import type { Person } from '../../../families/person-shape.ts'
import { fieldsAsJson } from '../../../kit/json-parse.ts'
import { couple, type Couple } from '../facts/couple.ts'
import { lifeFact, type LifeFact } from '../facts/life-fact.ts'
import { parentage, type Parentage } from '../facts/parentage.ts'
import { relationQuality, type RelationQuality } from '../facts/relation-quality.ts'
import type { GenogramRecords, Known } from '../genogram/genogram-records.ts'

let count = 5000
function nextId(): string {
  count += 1
  return idOf(count)
}

export function bound(
  oneId: string,
  otherId: string,
  changes: Partial<Couple> = {},
): Known<Couple> {
  const fields = { familyId: ids.family, oneId, otherId, state: 'married', ...changes }
  return { ...couple.read(fieldsAsJson(fields)), id: nextId() }
}

export function born(
  parentId: string,
  childId: string,
  nature: Parentage['nature'] = 'birth',
): Known<Parentage> {
  const fields = { familyId: ids.family, parentId, childId, nature }
  return { ...parentage.read(fieldsAsJson(fields)), id: nextId() }
}

export function lived(personId: string, fact: LifeFact['fact'], changes: Partial<LifeFact> = {}) {
  const fields = { familyId: ids.family, personId, fact, ...changes }
  return { ...lifeFact.read(fieldsAsJson(fields)), id: nextId() }
}

export function felt(
  oneId: string,
  otherId: string,
  quality: RelationQuality['quality'],
  changes: Partial<RelationQuality> = {},
): Known<RelationQuality> {
  const fields = { familyId: ids.family, oneId, otherId, quality, ...changes }
  return { ...relationQuality.read(fieldsAsJson(fields)), id: nextId() }
}

export const noRecords: GenogramRecords = {
  people: [],
  migrations: [],
  guardianships: [],
  pairs: [],
  couples: [],
  parentages: [],
  lifeFacts: [],
  qualities: [],
}

type Row = readonly [name: string, sex: Person['sex'], year: number, away?: boolean]

/** Twenty-five people: both sides over three generations, a father married again, half-siblings, an aunt who takes children in. */
const rows: readonly Row[] = [
  ['陈德福', 'male', 1950],
  ['刘桂英', 'female', 1953],
  ['李长顺', 'male', 1951],
  ['王秀兰', 'female', 1955],
  ['陈建国', 'male', 1978, true],
  ['李小梅', 'female', 1982, true],
  ['赵红', 'female', 1979],
  ['孙丽', 'female', 1985, true],
  ['陈建军', 'male', 1975],
  ['周敏', 'female', 1977],
  ['陈建芳', 'female', 1983],
  ['吴刚', 'male', 1980],
  ['李大山', 'male', 1979],
  ['李小兰', 'female', 1986],
  ['郑强', 'male', 1984],
  ['陈小雨', 'female', 2014],
  ['陈小明', 'male', 2011],
  ['陈佳', 'female', 2003],
  ['陈宝', 'male', 2021],
  ['陈磊', 'male', 2001],
  ['陈静', 'female', 2005],
  ['吴倩', 'female', 2010],
  ['吴凡', 'unknown', 2013],
  ['郑浩', 'male', 2012],
  ['郑爽', 'female', 2016],
]
export const hard = idOf(3015)
export function hardId(name: string): string {
  return idOf(3000 + rows.findIndex(([one]) => one === name))
}

const children: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['陈德福', '刘桂英', ['陈建国', '陈建军', '陈建芳']],
  ['李长顺', '王秀兰', ['李小梅', '李大山', '李小兰']],
  ['陈建国', '赵红', ['陈佳']],
  ['陈建国', '李小梅', ['陈小雨', '陈小明']],
  ['陈建国', '孙丽', ['陈宝']],
  ['陈建军', '周敏', ['陈磊', '陈静']],
  ['陈建芳', '吴刚', ['吴倩', '吴凡']],
  ['李小兰', '郑强', ['郑浩', '郑爽']],
]

function personOf([name, sex, year, away = false]: (typeof rows)[number]) {
  return somebody(hardId(name), {
    name,
    sex,
    bornOn: `${year}-05-01`,
    role: year > 2000 ? 'child' : year > 1970 ? 'parent' : 'grandparent',
    livesHere: !away && ['陈德福', '刘桂英', '陈小雨', '陈小明'].includes(name),
    alive: name !== '李长顺',
  })
}

export function hardFamily(): GenogramRecords {
  const id = hardId
  return {
    ...noRecords,
    people: rows.map(personOf),
    migrations: rows
      .filter(([, , , away]) => away === true)
      .map(([name]) =>
        stay(id(name), {
          province: '广东省',
          city: '东莞市',
          returnRhythm: 'yearly',
          since: '2019-02-20',
        }),
      ),
    guardianships: [
      {
        ...guardianship.read({
          familyId: ids.family,
          childId: id('陈小雨'),
          adultId: id('刘桂英'),
          kind: 'caregiver',
          basis: 'oralEntrustment',
        }),
        id: nextId(),
      },
    ],
    couples: [
      bound(id('陈建国'), id('赵红'), { state: 'divorced', since: '2006' }),
      bound(id('陈建国'), id('李小梅'), { state: 'divorced', since: '2018' }),
      bound(id('陈建国'), id('孙丽'), { since: '2019' }),
      bound(id('李小兰'), id('郑强'), { state: 'separated', since: '2022' }),
      bound(id('陈建芳'), id('吴刚'), { state: 'cohabiting' }),
    ],
    parentages: [
      ...children.flatMap(([one, other, theirs]) =>
        theirs.flatMap((child) =>
          [one, other].flatMap((parent) => (parent === null ? [] : [born(id(parent), id(child))])),
        ),
      ),
      born(id('陈建芳'), id('陈宝'), 'fostered'),
    ],
    lifeFacts: [
      lived(id('李长顺'), 'died', { since: '2020' }),
      lived(id('刘桂英'), 'holdsPhone'),
      lived(id('孙丽'), 'expecting'),
    ],
    qualities: [
      felt(id('陈小雨'), id('李小梅'), 'distant', { until: '2026-01-01' }),
      felt(id('陈小雨'), id('李小梅'), 'close', { since: '2026-01-01' }),
      felt(id('陈小明'), id('陈建国'), 'conflict'),
      felt(id('刘桂英'), id('陈小雨'), 'fused'),
      felt(id('陈佳'), id('陈建国'), 'cutOff'),
    ],
  }
}

/** A repeatable stream of numbers below 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Some family of that many people: generations marry, part, marry again and have children. */
export function someFamily(size: number, seed: number): GenogramRecords {
  const next = numbersFrom(seed)
  const people: Known<Person>[] = []
  const couples: Known<Couple>[] = []
  const parentages: Known<Parentage>[] = []
  const add = (year: number, sex: Person['sex']) => {
    const id = idOf(7000 + people.length)
    const changes: Partial<Person> = {
      name: `人${people.length}`,
      sex,
      bornOn: `${year}-0${1 + Math.floor(next() * 9)}-11`,
      role: year > 2000 ? 'child' : year > 1970 ? 'parent' : 'grandparent',
    }
    people.push(somebody(id, changes))
    return { id, year, sex }
  }
  const open = [add(1930, 'male')]
  for (let one = open.shift(); one !== undefined && people.length < size; one = open.shift()) {
    const marriages = next() < 0.25 ? 2 : 1
    for (let marriage = 0; marriage < marriages && people.length < size; marriage += 1) {
      const partner = add(one.year + 1 + marriage * 4, one.sex === 'male' ? 'female' : 'male')
      couples.push(bound(one.id, partner.id, { since: String(one.year + 20 + 8 * marriage) }))
      const many = 1 + Math.floor(next() * 3)
      for (let child = 0; child < many && people.length < size; child += 1) {
        const kid = add(one.year + 24 + child * 2 + marriage * 9, next() < 0.5 ? 'male' : 'female')
        parentages.push(born(one.id, kid.id), born(partner.id, kid.id))
        open.push(kid)
      }
    }
    if (open.length === 0 && people.length < size) open.push(add(1975, 'male'))
  }
  return { ...noRecords, people, couples, parentages }
}

export function childAmongAdults(): GenogramRecords {
  return {
    ...noRecords,
    people: [
      somebody(ids.child, { name: '小明', role: 'child', bornOn: '2015-06-01' }),
      somebody(ids.mother, { name: '张梅', sex: 'female' }),
      somebody(ids.father, { name: '陈强', sex: 'male' }),
      somebody(ids.grandmother, { name: '奶奶', sex: 'female', role: 'grandparent' }),
    ],
    pairs: [
      pairWith(ids.mother, 'mother'),
      pairWith(ids.father, 'father'),
      pairWith(ids.grandmother, 'grandmother'),
    ],
  }
}
