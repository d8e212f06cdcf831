import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../../sync/kind.ts'
import { episodeSettings } from './episode.ts'
import { needObserved, refuseObserved } from './refuse-observing.ts'

export const mostRated = 4
/** 0 not at all … 4 clearly and of itself. `notSeen`: there was no occasion for it, which is not 0. */
const ratingShape = z.union([z.number().int().min(0).max(mostRated), z.literal('notSeen')])
export type ItemRating = z.infer<typeof ratingShape>
const itemIdShape = z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/)

const observationSheetShape = z.strictObject({
  familyId: z.uuid(),
  childId: z.uuid(),
  /** With whom: the parent or the caregiver. */
  adultId: z.uuid(),
  checklistCode: itemIdShape,
  checklistVersion: z.string().min(1).max(20),
  onDay: dayShape,
  /** The first, second … time that the two were observed with this list on this day. */
  no: z.number().int().min(1).max(9).default(1),
  setting: z.enum(episodeSettings).default('home'),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  observerId: z.uuid(),
  ratings: z.record(itemIdShape, ratingShape).default({}),
  /** What it was seen by: an example in words. */
  notes: z.record(itemIdShape, z.string().max(1000)).default({}),
  memo: z.string().max(4000).default(''),
  state: z.enum(['open', 'done']).default('open'),
  doneOn: dayShape.nullable().default(null),
  /** Begun or taken up again when another's finished sheet of the same occasion could be read. */
  knewOthers: z.boolean().default(false),
})
export type ObservationSheet = z.infer<typeof observationSheetShape>
export type ObservationSheetEntry = ObservationSheet & { readonly id: string }

function refuseNotOwn(fields: ObservationSheet, staffId: string): Refusal | null {
  return fields.observerId === staffId ? null : refusal('ObservationOfSomebodyElse')
}

/** One observer's ratings of one occasion by one checklist. A second observer's sheet is a record of its own. */
export const observationSheet = defineKind({
  name: 'observationSheet',
  room: 'inquiry',
  shape: observationSheetShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['ratings', 'notes', 'memo'],
  maps: ['ratings', 'notes'],
  guarded: [
    'familyId',
    'childId',
    'adultId',
    'checklistCode',
    'checklistVersion',
    'onDay',
    'no',
    'observerId',
    'state',
    'doneOn',
    'knewOthers',
  ],
  references: {
    familyId: 'family',
    childId: 'person',
    adultId: 'person',
    observerId: 'staff',
  },
  columns: ['familyId', 'childId', 'checklistCode', 'onDay', 'observerId'],
  verbs: {
    finish: defineVerb({
      of: observationSheetShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { actor, today, contested }) => {
        const denied = refuseNotOwn(fields, actor.staffId)
        if (denied !== null) return { ok: false, refusal: denied }
        if (fields.state === 'done') return refuse('SheetOfObserverDone')
        const undecided = contested?.length ?? 0
        if (undecided > 0) return refuse('SheetOfObserverUndecided', { count: undecided })
        return Object.keys(fields.ratings).length === 0
          ? refuse('SheetWithoutRatings')
          : done<Partial<ObservationSheet>>({ state: 'done', doneOn: today })
      },
    }),
    reopen: defineVerb({
      of: observationSheetShape,
      input: z.strictObject({ knewOthers: z.boolean() }),
      run: (fields, { knewOthers }, _found, { actor }) => {
        const denied = refuseNotOwn(fields, actor.staffId)
        if (denied !== null) return { ok: false, refusal: denied }
        return fields.state === 'open'
          ? refuse('SheetOfObserverOpen')
          : done<Partial<ObservationSheet>>({
              state: 'open',
              doneOn: null,
              knewOthers: fields.knewOthers || knewOthers,
            })
      },
    }),
  },
  ruleNeeds: ({ familyId }) => needObserved(familyId),
  rule: (after, before, found, context) => refuseSheet(after, before, found, context),
})

function refuseSheet(
  after: ObservationSheet,
  before: ObservationSheet | null,
  found: Found,
  { actor, today }: VerbContext,
): Refusal | null {
  const denied = refuseNotOwn(before ?? after, actor.staffId)
  if (denied !== null) return denied
  if (after.onDay > today) return refusal('DateInFuture', { field: 'onDay', day: after.onDay })
  // OBS-5: what a finished sheet says is changed only after it was opened again, so that agreement is about what was said then.
  if (before?.state === 'done' && after.state === 'done') return refusal('SheetOfObserverDone')
  const { familyId, childId, adultId } = after
  return refuseObserved(
    { familyId, childIds: [childId], otherIds: [adultId], purpose: 'assessment' },
    found,
    today,
  )
}

type Occasion = Pick<
  ObservationSheet,
  'childId' | 'adultId' | 'checklistCode' | 'checklistVersion' | 'onDay' | 'no'
>

/**
 * What two observers saw together, known without asking each other: the same two people, day and number, by the same list in the
 * same version: an item that was reworded is another question.
 */
export function occasionOf(sheet: Occasion): string {
  const { childId, adultId, checklistCode, checklistVersion, onDay, no } = sheet
  return [childId, adultId, checklistCode, checklistVersion, onDay, no].join(' ')
}

/** One observer on two devices makes one sheet. */
export function observationSheetId(sheet: Occasion & { readonly observerId: string }): string {
  return deriveId('observationSheet', occasionOf(sheet), sheet.observerId)
}
