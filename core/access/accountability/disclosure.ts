import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type VerbContext } from '../../sync/kind.ts'
import { staff } from '../staff.ts'

export const askers = [
  'police',
  'court',
  'civilAffairs',
  'education',
  'village',
  'school',
  'funder',
  'other',
] as const
export const disclosureGrounds = ['law', 'emergency', 'consent', 'none'] as const
export const disclosureOutcomes = ['given', 'partly', 'refused'] as const

const words = z.string().max(2000).default('')
const line = z.string().max(300).default('')

const disclosureShape = z.strictObject({
  askedOn: dayShape,
  asker: z.enum(askers),
  organisation: z.string().max(160).default(''),
  person: line,
  /** What they want, as they said it. */
  wanted: words,
  ground: z.enum(disclosureGrounds).nullable().default(null),
  /** The article, the paper they showed, the consent. */
  groundWords: words,
  /** How many children it is about; plain ids where single files are named. */
  children: z.number().int().min(0).max(100_000).nullable().default(null),
  familyIds: z.array(z.uuid()).max(200).default([]),
  /** The least that answers it: which fields, nothing more. */
  fields: words,
  proposedById: z.uuid(),
  outcome: z.enum(disclosureOutcomes).nullable().default(null),
  outcomeWords: words,
  decidedById: z.uuid().nullable().default(null),
  decidedOn: dayShape.nullable().default(null),
  /** Decided by the only person here: it says so wherever it is shown. */
  alone: z.boolean().default(false),
  handedOn: dayShape.nullable().default(null),
  handedHow: line,
  receipt: line,
  /** The day on which words about an erased family went from it: since then its words stand (FAM-64). */
  wordsErasedOn: dayShape.nullable().default(null),
})
export type Disclosure = z.infer<typeof disclosureShape>

/** Somebody outside asks for data of children: who, on what ground, the least that answers it, decided by two (RELIABILITY 8.3). */
export const disclosure = defineKind({
  name: 'disclosure',
  room: 'access',
  shape: disclosureShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sealed: ['person', 'wanted', 'groundWords', 'familyIds', 'fields', 'outcomeWords', 'receipt'],
  sets: ['familyIds'],
  guarded: [
    'proposedById',
    'outcome',
    'outcomeWords',
    'decidedById',
    'decidedOn',
    'alone',
    'wordsErasedOn',
  ],
  mentions: ['familyIds'],
  columns: ['outcome'],
  verbs: {
    /** ACC-43: somebody else decides; without a ground nothing is given. */
    decide: defineVerb({
      of: disclosureShape,
      input: z.strictObject({
        outcome: z.enum(disclosureOutcomes),
        words: z.string().trim().min(1).max(2000),
      }),
      needs: () => [{ kind: staff.name, where: { state: 'active' } }],
      run: (fields, input, found, { actor, today }) => {
        if (fields.outcome !== null) return refuse('DisclosureIsDecided')
        const alone = fields.proposedById === actor.staffId
        if (
          alone &&
          found.of(staff).some(({ id, roles }) => id !== actor.staffId && mayDecide(roles))
        )
          return refuse('SecondPersonNeeded')
        const given = input.outcome !== 'refused'
        if (given && (fields.ground === null || fields.ground === 'none'))
          return refuse('DisclosureWithoutGround')
        if (given && fields.fields.trim() === '') return refuse('DisclosureWithoutFields')
        return done({
          outcome: input.outcome,
          outcomeWords: input.words,
          decidedById: actor.staffId,
          decidedOn: today,
          alone,
        })
      },
    }),
  },
  frozen: ({ wordsErasedOn }) => wordsErasedOn !== null,
  rule: (after, before, _found, context) => refuseDisclosure(after, before, context),
})

function wrote({ person, wanted, groundWords, fields }: Disclosure): string {
  return [person, wanted, groundWords, fields].join('\n')
}

function mayDecide(roles: readonly string[]): boolean {
  return roles.some((role) => role === 'supervisor' || role === 'manager' || role === 'agencyAdmin')
}

function refuseDisclosure(
  after: Disclosure,
  before: Disclosure | null,
  { today, actor }: VerbContext,
): Refusal | null {
  if (before === null && after.proposedById !== actor.staffId) return refusal('NotYourOwnReport')
  if (before === null && after.wordsErasedOn !== null)
    return refusal('FieldNeedsVerb', { field: 'wordsErasedOn' })
  // FAM-64: a device that was away does not bring erased words back.
  if (before !== null && before.wordsErasedOn !== null && wrote(after) !== wrote(before))
    return refusal('WordsErased', { on: before.wordsErasedOn })
  if (after.organisation.trim() === '') return refusal('DisclosureWithoutAsker')
  const ahead = [after.askedOn, after.handedOn].find((day) => day !== null && day > today)
  if (ahead !== undefined && ahead !== null)
    return refusal('DateInFuture', { field: 'askedOn', day: ahead })
  if (after.handedOn !== null && (after.outcome === null || after.outcome === 'refused'))
    return refusal('DisclosureNotAgreed')
  // What was agreed to is what is handed over: wider fields afterwards need a request of their own.
  const isWidened =
    before !== null &&
    before.outcome !== null &&
    (before.fields !== after.fields ||
      before.ground !== after.ground ||
      before.organisation !== after.organisation ||
      before.children !== after.children ||
      before.familyIds.join() !== after.familyIds.join())
  return isWidened ? refusal('DisclosureIsDecided') : null
}
