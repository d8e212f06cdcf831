import { buildBlankSupervisionPaper } from './casework/supervision-record-paper.ts'
import { buildBlankTransfer, type BlankTransferInput } from './casework/transfer-form.ts'
import type { BlankPaperForm, Paper } from './paper-forms.ts'
import { buildBlankReport } from './safety/mandatory-report.ts'
import { buildBlankStaffSheet } from './staff/staff-register-paper.ts'

const builders: Readonly<Record<BlankPaperForm, (input: BlankTransferInput) => Paper>> = {
  transferForm: buildBlankTransfer,
  supervisionRecord: buildBlankSupervisionPaper,
  mandatoryReport: buildBlankReport,
  staffSheet: buildBlankStaffSheet,
}

/** PAP-28: a form of the agency to write on by hand, with nobody on it. Pure. */
export function buildBlankPaper(form: BlankPaperForm, input: BlankTransferInput): Paper {
  return builders[form](input)
}
