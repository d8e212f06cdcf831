import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import { defineKind, type Found, type VerbContext } from '../../sync/kind.ts'
import { programmeTargets } from '../programme-targets.ts'
import { needObserved, refuseObserved } from './refuse-observing.ts'

export const episodeSettings = [
  'home',
  'school',
  'meeting',
  'videoCall',
  'village',
  'other',
] as const
export type EpisodeSetting = (typeof episodeSettings)[number]
/** What it speaks for: a strength, a difficulty, or neither yet. */
export const episodeSenses = ['bright', 'dark', 'open'] as const
export type EpisodeSense = (typeof episodeSenses)[number]

export const clockShape = z.string().regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/)

const episodeShape = z.strictObject({
  /** Null: about the village, the school or a group as a whole; it lies with the agency and names nobody. */
  familyId: z.uuid().nullable().default(null),
  /** The child whom it concerns: this child's consent is asked, also when only adults were seen. */
  childId: z.uuid().nullable().default(null),
  /** Everybody of the family who was seen in it. */
  personIds: z.array(z.uuid()).max(12).default([]),
  onDay: dayShape,
  /** Hour and minute as on the clock there; empty when nobody looked. */
  at: clockShape.default(''),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  setting: z.enum(episodeSettings).default('home'),
  settingWords: z.string().max(120).default(''),
  /** The group meeting at which it was seen. */
  meetingId: z.uuid().nullable().default(null),
  /** Who did it, and to whom: one of the family, or in words (a teacher, a neighbour, the phone). */
  actorId: z.uuid().nullable().default(null),
  actorWords: z.string().max(80).default(''),
  towardId: z.uuid().nullable().default(null),
  towardWords: z.string().max(80).default(''),
  /** What a camera would have shown, and the words as they were said. */
  seen: z.string().max(4000).default(''),
  said: z.string().max(4000).default(''),
  /** What the observer makes of it: never part of what was seen. */
  inference: z.string().max(2000).default(''),
  targets: z.array(z.enum(programmeTargets)).max(programmeTargets.length).default([]),
  sense: z.enum(episodeSenses).default('open'),
  observerId: z.uuid(),
})
export type Episode = z.infer<typeof episodeShape>
export type EpisodeEntry = Episode & { readonly id: string }

/** One thing that was seen: who did what to whom, when and where; the observer's reading stands apart. */
export const episode = defineKind({
  name: 'episode',
  room: 'inquiry',
  shape: episodeShape,
  scope: { of: 'family', field: 'familyId', orAgency: true },
  key: { of: 'family', field: 'familyId', orAgency: true },
  sealed: ['settingWords', 'actorWords', 'towardWords', 'seen', 'said', 'inference'],
  bound: [['childId', 'personIds', 'actorId', 'actorWords', 'towardId', 'towardWords']],
  guarded: ['familyId', 'observerId'],
  references: {
    familyId: 'family',
    childId: 'person',
    meetingId: 'meeting',
    actorId: 'person',
    towardId: 'person',
    observerId: 'staff',
  },
  columns: ['familyId', 'childId', 'onDay', 'observerId'],
  ruleNeeds: ({ familyId }) => needObserved(familyId),
  rule: (after, before, found, context) => refuseEpisode(after, before, found, context),
})

function refuseEpisode(
  after: Episode,
  before: Episode | null,
  found: Found,
  { actor, today }: VerbContext,
): Refusal | null {
  // OBS-2: nobody puts words into the eyes of somebody else.
  if ((before ?? after).observerId !== actor.staffId) return refusal('ObservationOfSomebodyElse')
  if (after.onDay > today) return refusal('DateInFuture', { field: 'onDay', day: after.onDay })
  if (after.seen.trim() === '' && after.said.trim() === '') return refusal('EpisodeNeedsFacts')
  return refuseWhom(after, found, today)
}

function refuseWhom(after: Episode, found: Found, today: string): Refusal | null {
  const { familyId, childId, personIds, actorId, towardId } = after
  const doers = [actorId, towardId].filter((id) => id !== null)
  if (familyId === null)
    return childId === null && personIds.length === 0 && doers.length === 0
      ? null
      : refusal('NotInThisFamily')
  if (childId === null) return refusal('ObservationNeedsChild')
  if (doers.some((id) => !personIds.includes(id))) return refusal('DoerNotObserved')
  return refuseObserved(
    { familyId, childIds: [childId], otherIds: personIds, purpose: 'assessment' },
    found,
    today,
  )
}
