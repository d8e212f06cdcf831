import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { equalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import { defineKind, type Found, type VerbContext } from '../../sync/kind.ts'
import { clockShape } from './episode.ts'
import { needObserved, refuseObserved } from './refuse-observing.ts'

/** What is looked at for the child's safety, each said so that “yes” is as it should be. */
export const safetyPoints = [
  'adultAtNight',
  'foodAndWarmth',
  'fireAndGas',
  'electricity',
  'medicinesAndPoison',
  'water',
  'doorAndStrangers',
  'wayToSchool',
  'numbersAtHand',
  'phoneAndInternet',
  'noUnexplainedHurt',
  'notAfraidAtHome',
] as const
export type SafetyPoint = (typeof safetyPoints)[number]
/** A “no” here may be harm: the law asks for more than a line on a form (LPM 11, 21). */
export const harmPoints = [
  'adultAtNight',
  'foodAndWarmth',
  'noUnexplainedHurt',
  'notAfraidAtHome',
] as const satisfies readonly SafetyPoint[]
export type HarmPoint = (typeof harmPoints)[number]
export const safetyAnswers = ['yes', 'no', 'notSeen'] as const
export type SafetyAnswer = (typeof safetyAnswers)[number]

const safetyPointShape = z.enum(safetyPoints)
export const mostVisitActions = 20

const visitActionShape = z.strictObject({
  what: z.string().max(300),
  /** Who does it, in the family's words: “奶奶”, “社工”. */
  who: z.string().max(80),
  byDay: dayShape.nullable(),
  doneOn: dayShape.nullable(),
})
export type VisitAction = z.infer<typeof visitActionShape>

const text = z.string().max(4000).default('')

const homeVisitShape = z.strictObject({
  familyId: z.uuid(),
  /** The children whom it concerns. */
  childIds: z.array(z.uuid()).max(8).default([]),
  onDay: dayShape,
  at: clockShape.default(''),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  visitorId: z.uuid(),
  /** Who came along. */
  withWords: z.string().max(200).default(''),
  atHomeIds: z.array(z.uuid()).max(20).default([]),
  atHomeWords: z.string().max(200).default(''),
  household: text,
  environment: text,
  safety: z.partialRecord(safetyPointShape, z.enum(safetyAnswers)).default({}),
  safetyNotes: z.partialRecord(safetyPointShape, z.string().max(500)).default({}),
  /** Lines of the contact log that were spoken of: contact with the parents in the last week. */
  contactEntryIds: z.array(z.uuid()).max(40).default([]),
  contactWords: text,
  school: text,
  /** 1 very low … 4 good, pointed at by the child; and in the child's own words. */
  moodFace: z.number().int().min(1).max(4).nullable().default(null),
  moodWords: text,
  seen: text,
  said: text,
  inference: text,
  actions: z.record(z.string().regex(/^[0-9a-z]{1,40}$/), visitActionShape).default({}),
  nextOn: dayShape.nullable().default(null),
})
export type HomeVisit = z.infer<typeof homeVisitShape>
export type HomeVisitEntry = HomeVisit & { readonly id: string }

/** One visit at home (form-F22): who was there, how it is there, what is safe, and what was agreed. */
export const homeVisit = defineKind({
  name: 'homeVisit',
  room: 'inquiry',
  shape: homeVisitShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'withWords',
    'atHomeWords',
    'household',
    'environment',
    'safety',
    'safetyNotes',
    'contactWords',
    'school',
    'moodFace',
    'moodWords',
    'seen',
    'said',
    'inference',
    'actions',
  ],
  maps: ['safety', 'safetyNotes', 'actions'],
  guarded: ['familyId', 'visitorId'],
  references: { familyId: 'family', visitorId: 'staff' },
  columns: ['familyId', 'onDay', 'visitorId', 'nextOn'],
  ruleNeeds: ({ familyId }) => needObserved(familyId),
  rule: (after, before, found, context) => refuseVisit(after, before, found, context),
})

function refuseVisit(
  after: HomeVisit,
  before: HomeVisit | null,
  found: Found,
  { actor, today }: VerbContext,
): Refusal | null {
  const denied = refuseForeignFacts(after, before, actor.staffId)
  if (denied !== null) return denied
  if (after.onDay > today) return refusal('DateInFuture', { field: 'onDay', day: after.onDay })
  if (after.nextOn !== null && after.nextOn <= after.onDay) return refusal('NextVisitNotAfter')
  if (after.childIds.length === 0) return refusal('ObservationNeedsChild')
  const actions = Object.values(after.actions)
  if (actions.some(({ what }) => what.trim() === '')) return refusal('VisitActionEmpty')
  if (actions.length > mostVisitActions)
    return refusal('TooManyVisitActions', { most: mostVisitActions })
  if (actions.some(({ doneOn }) => doneOn !== null && doneOn > today))
    return refusal('DateInFuture', { field: 'doneOn', day: today })
  const { familyId, childIds, atHomeIds } = after
  // OBS-6: a visit is service; those who happened to be at home are named only as far as consent goes.
  return refuseObserved(
    { familyId, childIds, otherIds: atHomeIds, purpose: 'service' },
    found,
    today,
  )
}

/** What is followed up: ticked off and added to by whoever serves the family. */
const followedUp: readonly (keyof HomeVisit)[] = ['actions', 'nextOn']

/** OBS-2: what was found there is the visitor's; what was agreed belongs to everybody who carries it out. */
function refuseForeignFacts(
  after: HomeVisit,
  before: HomeVisit | null,
  staffId: string,
): Refusal | null {
  if ((before ?? after).visitorId === staffId) return null
  if (before === null) return refusal('ObservationOfSomebodyElse')
  const factsOf = (visit: HomeVisit) =>
    fieldsAsJson({ ...visit, ...Object.fromEntries(followedUp.map((name) => [name, null])) })
  return equalJson(factsOf(after), factsOf(before)) ? null : refusal('ObservationOfSomebodyElse')
}
