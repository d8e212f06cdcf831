import { expect, test } from 'vitest'
import { soundBuild } from './build.ts'
import { searchHistories } from './search-histories.ts'

const histories = Number(process.env['KITELINE_HISTORIES'] ?? 10_000)

test(`${histories} seeded histories keep every property [S01–S15, S17, S19, S22, S25]`, async () => {
  const search = { histories, seed: 1, steps: 30, clocksEvery: 10 }
  const { failure } = await searchHistories(soundBuild, search)
  expect(failure).toBeNull()
}, 3_600_000)
