import { describe, expect, it } from 'vitest'
import { columnOf, found, readExpected, readRows } from '../cases/read-case.ts'
import { describeValues } from '../describe/describe-values.ts'
import { scoreScale } from './score-scale.ts'

describe('scale scores', () => {
  it.each(['A', 'C', 'E', 'N', 'O'])('of %s equal those of the 2,800-person survey', (scale) => {
    const names = [1, 2, 3, 4, 5].map((i) => `${scale}${i}`)
    const rows = readRows('survey-2800.csv')
    const reversed = ['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5'].filter((name) =>
      names.includes(name),
    )
    const items = names.map((name) => columnOf(rows, name))
    const scores = found(scoreScale(items, { low: 1, high: 6, names, reversed }))
    const expected = readExpected('survey-2800')
    const described = found(describeValues(scores.value.means))
    expected(`${scale}_score_n`, scores.n)
    expected(`${scale}_score_mean`, described.value.mean)
    expected(`${scale}_score_sd`, described.value.sd)
  })

  it('need four of five answers, or half below five items, and are never zero for the others', () => {
    const five = [[1], [2], [3], [4], [null]]
    expect(found(scoreScale(five, { low: 1, high: 5 })).value).toMatchObject({
      means: [2.5],
      sums: [12.5],
      answered: [4],
      least: 4,
    })
    expect(
      found(scoreScale([...five.slice(0, 3), [null], [null]], { low: 1, high: 5 })).value.means,
    ).toEqual([null])
    expect(found(scoreScale([[5], [null], [3], [null]], { low: 1, high: 5 })).value.means).toEqual([
      4,
    ])
  })

  it('turn by the declared limits and refuse what lies outside them', () => {
    const options = { low: 1, high: 6, names: ['a', 'b'], reversed: ['b'] }
    expect(found(scoreScale([[2], [2]], options)).value.means).toEqual([3.5])
    expect(scoreScale([[7], [2]], options)).toMatchObject({ reason: 'OutOfRange' })
    expect(scoreScale([[1.5], [2]], options)).toMatchObject({ reason: 'OutOfRange' })
    expect(scoreScale([[1], [2]], { ...options, reversed: ['c'] })).toMatchObject({
      reason: 'BadInput',
    })
  })
})
