import { describe, expect, it } from 'vitest'
import { found } from '../cases/read-case.ts'
import { checkAssumptions } from './check-assumptions.ts'

const bell = [4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 10, 10, 11, 12]
const idsOf = (values: number[], labels: string[] | null = null) =>
  found(checkAssumptions(values, labels)).value.observations.map((o) => o.id)

describe('assumption checks', () => {
  it('say that few values cannot show a wrong shape', () => {
    expect(idsOf([1, 2, 4, 9, 3])).toContain('too-few-to-judge')
    expect(idsOf([3, 3, 3])).toContain('no-variance')
  })

  it('see a bell, a lean, an outlier and many ties', () => {
    expect(idsOf(bell)).toEqual(['shape-fits-normal', 'many-ties'])
    const leaning = bell.map((v) => 2 ** v)
    expect(idsOf(leaning)).toEqual(
      expect.arrayContaining(['shape-not-normal', 'strongly-skewed', 'outliers']),
    )
  })

  it('compare the spread of groups and name the group in words', () => {
    const values = [...bell, ...bell.map((v) => v * 10)]
    const labels = [...bell.map(() => 'near'), ...bell.map(() => 'far')]
    expect(idsOf(values, labels)).toContain('spread-differs')
    const result = found(checkAssumptions(values, labels))
    expect(result.value.largestSdRatio).toBeCloseTo(10, 10)
    expect(result.value.observations[0]).toMatchObject({
      group: 'near',
      text: expect.stringContaining('near:'),
    })
    expect(idsOf([...bell, ...bell], labels)).toContain('spread-similar')
  })
})
