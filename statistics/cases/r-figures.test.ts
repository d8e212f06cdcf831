import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runAnalysis } from '../registry.ts'

type FigureCase = {
  analysis: string
  about: string
  data: unknown
  options?: unknown
  rtol?: number
  atol?: number
  figures: Record<string, number[]>
}
const file: { source: string; cases: FigureCase[] } = JSON.parse(
  readFileSync(new URL('r-figures.json', import.meta.url), 'utf8'),
)
const USUAL_TOLERANCE = 1e-8

/** The figure at a path such as value.pairs.0.p. */
function figureAt(result: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined
    return new Map(Object.entries(inner)).get(key)
  }, result)
}

describe(`figures of ${file.source.split(';')[0]}`, () => {
  it.each(file.cases.map((one) => [one.analysis, one.about, one] as const))('%s: %s', (name, _, {
    data,
    options,
    rtol,
    atol,
    figures,
  }) => {
    const result = runAnalysis(name, data, options)
    if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
    const off = Object.entries(figures).flatMap(([path, [expected]]) => {
      const found = figureAt(result, path)
      const allowed = (rtol ?? USUAL_TOLERANCE) * Math.abs(expected ?? Number.NaN) + (atol ?? 1e-14)
      const close =
        typeof found === 'number' && Math.abs(found - (expected ?? Number.NaN)) <= allowed
      return close ? [] : [`${path}: ${String(found)} instead of ${expected}`]
    })
    expect(off).toEqual([])
  })
})
