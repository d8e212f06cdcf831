import { z } from 'zod'
import { addDays, dayOf, dayShape, instantShape } from '../../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type VerbContext } from '../../sync/kind.ts'
import { dataClasses } from './data-class.ts'

export const incidentSorts = [
  'lostDevice',
  'wrongRecipient',
  'looked',
  'accountUsed',
  'paperLost',
  'photoPassedOn',
  'brokenIn',
  'other',
] as const
export const harmLevels = ['unlikely', 'possible', 'likely'] as const
export const tellings = ['notYet', 'told', 'notNeeded'] as const

const words = z.string().max(4000).default('')
const line = z.string().max(300).default('')

const affectedShape = z.strictObject({
  telling: z.enum(tellings).default('notYet'),
  on: dayShape.nullable().default(null),
  /** To whom and by which way, or why nobody is told. */
  words: z.string().max(600).default(''),
})
export type Affected = z.infer<typeof affectedShape>

const incidentShape = z.strictObject({
  sort: z.enum(incidentSorts),
  noticedAt: instantShape,
  noticedById: z.uuid(),
  /** From when until when data could be seen. */
  from: dayShape.nullable().default(null),
  until: dayShape.nullable().default(null),
  facts: words,
  /** Whose account or device it is about, where one is known: the reading log says what had been given to it. */
  staffId: z.uuid().nullable().default(null),
  dataClasses: z.array(z.enum(dataClasses)).default([]),
  /** What was done to stop it, each under the moment it was written. */
  steps: z.record(z.string().max(40), z.string().max(1000)).default({}),
  harm: z.enum(harmLevels).nullable().default(null),
  harmWords: words,
  /** Plain family ids: a file may be erased while the incident stays on record. */
  families: z.record(z.uuid(), affectedShape).default({}),
  authority: line,
  authorityPerson: line,
  authorityToldAt: instantShape.nullable().default(null),
  receiptNo: line,
  /** Where the authority is not told: why (PIPL 57 leaves a choice about families only while harm is averted). */
  authorityNotTold: words,
  lessons: words,
  state: z.enum(['open', 'closed']).default('open'),
  closedAt: instantShape.nullable().default(null),
  closedById: z.uuid().nullable().default(null),
})
export type Incident = z.infer<typeof incidentShape>
export type IncidentEntry = Incident & { readonly id: string }

/** ACC-42: what an incident's course still lacks, in the order in which it is owed; `close` waits for all of it. */
export const incidentSteps = [
  'contain',
  'assess',
  'tellAuthority',
  'tellFamilies',
  'learn',
] as const
export type IncidentStep = (typeof incidentSteps)[number]

/**
 * Steps that are still owed. Containing comes first; the families are told, or there is a reason for every one of them why not;
 * the authority is told, or there is a reason why not (PIPL 57, NPR 35).
 */
export function stepsOwed(
  incident: Pick<
    Incident,
    'steps' | 'harm' | 'authorityToldAt' | 'authorityNotTold' | 'families' | 'lessons'
  >,
): readonly IncidentStep[] {
  const isDone: Readonly<Record<IncidentStep, boolean>> = {
    contain: Object.values(incident.steps).some((said) => said.trim() !== ''),
    assess: incident.harm !== null,
    tellAuthority: incident.authorityToldAt !== null || incident.authorityNotTold.trim() !== '',
    tellFamilies: isEverybodyTold(incident),
    learn: incident.lessons.trim() !== '',
  }
  return incidentSteps.filter((step) => !isDone[step])
}

/** That it touched no family at all is believed only where harm is unlikely. */
function isEverybodyTold({ families, harm }: Pick<Incident, 'families' | 'harm'>): boolean {
  const touched = Object.values(families)
  return touched.length === 0 ? harm === 'unlikely' : touched.every(isSettled)
}

function isSettled({ telling, on, words: said }: Affected): boolean {
  switch (telling) {
    case 'notYet':
      return false
    case 'told':
      return on !== null
    case 'notNeeded':
      return said.trim() !== ''
  }
}

/** Data of children went where they should not have, or may have: noticed, stopped, weighed, told, learnt from (PR21, P14). */
export const incident = defineKind({
  name: 'incident',
  room: 'access',
  shape: incidentShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sealed: [
    'facts',
    'steps',
    'harmWords',
    'families',
    'authorityPerson',
    'receiptNo',
    'authorityNotTold',
    'lessons',
  ],
  maps: ['steps', 'families'],
  mentions: ['families'],
  sets: ['dataClasses'],
  bound: [['authority', 'authorityPerson', 'authorityToldAt', 'receiptNo']],
  guarded: ['noticedById', 'state', 'closedAt', 'closedById'],
  columns: ['state'],
  verbs: {
    close: defineVerb({
      of: incidentShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { now, actor }) => {
        if (fields.state === 'closed') return refuse('IncidentIsClosed')
        const [first] = stepsOwed(fields)
        return first === undefined
          ? done({ state: 'closed' as const, closedAt: now, closedById: actor.staffId })
          : refuse('IncidentStepOwed', { step: first })
      },
    }),
    reopen: defineVerb({
      of: incidentShape,
      input: z.strictObject({}),
      run: ({ state }) =>
        state === 'open'
          ? refuse('IncidentIsOpen')
          : done({ state: 'open' as const, closedAt: null, closedById: null }),
    }),
  },
  frozen: ({ state }) => state === 'closed',
  rule: (after, before, _found, context) => refuseIncident(after, before, context),
})

function refuseIncident(
  after: Incident,
  before: Incident | null,
  { today, actor }: VerbContext,
): Refusal | null {
  if (before === null && after.noticedById !== actor.staffId) return refusal('NotYourOwnReport')
  if (before?.state === 'closed' && after.state === 'closed') return refusal('IncidentIsClosed')
  // A phone's clock may be a little ahead: only a later day is none.
  if (dayOf(after.noticedAt) > addDays(today, 1))
    return refusal('DateInFuture', { field: 'noticedAt', day: dayOf(after.noticedAt) })
  const late = [after.from, after.until].find((day) => day !== null && day > today)
  if (late !== undefined && late !== null)
    return refusal('DateInFuture', { field: 'from', day: late })
  if (after.from !== null && after.until !== null && after.from > after.until)
    return refusal('EndsBeforeStart', { from: after.from, to: after.until })
  return null
}
