import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { startOracle } from './ask-r.ts'
import { compareWithR, writeData } from './comparison.ts'
import { designComparisons } from './comparisons-of-designs.ts'
import { groupComparisons } from './comparisons-of-groups.ts'
import { variableComparisons } from './comparisons-of-variables.ts'

const RUNS = 50
const SEED = 20261122

const oracle = await startOracle()

if ('reason' in oracle) {
  console.warn(`R cannot start here, so nothing is compared with it: ${oracle.reason}`)
  it('has nothing to compare with where R cannot start', () => expect(oracle.reason).not.toBe(''))
} else {
  afterAll(() => oracle.close())
  describe(`on random small data with ties, gaps and constants, as ${oracle.version}`, () => {
    it.each(
      [...groupComparisons, ...variableComparisons, ...designComparisons].map(
        (one) => [one.analysis, one.about, one] as const,
      ),
    )('%s: %s', async (_, _about, comparison) => {
      await fc.assert(
        fc.asyncProperty(comparison.data, async (data) => {
          const answer = await oracle.ask(`${writeData(data)}\n${comparison.r}`)
          expect(compareWithR(comparison, data, answer)).toEqual([])
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      )
    })
  })
}
