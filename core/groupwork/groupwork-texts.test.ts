import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { absenceReasons, presenceModes } from './attendance.ts'
import { followUpOutcomes, followUpWays } from './between/absence-follow-up.ts'
import { asyncStages } from './between/async-step.ts'
import { taskStates } from './between/home-task-return.ts'
import { concernReasons } from './members/member-mark.ts'
import { workParts } from './meeting-work.ts'
import { callOffReasons } from './meeting.ts'
import { groupStages, learningProcesses, meetingForms, programmeTargets } from './plan-shape.ts'
import { pairBehaviours } from './ratings/pair-rating.ts'
import { leaveReasons } from './seat.ts'
import { planStrands } from './strand.ts'
import { teamRoles } from './support-group.ts'

const textsShape = z.record(z.string(), z.record(z.string(), z.unknown()))

function readTexts(language: string): z.infer<typeof textsShape> {
  const path = join(import.meta.dirname, `../../content/texts/${language}/groupwork.json`)
  const own: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return textsShape.parse(own)
}

function idsIn(pattern: RegExp): string[] {
  const names = readdirSync(import.meta.dirname, { encoding: 'utf8', recursive: true }).filter(
    (name) => /(?<!\.test)\.ts$/.test(name),
  )
  return names.flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    return [...text.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id]))
  })
}

/** Refusals that belong to every room have their texts elsewhere. */
const sharedRefusals = ['DateInFuture', 'FieldNeedsVerb']
const base = (key: string) => key.replace(/_(one|other)$/, '')

describe.each(['zh-CN', 'en'])('the texts in %s', (language) => {
  const texts = readTexts(language)

  it('say every refusal of this room, and none that does not exist', () => {
    const used = new Set(idsIn(/refus(?:al|e)\(\s*'(\w+)'/g))
    for (const id of sharedRefusals) used.delete(id)
    expect([...new Set(Object.keys(texts['refusals'] ?? {}).map(base))].sort()).toEqual(
      [...used].sort(),
    )
  })

  it('say every warning about a plan', () => {
    const used = new Set(idsIn(/^ {4}\| '(\w+)'$/gm))
    expect(Object.keys(texts['warning'] ?? {}).sort()).toEqual([...used].sort())
  })

  it('name every choice a person has', () => {
    const choices = {
      presence: presenceModes,
      absenceReason: absenceReasons,
      leaveReason: leaveReasons,
      callOffReason: callOffReasons,
      teamRole: teamRoles,
      strand: planStrands,
      form: meetingForms,
      stage: groupStages,
      process: learningProcesses,
      fidelityQuestion: learningProcesses,
      target: programmeTargets,
      concernReason: concernReasons,
      taskState: taskStates,
      asyncStage: asyncStages,
      pairBehaviour: pairBehaviours,
      workPart: workParts,
      followUpWay: followUpWays,
      followUpOutcome: followUpOutcomes,
    }
    for (const [name, values] of Object.entries(choices))
      expect([name, Object.keys(texts[name] ?? {})]).toEqual([name, [...values]])
  })
})
