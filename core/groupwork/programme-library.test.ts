import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkCoverage, checkTracks } from './check-coverage.ts'
import { groupId } from './cases/group-case.ts'
import { planGroup } from './plan-group.ts'
import { programmeTargets, learningProcesses } from './plan-shape.ts'
import type { Programme } from './programme.ts'
import { parseProgramme } from './programme-parse.ts'
import { shippedProgrammes } from './programme-shelf.ts'
import { planStrands } from './strand.ts'

const library = join(import.meta.dirname, '../../content/programmes')
const languages = ['zh-CN', 'en'] as const

/** How many meetings a group has that starts on 7 March 2026 and meets weekly, and its last day. */
const spans: Readonly<Record<string, { readonly length: number; readonly last: string }>> = {
  'parallel-group-8': { length: 8, last: '2026-04-25' },
  'parallel-group-communication': { length: 14, last: '2026-08-07' },
  'parent-child-1-plus-1': { length: 9, last: '2026-05-11' },
}

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
    sessions: sessions.map(({ strands, aims, indicators, risks, theme: _words, ...same }) => ({
      ...same,
      counts: [aims.length, indicators.length, risks.length],
      strands: planStrands.map((strand) => ({
        strand,
        minutes: strands[strand]?.minutes,
        card: [strands[strand]?.cueCard?.picture, strands[strand]?.cueCard?.lines.length],
        listens: strands[strand]?.listen !== null,
        pictures: strands[strand]?.pictureSteps.map(({ picture }) => picture),
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

it('ships the programmes that lie in content/programmes', () => {
  expect(readdirSync(library).toSorted()).toEqual([...shippedProgrammes])
})

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

  it('plans a whole group, week by week, from the first to the last day [GRP-20]', () => {
    const group = { id: groupId, place: '', onlineTool: '' }
    const rhythm = { everyDays: 7, at: '14:30', strandTimes: {}, pauses: [] }
    const meetings = planGroup({ sessions: zh?.sessions ?? [] }, group, '2026-03-07', rhythm)
    const { length, last } = spans[code] ?? { length: 0, last: '' }
    expect([meetings.length, meetings.at(-1)?.plannedOn]).toEqual([length, last])
  })
})

describe.each([
  'parallel-group-8',
  'parallel-group-communication',
  'parent-child-1-plus-1',
])('the tracks of %s', (code) => {
  const both = languages.map((language) => readProgramme(code, language))
  const plansOf = ({ sessions }: Programme) =>
    sessions.flatMap(({ strands }) => planStrands.flatMap((strand) => strands[strand] ?? []))

  it.each(both)('reach who cannot come and who does not read, in $language [GRP-40]', (own) => {
    expect(checkTracks(own.sessions)).toEqual([])
    expect(plansOf(own).filter(({ cueCard }) => cueCard === null)).toEqual([])
  })

  it.each(both)('speak for no longer than three minutes, in $language [GRP-40]', (own) => {
    const spoken = plansOf(own).flatMap(({ listen }) => (listen === null ? [] : [listen.script]))
    const long = spoken.filter((script) =>
      own.language === 'en' ? script.split(/\s+/).length > 400 : [...script].length > 550,
    )
    expect([spoken.length > 3, long]).toEqual([true, []])
  })

  it.each(both)('fill exactly the time that is planned, in $language', (own) => {
    const wrong = plansOf(own).filter(
      ({ minutes, segments }) =>
        segments.reduce((sum, segment) => sum + segment.minutes, 0) !== minutes,
    )
    expect(wrong).toEqual([])
  })
})
