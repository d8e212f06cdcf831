import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { groupId, idOf, makeMeeting } from '../cases/group-case.ts'
import { checkCoverage, checkTracks } from '../check-coverage.ts'
import { meetingId } from '../meeting.ts'
import { sourceFactsShape } from '../../inquiry/evidence/source-facts.ts'
import { checkPlan, sessionsOf } from './check-plan.ts'
import { checkSources } from './check-sources.ts'
import { groupGoal } from './group-goal.ts'
import { planHintIds } from './plan-hint.ts'

const goalWith = (name: string, fields: object) => ({
  ...groupGoal.read({ groupId, text: name, ...fields }),
  id: idOf(name),
})
const measured = { indicator: 'calls', baseline: 'few', hopedFor: 'more', source: 'contactLog' }
const segment = (minutes: number, process: string | null = null) => ({
  id: `s${minutes}${process ?? ''}`,
  title: 'Talk',
  minutes,
  process,
})
const planned = { state: 'planned', heldOn: null, minutes: null, plannedAt: '14:30' }

/** Everything that can be wrong with a plan, in seven meetings and five goals. */
const meetings = [
  makeMeeting(1, {
    ...planned,
    targets: ['trust'],
    plan: { joint: { minutes: 10, segments: [segment(30)] } },
  }),
  makeMeeting(2, {
    ...planned,
    targets: ['skills'],
    form: 'parallel',
    plan: { child: { minutes: 60, segments: [segment(20, 'retention')] } },
  }),
  makeMeeting(3, { ...planned, targets: ['content'], form: 'individual', plan: {} }),
  makeMeeting(4, { ...planned, onlineTool: 'video call' }),
  makeMeeting(5, {
    plannedOn: '2026-04-04',
    ...planned,
    form: 'parallel',
    plan: {
      parent: { minutes: 60, segments: [segment(5)] },
      guardian: { minutes: 30, segments: [segment(5)] },
    },
  }),
]
const [leader, second, observer] = ['leader', 'second', 'observer'].map(idOf)
const people = [
  { id: leader ?? '', name: 'Lin', state: 'active' as const, clearanceCheckedOn: null },
  { id: second ?? '', name: 'Su', state: 'active' as const, clearanceCheckedOn: '2025-03-10' },
]
const staffing = {
  rules: null,
  team: { [leader ?? '']: 'leader', [second ?? '']: 'observer', [observer ?? '']: 'observer' },
  people,
  meetings,
  away: { [meetingId(groupId, 1)]: [second ?? '', observer ?? ''] },
} as const
const goals = [
  goalWith('unmeasured', { target: 'trust', meetingIds: [meetingId(groupId, 1)] }),
  goalWith('without levels', { target: 'trust', ...measured, baseline: '' }),
  goalWith('by hand', { target: 'skills', ...measured, meetingIds: [meetingId(groupId, 1)] }),
  goalWith('unserved', { target: 'initiative', ...measured }),
]

const textsShape = z.looseObject({
  warning: z.record(z.string(), z.string()),
  remedy: z.record(z.string(), z.string()),
  planning: z.looseObject({
    hint: z.record(z.string(), z.string()),
    remedy: z.record(z.string(), z.string()),
  }),
})

function readTexts(language: string) {
  const path = join(import.meta.dirname, `../../../content/texts/${language}/groupwork.json`)
  return textsShape.parse(JSON.parse(readFileSync(path, 'utf8')))
}

function gapsOf(words: string): readonly string[] {
  return [...words.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? [])
}

const study = sourceFactsShape.parse({ title: 'A study', design: 'survey' })
const hints = [
  ...checkPlan(staffing, goals),
  ...checkPlan({ ...staffing, meetings: [] }, []),
  ...checkSources([], meetings, ''),
  ...checkSources([study], meetings, 'Social learning'),
]
const warnings = [
  ...checkCoverage(sessionsOf(meetings), ['cognition']),
  ...checkTracks(sessionsOf(meetings)),
]

describe('what can be wrong with a plan', () => {
  it('is found, every kind of it [GRP-24] [GRP-40] [GRP-50] [GRP-51] [GRP-52] [EVI-6]', () => {
    expect([...new Set(hints.map(({ id }) => id))].sort()).toEqual([...planHintIds].sort())
    expect([...new Set(warnings.map(({ id }) => id))].sort()).toEqual(
      Object.keys(readTexts('en').warning).sort(),
    )
  })

  it.each([
    'zh-CN',
    'en',
  ])('is said with its remedy, and every gap of the words is filled: %s', (language) => {
    const { warning, remedy, planning } = readTexts(language)
    for (const { id, details } of hints) {
      expect([
        id,
        gapsOf(planning.hint[id] ?? '{{missing}}').filter((name) => !(name in details)),
      ]).toEqual([id, []])
      expect([id, gapsOf(planning.remedy[id] ?? '{{missing}}')]).toEqual([id, []])
    }
    for (const { id, details } of warnings) {
      expect([
        id,
        gapsOf(warning[id] ?? '{{missing}}').filter((name) => !(name in details)),
      ]).toEqual([id, []])
      expect([id, gapsOf(remedy[id] ?? '{{missing}}')]).toEqual([id, []])
    }
  })
})
