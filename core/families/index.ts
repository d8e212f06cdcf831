import type { Kind } from '../sync/kind.ts'
import { acknowledgement } from './acknowledgement.ts'
import { availability } from './availability.ts'
import { consent } from './consent.ts'
import { excludedStaff } from './excluded-staff.ts'
import { family } from './family.ts'
import { guardianship } from './guardianship.ts'
import { migration } from './migration.ts'
import { pair } from './pair.ts'
import { person } from './person.ts'
import { rightsRequest } from './rights-request.ts'
import { restrictedParty } from './restricted-party.ts'

export const familiesKinds = [
  family,
  person,
  migration,
  guardianship,
  pair,
  consent,
  acknowledgement,
  availability,
  rightsRequest,
  restrictedParty,
  excludedStaff,
] as const satisfies readonly Kind[]
