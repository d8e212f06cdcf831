import { describe, expect, test } from 'vitest'
import { deviceMutants } from './mutants-of-device.ts'
import { serverMutants } from './mutants-of-server.ts'
import { searchHistories } from './search-histories.ts'

// A checker that nothing can fail proves nothing: every mutant has to be caught within this many histories.
const mostHistories = 1500

describe('the checker catches the mutant', () => {
  test.each([...serverMutants, ...deviceMutants])('$name', async ({ build, caughtBy }) => {
    const search = { histories: mostHistories, seed: 1, steps: 30, clocksEvery: 5 }
    const { failure, played } = await searchHistories(build, search)
    expect(failure, `not caught in ${played} histories`).not.toBeNull()
    expect(caughtBy, failure?.what).toContain(failure?.property)
  })
})
