import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { programmeTargets } from '../programme-targets.ts'
import { readShippedSource, shippedSourceId } from './shipped-source.ts'

const folder = new URL('../../../content/evidence/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const raw = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'))
const shipped = files.map((name) => ({ name, source: readShippedSource(raw(name)) }))

describe('the sources that come along', () => {
  test.each(shipped)('$name is named after its code', ({ name, source }) => {
    expect(name).toBe(`${source.code}.yaml`)
  })

  test('both seed studies are among them, without a figure, because their abstracts give none [EVI-1]', () => {
    const seeds = shipped.filter(({ name }) => name.startsWith('seed-'))
    expect(seeds).toHaveLength(2)
    for (const { source } of seeds) {
      expect(source.people).toBeNull()
      for (const effect of source.effects)
        expect([effect.value, effect.from, effect.to]).toEqual([null, null, null])
      expect(source.limits['zh-CN']).toContain('没有给出任何数字')
    }
  })

  test('every one says in both languages what it cannot say, and why we are as sure as we are [EVI-1]', () => {
    for (const { source } of shipped)
      for (const words of [source.shows, source.limits, source.certaintyReason])
        expect(words['zh-CN'].length * words.en.length).toBeGreaterThan(0)
  })

  test('every target of the programme has a source that speaks of it', () => {
    const named = shipped.flatMap(({ source }) => source.targets)
    expect(programmeTargets.filter((target) => !named.includes(target))).toEqual([])
  })

  test('what is not a study of effects is not graded, and no single group counts as strong [EVI-2]', () => {
    for (const { source } of shipped) {
      if (['law', 'practiceDocument', 'survey'].includes(source.design))
        expect(source.certainty).toBe('notGraded')
      if (['prePost', 'caseStudy', 'qualitative'].includes(source.design))
        expect(source.certainty).toBe('weak')
    }
  })

  test('each says where it was read in marks that have words, never by a name of ours [EVI-1]', () => {
    const marks = /^(?:abstract|news|(?:record|web|law): [^;]+)(?:; (?:record|web): [^;]+)*$/
    for (const { source } of shipped) expect(source.foundIn).toMatch(marks)
  })

  test('a source keeps its id when its facts are corrected', () => {
    const { source } = shipped.find(({ name }) => name === 'to-2019.yaml') ?? { source: null }
    expect(source?.id).toBe(shippedSourceId('to-2019'))
    expect(new Set(shipped.map((one) => one.source.id)).size).toBe(shipped.length)
  })

  test('a field that is not ours is refused', () => {
    const known = raw('to-2019.yaml')
    expect(() => readShippedSource({ ...Object(known), rating: 5 })).toThrow(/rating/)
    expect(() =>
      readShippedSource({ ...Object(known), limits: { 'zh-CN': '', en: 'x' } }),
    ).toThrow()
  })
})
