import type { Kind } from '../sync/kind.ts'
import { caseConference } from './case-conference.ts'
import { caseContact } from './case-contact.ts'
import { caseDismissal } from './case-dismissal.ts'
import { caseFile } from './case-file.ts'
import { caseFollowUp } from './case-follow-up.ts'
import { fileReview } from './supervision/file-review.ts'
import { supervisionQuestion } from './supervision/supervision-question.ts'
import { supervisionRecord } from './supervision/supervision-record.ts'
import { receivedTransfer } from './transfer/received-transfer.ts'
import { transfer } from './transfer/transfer.ts'

export const caseworkKinds = [
  caseFile,
  caseContact,
  caseFollowUp,
  caseConference,
  caseDismissal,
  fileReview,
  supervisionRecord,
  supervisionQuestion,
  transfer,
  receivedTransfer,
] as const satisfies readonly Kind[]
