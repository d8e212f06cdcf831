import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { analyses } from '../../../statistics/index.ts'

const textsShape = z.looseObject({ method: z.record(z.string(), z.string()) })

test.each(['zh-CN', 'en'])('every method of every analysis has a name in %s', (language) => {
  const file = new URL(`../../../content/texts/${language}/evaluation.json`, import.meta.url)
  const { method } = textsShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  const ids = [...analyses.flatMap(({ methods }) => methods.map(({ id }) => id)), 'anova-welch']
  expect(ids.length).toBeGreaterThan(100)
  expect(ids.filter((id) => (method[id] ?? '') === '')).toEqual([])
})
