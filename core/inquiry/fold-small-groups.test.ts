import { describe, expect, it } from 'vitest'
import { countPeople, foldSmallGroups, rowsOf } from './fold-small-groups.ts'

function fold(sizes: Readonly<Record<string, number>>, unlabelled = 0, outside = true) {
  const { rows, together, hidden } = foldSmallGroups({
    sizes: new Map(Object.entries(sizes)),
    unlabelled,
    outside,
  })
  return { shown: [...new Set(rows.values())], together, hidden }
}

describe('small groups [EVA-26, INQ-15]', () => {
  it('are one row together where they make five', () => {
    expect(fold({ a: 20, b: 4, c: 1 })).toEqual({
      shown: ['a', ''],
      together: ['b', 'c'],
      hidden: [],
    })
  })

  it('take the next smallest group with them where they do not', () => {
    expect(fold({ a: 20, b: 15, c: 8, d: 1 })).toEqual({
      shown: ['a', 'b'],
      together: [],
      hidden: ['c', 'd'],
    })
    expect(fold({ a: 20, b: 15, d: 1 })).toEqual({
      shown: [],
      together: [],
      hidden: ['a', 'b', 'd'],
    })
  })

  it('are left out by themselves inside the team, who know them anyway', () => {
    expect(fold({ a: 20, b: 15, d: 1 }, 0, false)).toEqual({
      shown: ['a', 'b'],
      together: [],
      hidden: ['d'],
    })
  })

  it('are worked out as little when it is people without a label who are few', () => {
    expect(fold({ a: 20, b: 15, c: 8 }, 2).hidden).toEqual(['c'])
    expect(fold({ a: 20, b: 15, c: 8 }, 5).hidden).toEqual([])
  })

  it('leave nobody or five people at least outside the rows, whatever the sizes', () => {
    for (let seed = 1; seed < 3000; seed += 1) {
      const sizes = Array.from(
        { length: 1 + (seed % 6) },
        (_, at) => 1 + ((seed * (at * 7 + 3)) % 13),
      )
      const people = {
        sizes: new Map(sizes.map((n, at) => [`g${at}`, n])),
        unlabelled: seed % 4,
        outside: true,
      }
      const { rows, hidden } = foldSmallGroups(people)
      const left =
        people.unlabelled + hidden.reduce((sum, label) => sum + (people.sizes.get(label) ?? 0), 0)
      if (rows.size > 0) expect(left === 0 || left >= 5).toBe(true)
      const inRow = new Map<string, number>()
      for (const [label, row] of rows)
        inRow.set(row, (inRow.get(row) ?? 0) + (people.sizes.get(label) ?? 0))
      expect([...inRow.values()].every((n) => n >= 5)).toBe(true)
    }
  })

  it('count only people with a score', () => {
    const labels = ['a', null, 'a', 'b']
    const people = countPeople([1, 2, null, 3], labels)
    expect(people).toEqual({
      sizes: new Map([
        ['a', 1],
        ['b', 1],
      ]),
      unlabelled: 1,
    })
    expect(rowsOf(labels, { rows: new Map([['a', '']]) })).toEqual(['', null, '', null])
  })
})
