// What was observed in one family of the sample village: episodes, one call rated by two people, and a home visit.
import { z } from 'zod'
import { episode, episodeSenses, episodeSettings } from '../../core/inquiry/observation/episode.ts'
import {
  homeVisit,
  safetyAnswers,
  safetyPoints,
} from '../../core/inquiry/observation/home-visit.ts'
import {
  observationSheet,
  observationSheetId,
} from '../../core/inquiry/observation/observation-sheet.ts'
import { programmeTargets } from '../../core/inquiry/programme-targets.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { daysAgo, key, text } from './sample-shapes.ts'

const minutes = z.number().int()

const episodeShape = z.strictObject({
  key,
  child: key,
  people: z.array(key),
  on: daysAgo,
  at: text,
  minutes,
  setting: z.enum(episodeSettings),
  actor: key,
  toward: key,
  seen: text,
  said: text,
  inference: text,
  targets: z.array(z.enum(programmeTargets)),
  sense: z.enum(episodeSenses),
})

const sheetsShape = z.strictObject({
  child: key,
  adult: key,
  list: key,
  version: text,
  on: daysAgo,
  minutes,
  observers: z.array(
    z.strictObject({
      by: z.enum(['worker', 'supervisor']),
      ratings: z.record(z.string(), z.union([z.number().int(), z.literal('notSeen')])),
      notes: z.record(z.string(), text),
      memo: z.string(),
    }),
  ),
})

const visitShape = z.strictObject({
  key,
  child: key,
  atHome: z.array(key),
  on: daysAgo,
  at: text,
  minutes,
  household: text,
  environment: text,
  safety: z.partialRecord(z.enum(safetyPoints), z.enum(safetyAnswers)),
  safetyNotes: z.partialRecord(z.enum(safetyPoints), text),
  contactWords: text,
  school: text,
  moodFace: z.number().int(),
  moodWords: text,
  seen: text,
  said: text,
  inference: text,
  /** `inDays` counted from today, `done` so many days ago. */
  actions: z.record(
    key,
    z.strictObject({ what: text, who: text, inDays: z.number().int(), done: daysAgo.nullable() }),
  ),
  nextInDays: z.number().int(),
})

export const observationShape = z.strictObject({
  episodes: z.array(episodeShape),
  sheets: sheetsShape,
  visit: visitShape,
})
type SampleObservation = z.infer<typeof observationShape>

export function draftObservation(
  { episodes, sheets, visit }: SampleObservation,
  ground: SampleGround,
): readonly SampleDraft[] {
  return [
    ...episodes.map((one) => draftEpisode(one, ground)),
    ...draftSheets(sheets, ground),
    draftVisit(visit, ground),
  ]
}

function draftEpisode(
  { key: name, child, people, on, actor, toward, ...seen }: SampleObservation['episodes'][number],
  ground: SampleGround,
): SampleDraft {
  return create(episode, ground.idOf('episode', name), {
    ...seen,
    familyId: ground.familyIdOf(child),
    childId: ground.personId(child),
    personIds: people.map(ground.personId),
    actorId: ground.personId(actor),
    towardId: ground.personId(toward),
    onDay: ground.daysAgo(on),
    observerId: ground.staff.worker,
  })
}

/** Each rated and finished by whoever was there, in their own name. */
function draftSheets(
  { child, adult, list, version, on, minutes: length, observers }: SampleObservation['sheets'],
  ground: SampleGround,
): readonly SampleDraft[] {
  return observers.flatMap(({ by, ...rated }): SampleDraft[] => {
    const staffId = ground.staff[by]
    const place = {
      childId: ground.personId(child),
      adultId: ground.personId(adult),
      ...{ checklistCode: list, checklistVersion: version, onDay: ground.daysAgo(on), no: 1 },
    }
    const recordId = observationSheetId({ ...place, observerId: staffId })
    const where = { familyId: ground.familyIdOf(child), setting: 'videoCall', minutes: length }
    const fields = { ...place, ...where, ...rated, observerId: staffId }
    return [
      { ...create(observationSheet, recordId, fields), staffId },
      { kind: observationSheet, recordId, verb: 'finish', staffId },
    ]
  })
}

function draftVisit(
  { key: name, child, atHome, on, actions, nextInDays, ...found }: SampleObservation['visit'],
  ground: SampleGround,
): SampleDraft {
  return create(homeVisit, ground.idOf('visit', name), {
    ...found,
    familyId: ground.familyIdOf(child),
    childIds: [ground.personId(child)],
    atHomeIds: atHome.map(ground.personId),
    onDay: ground.daysAgo(on),
    visitorId: ground.staff.worker,
    actions: Object.fromEntries(
      Object.entries(actions).map(([id, { what, who, inDays, done }]) => [
        id,
        {
          ...{ what, who, byDay: ground.daysAgo(-inDays) },
          doneOn: done === null ? null : ground.daysAgo(done),
        },
      ]),
    ),
    nextOn: ground.daysAgo(-nextInDays),
  })
}
