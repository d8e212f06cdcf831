import { describe, expect, it } from 'vitest'
import {
  idOf,
  ids,
  pairWith,
  somebody,
  stay,
  theChild,
} from '../../../families/cases/family-world.ts'
import {
  bound,
  childAmongAdults,
  felt,
  hard,
  hardFamily,
  hardId,
  lived,
  noRecords,
} from '../cases/drawn-family.ts'
import { readGenogram } from './read-genogram.ts'

const day = '2026-03-10'
const records = childAmongAdults()

describe('a family read for drawing', () => {
  it('knows from pairs who is mother and father: nobody types it again', () => {
    const { unions, generations, loose } = readGenogram(records, ids.child, day)
    expect(unions).toEqual([
      {
        id: [ids.mother, ids.father].sort().join('+'),
        partners: [ids.mother, ids.father].sort(),
        state: null,
        since: null,
        children: [{ id: ids.child, nature: 'birth' }],
      },
    ])
    expect(generations.get(ids.mother)).toBe(-1)
    expect(generations.get(ids.grandmother)).toBe(-2)
    expect(loose).toEqual([ids.grandmother])
  })

  it('knows the year of birth where nothing finer is known, and then no age', () => {
    const of = (asOf: string) =>
      readGenogram(
        {
          ...records,
          people: records.people.map((one) =>
            one.id === ids.grandmother ? { ...one, bornOn: null } : one,
          ),
          lifeFacts: [lived(ids.grandmother, 'born', { since: '1958' })],
        },
        ids.child,
        asOf,
      ).people.find(({ id }) => id === ids.grandmother)
    expect(of(day)).toMatchObject({ bornOn: '1958', age: null })
    expect(of('1957-12-31')).toBeUndefined()
  })

  it('has a stepmother beside the father', () => {
    const wife = somebody(idOf(50), { sex: 'female' })
    const { unions } = readGenogram(
      {
        ...records,
        people: [...records.people, wife],
        pairs: [...records.pairs, pairWith(wife.id, 'stepmother')],
      },
      ids.child,
      day,
    )
    expect(unions.map(({ partners }) => partners)).toContainEqual([ids.father, wife.id].sort())
    expect(unions.find(({ partners }) => partners.includes(wife.id))?.children).toEqual([])
  })

  it('shows another day as that day was: stays, couples and how people stood to each other', () => {
    const dated = {
      ...records,
      migrations: [stay(ids.father, { since: '2024-02-20', until: '2026-01-15', city: '东莞市' })],
      couples: [
        bound(ids.mother, ids.father, { since: '2012', until: '2025-06' }),
        bound(ids.mother, ids.father, { state: 'divorced', since: '2025-06' }),
      ],
      qualities: [
        felt(ids.child, ids.father, 'distant', { since: '2024', until: '2026-01' }),
        felt(ids.child, ids.father, 'close', { since: '2026-01' }),
      ],
    }
    const before = readGenogram(dated, ids.child, '2025-01-10')
    const after = readGenogram(dated, ids.child, day)
    const father = (drawn: typeof before) => drawn.people.find(({ id }) => id === ids.father)
    expect(father(before)).toMatchObject({ away: { city: '东莞市' }, inHousehold: false })
    expect(father(after)).toMatchObject({ away: null, inHousehold: true })
    expect([before.unions[0]?.state, after.unions[0]?.state]).toEqual(['married', 'divorced'])
    expect([before.qualities, after.qualities].map(([one]) => one?.quality)).toEqual([
      'distant',
      'close',
    ])
  })

  it('has who died alive on earlier days where the date is known', () => {
    const dead = {
      ...records,
      people: records.people.map((one) =>
        one.id === ids.grandmother ? { ...one, alive: false } : one,
      ),
      lifeFacts: [lived(ids.grandmother, 'died', { since: '2025-02' })],
    }
    const on = (when: string) =>
      readGenogram(dead, ids.child, when).people.find(({ id }) => id === ids.grandmother)
    expect(on('2025-01-31')?.dead).toBe(false)
    expect(on(day)).toMatchObject({ dead: true, diedIn: '2025-02', inHousehold: false })
  })

  it('leaves out whoever is not born yet, and couples that ended otherwise than by death live apart', () => {
    const young = {
      ...noRecords,
      people: [theChild(), somebody(idOf(60), { role: 'child', bornOn: '2026-02-01' })],
    }
    expect(readGenogram(young, ids.child, '2025-01-01').people).toHaveLength(1)
    expect(readGenogram(young, ids.child, day).people).toHaveLength(2)
    const parted = { ...records, couples: [bound(ids.mother, ids.father, { until: '2020' })] }
    expect(readGenogram(parted, ids.child, day).unions[0]?.state).toBe('separated')
  })

  it('keeps who was fostered under the parents by birth and under those who took the child in', () => {
    const { unions } = readGenogram(hardFamily(), hard, day)
    const over = unions.filter(({ children }) => children.some(({ id }) => id === hardId('陈宝')))
    expect(
      over.map(({ children }) => children.find(({ id }) => id === hardId('陈宝'))?.nature).sort(),
    ).toEqual(['birth', 'fostered'])
  })
})
