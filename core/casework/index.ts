import type { Kind } from '../sync/kind.ts'
import { caseContact } from './case-contact.ts'
import { caseDismissal } from './case-dismissal.ts'
import { caseFile } from './case-file.ts'
import { caseFollowUp } from './case-follow-up.ts'

export const caseworkKinds = [
  caseFile,
  caseContact,
  caseFollowUp,
  caseDismissal,
] as const satisfies readonly Kind[]
