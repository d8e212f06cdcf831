import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { type Guide, guideRoles, readGuide } from './guide.ts'

const folder = new URL('../../../content/interviews/', import.meta.url)
const guides = readdirSync(folder).map((name): Guide => {
  return readGuide(parse(readFileSync(new URL(name, folder), 'utf8')))
})

describe('the guides that come along', () => {
  it('are one for each role, with what to do when harm comes to light [INQ-36]', () => {
    expect(guides.map(({ role }) => role).sort()).toEqual([...guideRoles].sort())
    for (const guide of guides) expect(guide.harm['zh-CN'].length).toBe(guide.harm.en.length)
  })

  it('say the same in both languages, and every question has a name of its own [INQ-36]', () => {
    for (const { parts, does, donts, opening, closing } of guides) {
      // A line broken in the file is no space between two Chinese words.
      expect(opening['zh-CN'] + closing['zh-CN']).not.toMatch(
        /[\p{Script=Han}；，。] [\p{Script=Han}]/u,
      )
      expect([does['zh-CN'].length, donts['zh-CN'].length]).toEqual([
        does.en.length,
        donts.en.length,
      ])
      const ids = parts.flatMap((part) => part.questions.map(({ id }) => `${part.id}-${id}`))
      expect(new Set(ids).size).toBe(ids.length)
      for (const { questions } of parts)
        for (const { ask, probes } of questions) {
          expect(probes?.['zh-CN'].length).toBe(probes?.en.length)
          expect(ask.en).not.toMatch(/\p{Script=Han}/u)
        }
    }
  })
})
