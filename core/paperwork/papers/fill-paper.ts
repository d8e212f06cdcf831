import type { FieldValues } from '../field-values.ts'
import type { TemplateField } from '../template-field.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { assessmentFields } from './family/assessment-paper.ts'
import { homeVisitFields } from './family/home-visit-paper.ts'
import { servicePlanFields } from './family/service-plan-paper.ts'
import { careAgreementFields } from './family/care-agreement.ts'
import { childRegisterFields } from './family/child-register.ts'
import { inGroup } from './family/in-group.ts'
import { consentPaperFields, fillConsentPaper } from './consent-paper.ts'
import { familyDrawingFields, fillFamilyDrawing } from './family-drawing.ts'
import { enrolmentFields, fillEnrolment } from './enrolment.ts'
import { fillGroupContract, groupContractFields } from './group-contract.ts'
import { fillGroupPlan, groupPlanFields } from './group-plan.ts'
import type { GroupPaperForm, Paper, PaperForm } from './paper-forms.ts'
import { fillHomeTaskCards, homeTaskCardFields } from './home-task-cards.ts'
import { fillMemberGrowth, memberGrowthFields } from './member-growth.ts'
import { fillMidReview, midReviewFields } from './mid-review.ts'
import { fillPhotoLedger, photoLedgerFields } from './photo-ledger.ts'
import { fillProcessRecord, processRecordFields } from './process-record.ts'
import { fillSatisfactionSheet, satisfactionFields } from './satisfaction-sheet.ts'
import { fillSessionPlan, sessionPlanFields } from './session-plan.ts'
import { fillSignInSheet, signInFields } from './sign-in-sheet.ts'
import { fillSupplies, suppliesFields } from './supplies.ts'
import { casePaperFields } from './casework/build-case-paper.ts'
import { supervisionRecordFields } from './casework/supervision-record-paper.ts'
import { transferFormFields } from './casework/transfer-form.ts'
import { mandatoryReportFields } from './safety/mandatory-report.ts'
import { staffRegisterFields, staffSheetFields } from './staff/staff-register-paper.ts'
import { quotationListFields } from './talks/quotation-list.ts'
import { talkTranscriptFields } from './talks/talk-transcript.ts'
import {
  fillStationMonth,
  stationMonthFields,
  type StationMonthInput,
} from './station-month-paper.ts'

/** The fields that a template of this paper may print. */
export const paperFields: Readonly<Record<PaperForm, readonly TemplateField[]>> = {
  groupPlan: groupPlanFields,
  sessionPlan: sessionPlanFields,
  signInSheet: signInFields,
  processRecord: processRecordFields,
  homeTaskCards: homeTaskCardFields,
  groupContract: groupContractFields,
  midReview: midReviewFields,
  satisfactionSheet: satisfactionFields,
  supplies: suppliesFields,
  photoLedger: photoLedgerFields,
  enrolment: enrolmentFields,
  consentPaper: consentPaperFields,
  familyDrawing: familyDrawingFields,
  memberGrowth: memberGrowthFields,
  childRegister: childRegisterFields,
  careAgreement: careAgreementFields,
  firstAssessment: assessmentFields,
  needsAssessment: assessmentFields,
  servicePlan: servicePlanFields,
  homeVisit: homeVisitFields,
  talkTranscript: talkTranscriptFields,
  quotationList: quotationListFields,
  mandatoryReport: mandatoryReportFields,
  transferForm: transferFormFields,
  supervisionRecord: supervisionRecordFields,
  ...casePaperFields,
  staffRegister: staffRegisterFields,
  staffSheet: staffSheetFields,
  stationMonth: stationMonthFields,
}

const fillers: Readonly<Record<GroupPaperForm, (input: GroupPaperInput) => FieldValues>> = {
  groupPlan: fillGroupPlan,
  sessionPlan: fillSessionPlan,
  signInSheet: fillSignInSheet,
  processRecord: fillProcessRecord,
  homeTaskCards: fillHomeTaskCards,
  groupContract: fillGroupContract,
  midReview: fillMidReview,
  satisfactionSheet: fillSatisfactionSheet,
  supplies: fillSupplies,
  photoLedger: fillPhotoLedger,
  enrolment: (input) => fillEnrolment(inGroup(input)),
  consentPaper: (input) => fillConsentPaper(inGroup(input)),
  familyDrawing: (input) => fillFamilyDrawing(inGroup(input)),
  memberGrowth: fillMemberGrowth,
}

/** One working paper of a group from its records (PAP-15). Pure; nothing is made up: what is not recorded stays a space to write in. */
export function buildGroupPaper(form: GroupPaperForm, input: GroupPaperInput): Paper {
  const { group, meeting, strand, wording, file } = input
  const name = wording.translate(`paperwork:formName.${form}`)
  const no = meeting === null ? '' : wording.translate('groupwork:meeting.no', { no: meeting.no })
  const whose =
    strand === null ? (file?.family.code ?? '') : wording.translate(`groupwork:strand.${strand}`)
  return {
    form,
    title: [group.code, name, no, whose].filter((part) => part !== '').join(' '),
    values: fillers[form](input),
  }
}

/** The monthly report of the station (PAP-15). */
export function buildStationMonth(input: StationMonthInput): Paper {
  const name = input.wording.translate('paperwork:formName.stationMonth')
  return {
    form: 'stationMonth',
    title: `${name} ${input.month.month}`,
    values: fillStationMonth(input),
  }
}
