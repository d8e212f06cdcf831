import { goal } from '../../assessment/goals/goal.ts'
import { servicePlan } from '../../assessment/plan/service-plan.ts'
import { pairProfile } from '../../assessment/profile/pair-profile.ts'
import { consent } from '../../families/consent.ts'
import { family } from '../../families/family.ts'
import { guardianship } from '../../families/guardianship.ts'
import { migration } from '../../families/migration.ts'
import { pair } from '../../families/pair.ts'
import { person } from '../../families/person.ts'
import { restrictedParty } from '../../families/restricted-party.ts'
import { answerSheet } from '../../inquiry/answer-sheet.ts'
import { instrument } from '../../inquiry/instrument.ts'
import type { Found, Need } from '../../sync/kind.ts'
import type { Day } from '../../kit/dates.ts'
import { caseContact } from '../case-contact.ts'
import { digestTransfer } from './build-parts.ts'
import type { Transfer } from './transfer-shape.ts'

const ofFamily = [
  restrictedParty,
  consent,
  person,
  pair,
  guardianship,
  migration,
  pairProfile,
  servicePlan,
  goal,
  caseContact,
  answerSheet,
]

/** TRF-5: whatever the receiver's lines are written from, so that the side that decides counts the digest itself. */
export function needLines({ familyId }: Pick<Transfer, 'familyId'>): readonly Need[] {
  return [
    { kind: family.name, where: { id: familyId } },
    ...ofFamily.map(({ name }) => ({ kind: name, where: { familyId } })),
    ...['published', 'retired'].map((state) => ({ kind: instrument.name, where: { state } })),
  ]
}

/** The digest of the words and lines as they stand in the records that `needLines` asked for. Pure. */
export function digestFound(its: Transfer, found: Found, today: Day): string {
  return digestTransfer(its, {
    family: found.of(family)[0] ?? null,
    today,
    consents: found.of(consent),
    restrictions: found.of(restrictedParty),
    people: found.of(person),
    pairs: found.of(pair),
    guardianships: found.of(guardianship),
    migrations: found.of(migration),
    profiles: found.of(pairProfile),
    plans: found.of(servicePlan),
    goals: found.of(goal),
    contacts: found.of(caseContact),
    sheets: found.of(answerSheet),
    instruments: found.of(instrument),
  })
}
