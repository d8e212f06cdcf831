import { describe, expect, it } from 'vitest'
import { compareSubgroups, labelOf, listSplits } from './compare-subgroups.ts'

const scores = [1, 2, 3, 4, 5, 3, 4, 5, 6, 8, 9, 9, null]
const labels = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b', 'c', 'c', 'a']

describe('comparing subgroups', () => {
  it('tests two groups by Welch and names the group that is too small', () => {
    const row = compareSubgroups(scores, labels, false)
    expect(row.groups.map(({ label, n, mean }) => [label, n, mean])).toEqual([
      ['a', 5, 3],
      ['b', 5, 5.2],
    ])
    expect(row.hidden).toEqual(['c'])
    expect(row.missing).toBe(1)
    // R: t.test(1:5, c(3, 4, 5, 6, 8)): t = -1.9755, df = 7.7108, p-value = 0.08493
    expect(row.test).toMatchObject({ kind: 'welch' })
    if (row.test?.kind !== 'welch') return
    expect(row.test.difference).toBeCloseTo(-2.2, 10)
    expect(row.test.t).toBeCloseTo(-2.2 / Math.sqrt(2.5 / 5 + 3.7 / 5), 10)
    expect(row.test.p).toBeGreaterThan(0.08)
    expect(row.test.p).toBeLessThan(0.09)
  })

  it('tests more than two groups by a one-way analysis', () => {
    const row = compareSubgroups(
      [1, 2, 3, 4, 5, 2, 3, 4, 5, 6, 4, 5, 6, 7, 8],
      [...'aaaaabbbbbccccc'],
      true,
    )
    expect(row.test).toMatchObject({ kind: 'oneWay', df1: 2, welch: true })
  })

  it('shows a reader outside no group beside which a small one could be worked out [EVA-26]', () => {
    expect(compareSubgroups(scores, labels, true)).toMatchObject({
      groups: [],
      hidden: ['a', 'b', 'c'],
      test: null,
    })
    const many = [...scores, ...Array.from({ length: 12 }, (_, at) => at % 4)]
    const row = compareSubgroups(many, [...labels, ...'ddddddeeeeee'], true)
    const shown = row.groups.reduce((sum, { n }) => sum + n, 0)
    expect(row.groups.map(({ label }) => label)).toEqual(['b', 'd', 'e'])
    expect(many.filter((score) => score !== null).length - shown).toBe(7)
  })

  it('sets small groups beside the others as one row, the last', () => {
    const more = [...scores, 2, 3, 1]
    const row = compareSubgroups(more, [...labels, 'B', 'B', 'B'], true)
    expect(row.groups.map(({ label, n }) => [label, n])).toEqual([
      ['a', 5],
      ['b', 5],
      ['', 5],
    ])
    expect(row).toMatchObject({
      together: ['B', 'c'],
      hidden: [],
      test: { kind: 'oneWay', df1: 2 },
    })
  })

  it('says nothing of one group', () => {
    expect(compareSubgroups([1, 2, 3, 4, 5], [...'aaaaa'], false)).toMatchObject({
      groups: [],
      test: null,
    })
  })

  it('offers only what makes two to twelve groups', () => {
    const sheets = Array.from({ length: 20 }, (_, index) => ({
      groupLabel: '',
      extra: { gender: (index % 2) + 1, age: 10 + index, city: 'X', note: null },
    }))
    expect(listSplits(sheets)).toEqual([{ split: { by: 'extra', name: 'gender' }, groupCount: 2 }])
    expect(labelOf({ groupLabel: ' ', extra: {} }, { by: 'group' })).toBeNull()
  })
})
