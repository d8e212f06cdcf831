import { refusal, type Refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { personShape, type Person } from './person-shape.ts'
import { consent } from './consent.ts'
import { holdsServiceConsent } from './consent-state.ts'

export type { Person } from './person-shape.ts'

/** What may be held to reach a guardian and ask for consent: nothing more (PR2). */
export const contactFields = [
  'familyId',
  'name',
  'role',
  'sex',
  'bornOn',
  'phone',
  'email',
  'livesHere',
  'alive',
  'notSameAs',
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
    'email',
    'ethnicity',
    'hukouPlace',
    'health',
    'healthNote',
    'school',
    'dialect',
    'notes',
  ],
  sets: ['notSameAs'],
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
