import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkCoverage } from './check-coverage.ts'
import { groupId } from './cases/group-case.ts'
import { planGroup } from './plan-group.ts'
import { programmeTargets, learningProcesses } from './plan-shape.ts'
import type { Programme } from './programme.ts'
import { parseProgramme } from './programme-parse.ts'
import { planStrands } from './strand.ts'

const library = join(import.meta.dirname, '../../content/programmes')
const languages = ['zh-CN', 'en'] as const

function readProgramme(code: string, language: string): Programme {
  const folder = join(library, code, language)
  const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'))
  const names = readdirSync(folder).filter((name) => name.startsWith('session-'))
  const parsed = parseProgramme(read('programme.yaml'), names.map(read))
  if (!parsed.ok) throw new Error(`${code} ${language}: ${JSON.stringify(parsed.refusal.details)}`)
  return parsed.value
}

/** Everything but the words: what must be equal in both languages. */
function skeletonOf({ code, version, sessions }: Programme) {
  return {
    code,
    version,
    sessions: sessions.map(({ no, stage, form, targets, aims, indicators, risks, strands }) => ({
      no,
      stage,
      form,
      targets,
      counts: [aims.length, indicators.length, risks.length],
      strands: planStrands.map((strand) => ({
        strand,
        minutes: strands[strand]?.minutes,
        segments: strands[strand]?.segments.map(({ id, minutes, process, materials }) => ({
          id,
          minutes,
          process,
          materials: materials.length,
        })),
      })),
    })),
  }
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : []
}

describe.each(readdirSync(library))('the programme %s', (code) => {
  const [zh, en] = languages.map((language) => readProgramme(code, language))

  it('is the same in both languages but for the words', () => {
    expect(zh && skeletonOf(zh)).toEqual(en && skeletonOf(en))
    expect([zh?.language, en?.language]).toEqual(languages)
    expect(wordsOf(en).filter((words) => /\p{Script=Han}/u.test(words))).toEqual([])
  })

  it.each([
    zh,
    en,
  ])('is covered by the theory, fits into its time and can be run [GRP-24]', (own) => {
    expect(own && checkCoverage(own.sessions, programmeTargets)).toEqual([])
  })

  it('serves every process in every strand that meets by itself', () => {
    for (const strand of ['child', 'parent'] as const) {
      const served = zh?.sessions.flatMap(({ strands }) => strands[strand]?.segments ?? [])
      const processes = new Set(served?.map(({ process }) => process))
      expect(learningProcesses.filter((process) => !processes.has(process))).toEqual([])
    }
  })

  it('names for every segment what is done and what the leader says', () => {
    const segments = [zh, en].flatMap((own) =>
      (own?.sessions ?? []).flatMap(({ strands }) =>
        planStrands.flatMap((strand) => strands[strand]?.segments ?? []),
      ),
    )
    const thin = segments.filter(
      ({ purpose, content, leaderWords }) => purpose === '' || content === '' || leaderWords === '',
    )
    expect(thin).toEqual([])
    expect(zh?.sessions.every(({ risks }) => risks.length > 0)).toBe(true)
  })

  it('uses none of the words that shame families', () => {
    const shaming =
      /问题儿童|缺爱|案主|感恩教育|不称职|gratitude|bad parent|problem child|broken famil/iu
    expect([...wordsOf(zh), ...wordsOf(en)].filter((words) => shaming.test(words))).toEqual([])
  })

  it('plans a whole group, week by week [GRP-20]', () => {
    const group = { id: groupId, place: '', onlineTool: '' }
    const rhythm = { everyDays: 7, at: '14:30', strandTimes: {}, pauses: [] }
    const meetings = planGroup({ sessions: zh?.sessions ?? [] }, group, '2026-03-07', rhythm)
    expect(meetings).toHaveLength(8)
    expect(meetings.at(-1)?.plannedOn).toBe('2026-04-25')
  })
})
