import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { consent } from './consent.ts'
import { holdsServiceConsent } from './consent-state.ts'

const personShape = z.strictObject({
  familyId: z.uuid(),
  name: z.string().min(1).max(80),
  role: z.enum(['child', 'parent', 'grandparent', 'relative', 'other']),
  sex: z.enum(['female', 'male', 'unknown']).default('unknown'),
  bornOn: dayShape.nullable().default(null),
  phone: z.string().max(40).default(''),
  /** Sleeps in this household now. */
  livesHere: z.boolean().default(true),
  alive: z.boolean().default(true),

  // From here on: what form-F1 asks beyond contact data. Empty until a guardian has consented (FAM-4).
  ethnicity: z.string().max(40).default(''),
  ruralHukou: z.boolean().nullable().default(null),
  hukouPlace: z.string().max(80).default(''),
  health: z.enum(['notAsked', 'healthy', 'disabled', 'ill']).default('notAsked'),
  healthNote: z.string().max(400).default(''),
  schooling: z
    .enum([
      'notAsked',
      'notEnrolled',
      'kindergarten',
      'primary',
      'junior',
      'senior',
      'vocational',
      'droppedOut',
      'outOfSchool',
    ])
    .default('notAsked'),
  school: z.string().max(80).default(''),
  grade: z.string().max(20).default(''),
  boarding: z.boolean().nullable().default(null),
  literacy: z.enum(['notAsked', 'reads', 'withHelp', 'no']).default('notAsked'),
  dialect: z.string().max(40).default(''),
  phoneKind: z
    .enum(['notAsked', 'none', 'featurePhone', 'smartphone', 'shared'])
    .default('notAsked'),
  /** Whether this adult is able to look after a child; the civil-affairs definition of left-behind asks it. */
  guardianCapacity: z.enum(['notAsked', 'capable', 'incapable']).default('notAsked'),
  notes: z.string().max(4000).default(''),
})
export type Person = z.infer<typeof personShape>

/** What may be held to reach a guardian and ask for consent: nothing more (PR2). */
export const contactFields = [
  'familyId',
  'name',
  'role',
  'sex',
  'bornOn',
  'phone',
  'livesHere',
  'alive',
] as const satisfies readonly (keyof Person)[]
/** What waits for consent. */
export const fieldsAfterConsent = Object.keys(personShape.shape).filter(
  (field) => !contactFields.some((name) => name === field),
)

/** One person of a family, with the role in it. Identity numbers have no field here on purpose (PR8). */
export const person = defineKind({
  name: 'person',
  room: 'families',
  shape: personShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'name',
    'bornOn',
    'phone',
    'ethnicity',
    'hukouPlace',
    'health',
    'healthNote',
    'school',
    'dialect',
    'notes',
  ],
  references: { familyId: 'family' },
  columns: ['familyId', 'role'],
  ruleNeeds: (after) => [{ kind: 'consent', where: { familyId: after.familyId } }],
  rule: (after, before, found, context) =>
    refuseFutureBirth(after, context.today) ??
    refuseBeyondContact(after, before, holdsServiceConsent(found.of(consent), context.today)),
})

/** FAM-3: nobody is born in the future. */
function refuseFutureBirth(after: Person, today: string): Refusal | null {
  return after.bornOn !== null && after.bornOn > today
    ? refusal('DateInFuture', { field: 'bornOn', day: after.bornOn })
    : null
}

/** FAM-4: before guardian consent a family holds contact data only; what is already held stays as it is. */
function refuseBeyondContact(
  after: Person,
  before: Person | null,
  consented: boolean,
): Refusal | null {
  if (consented) return null
  const blank: Record<string, unknown> = personShape.parse({
    familyId: after.familyId,
    name: after.name,
    role: after.role,
  })
  const now: Record<string, unknown> = after
  const earlier: Record<string, unknown> = before ?? blank
  const beyond = fieldsAfterConsent.find(
    (field) => now[field] !== blank[field] && now[field] !== earlier[field],
  )
  return beyond === undefined ? null : refusal('ConsentNeededFirst', { field: beyond })
}
