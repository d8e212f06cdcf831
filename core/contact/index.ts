import type { Kind } from '../sync/kind.ts'
import { cardShown } from './card-shown.ts'
import { contactEntry } from './contact-entry.ts'
import { contactMatch } from './contact-match.ts'
import { contactPlan } from './contact-plan.ts'
import { noContact } from './no-contact.ts'
import { pictureCheck } from './picture-check.ts'
import { pledge } from './pledge.ts'

export const contactKinds = [
  contactEntry,
  noContact,
  contactMatch,
  pledge,
  contactPlan,
  cardShown,
  pictureCheck,
] as const satisfies readonly Kind[]
