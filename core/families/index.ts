import type { Kind } from '../sync/kind.ts'
import { availability } from './availability.ts'
import { consent } from './consent.ts'
import { family } from './family.ts'
import { guardianship } from './guardianship.ts'
import { migration } from './migration.ts'
import { pair } from './pair.ts'
import { person } from './person.ts'

export const familiesKinds = [
  family,
  person,
  migration,
  guardianship,
  pair,
  consent,
  availability,
] as const satisfies readonly Kind[]
