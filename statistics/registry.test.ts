import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { analyses, runAnalysis } from './registry.ts'
import { writeExample, writeResult } from './registry/write-example.ts'

describe('registry', () => {
  it('has unique names', () => {
    const names = analyses.map((analysis) => analysis.name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(
    analyses.map((analysis) => [analysis.name, analysis] as const),
  )('%s runs its own example, names a listed method and survives JSON', (_, analysis) => {
    const result = analysis.run(analysis.example.data, analysis.example.options)
    if (!result.ok) throw new Error(result.detail)
    expect(analysis.methods.map((method) => method.id)).toContain(result.method.id)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it.each(
    analyses.map((analysis) => [analysis.name, analysis] as const),
  )('%s refuses unknown columns, unknown options and data of the wrong kind', (_, analysis) => {
    const { data, options } = analysis.example
    const withColumn = { ...Object(data), nonsense: 1 }
    expect(analysis.run(withColumn, options)).toMatchObject({ ok: false, reason: 'BadInput' })
    const withOption = { ...Object(options), nonsense: 1 }
    expect(analysis.run(data, withOption)).toMatchObject({ ok: false, reason: 'BadInput' })
    const broken = Object.fromEntries(Object.keys(Object(data)).map((key) => [key, 'text']))
    expect(analysis.run(broken, options)).toMatchObject({ ok: false, reason: 'BadInput' })
    expect(analysis.run([1, 2])).toMatchObject({ ok: false, reason: 'BadInput' })
  })

  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')

  it('is shown in the README, one call each', () => {
    const shown = [...readme.matchAll(/^runAnalysis\('([^']+)'/gm)].map((match) => match[1])
    expect(shown).toEqual(analyses.map((analysis) => analysis.name))
  })

  it.each(
    analyses.map((analysis) => [analysis.name, analysis] as const),
  )('%s prints in the README what it computes', (_, analysis) => {
    expect(readme).toContain(writeExample(analysis))
  })

  // The call as a reader would copy it, evaluated: not the registry's own example.
  const calls = [...readme.matchAll(/^(runAnalysis\(.+\))\n\/\/ (.+)$/gm)]
  it.each(
    calls.map((match) => [match[1] ?? '', match[2] ?? ''] as const),
  )('%s gives the figures in its comment', (call, comment) => {
    const result: unknown = runInNewContext(call, {
      runAnalysis: (...given: unknown[]) =>
        writeResult(runAnalysis(String(given[0]), given[1], given[2])),
    })
    expect(result).toBe(comment)
  })

  it('refuses a name that it does not have', () => {
    expect(runAnalysis('magic', {})).toMatchObject({ ok: false, reason: 'BadInput' })
  })

  it('refuses an option outside its choices', () => {
    const data = { pre: [1, 2, 3], post: [2, 4, 7] }
    const result = runAnalysis('wilcoxon-signed-rank', data, { zeros: 'sometimes' })
    expect(result).toMatchObject({ ok: false, reason: 'BadInput' })
  })
})
