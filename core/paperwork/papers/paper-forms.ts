// The working papers of groups and of families: printed from the records when somebody needs them, written on by hand, not kept.
import type { FieldValues } from '../field-values.ts'

/** What a paper is about besides the group: what has to be chosen before it can be printed. */
export type PaperAbout = 'group' | 'meeting' | 'strand' | 'family' | 'member'

interface PaperDeclaration {
  readonly about: PaperAbout
  /** What only a person can write. Typed before printing or written on the paper. */
  readonly heads: readonly string[]
}

export const groupPapers = {
  groupPlan: {
    about: 'group',
    heads: ['riskPlan', 'publicity'],
  },
  sessionPlan: { about: 'meeting', heads: [] },
  signInSheet: { about: 'meeting', heads: [] },
  processRecord: { about: 'strand', heads: [] },
  homeTaskCards: { about: 'strand', heads: [] },
  groupContract: { about: 'group', heads: [] },
  midReview: {
    about: 'group',
    heads: ['goalProgress', 'dropoutAction', 'planChanges', 'supervisorOpinion'],
  },
  satisfactionSheet: { about: 'group', heads: [] },
  supplies: { about: 'group', heads: [] },
  photoLedger: { about: 'group', heads: [] },
  /** Blank, or for one family. */
  enrolment: { about: 'family', heads: [] },
  consentPaper: { about: 'family', heads: [] },
  familyDrawing: { about: 'family', heads: [] },
  memberGrowth: { about: 'member', heads: ['ownWords', 'guardianReport', 'workerSummary'] },
} as const satisfies Readonly<Record<string, PaperDeclaration>>

/** What of a family a paper is about: what has to be chosen before it can be printed. */
export type FamilyPaperAbout = 'family' | 'child' | 'pair' | 'plan' | 'visit'

interface FamilyPaperDeclaration {
  readonly about: FamilyPaperAbout
  /** Whether it can be printed with codes instead of names; a register or an agreement without names is none. */
  readonly byCode: boolean
}

export const familyPapers = {
  childRegister: { about: 'child', byCode: false },
  careAgreement: { about: 'child', byCode: false },
  familyDrawing: { about: 'child', byCode: true },
  firstAssessment: { about: 'pair', byCode: true },
  needsAssessment: { about: 'pair', byCode: true },
  servicePlan: { about: 'plan', byCode: true },
  homeVisit: { about: 'visit', byCode: true },
  consentPaper: { about: 'family', byCode: false },
  enrolment: { about: 'family', byCode: false },
} as const satisfies Readonly<Record<string, FamilyPaperDeclaration>>

export const familyPaperForms = [
  'childRegister',
  'careAgreement',
  'familyDrawing',
  'firstAssessment',
  'needsAssessment',
  'servicePlan',
  'homeVisit',
  'consentPaper',
  'enrolment',
] as const satisfies readonly (keyof typeof familyPapers)[]
export type FamilyPaperForm = (typeof familyPaperForms)[number]

/** Papers of talks: the text of one, or what was said in several by code. */
export const talkPaperForms = ['talkTranscript', 'quotationList'] as const
export type TalkPaperForm = (typeof talkPaperForms)[number]

/** Papers of the safety room: of one concern, for whoever may read it (form-F27). */
export const safetyPaperForms = ['mandatoryReport'] as const
export type SafetyPaperForm = (typeof safetyPaperForms)[number]

/** Papers of casework that no page of the family's papers lists: made where the record lies (form-F19, form-F26). */
export const caseworkPaperForms = ['transferForm', 'supervisionRecord'] as const

/** The register of staff and volunteers, and one person's sheet to sign (form-F28). */
export const staffPaperForms = ['staffRegister', 'staffSheet'] as const

/** PAP-28: what is printed with nobody on it, for whoever works here (forms F19, F26, F27, F28). */
export const blankPaperForms = [
  'transferForm',
  'supervisionRecord',
  'mandatoryReport',
  'staffSheet',
] as const
export type BlankPaperForm = (typeof blankPaperForms)[number]

/** Papers of one case (forms F15, F18, F20, F21, F23): made from the case's own page. */
export const casePaperForms = [
  'caseIntake',
  'caseContacts',
  'caseClosing',
  'caseFollowUp',
  'caseConference',
] as const
export type CasePaperForm = (typeof casePaperForms)[number]

export const stationHeads = ['mainWork', 'problems', 'nextMonth'] as const

export const groupPaperForms = [
  'groupPlan',
  'groupContract',
  'sessionPlan',
  'signInSheet',
  'processRecord',
  'homeTaskCards',
  'midReview',
  'satisfactionSheet',
  'supplies',
  'photoLedger',
  'enrolment',
  'consentPaper',
  'familyDrawing',
  'memberGrowth',
] as const satisfies readonly (keyof typeof groupPapers)[]
export type GroupPaperForm = (typeof groupPaperForms)[number]

export const paperForms = [
  ...groupPaperForms,
  'childRegister',
  'careAgreement',
  'firstAssessment',
  'needsAssessment',
  'servicePlan',
  'homeVisit',
  ...talkPaperForms,
  ...safetyPaperForms,
  ...caseworkPaperForms,
  ...casePaperForms,
  ...staffPaperForms,
  'stationMonth',
] as const
export type PaperForm = (typeof paperForms)[number]

/** Typed texts by the id of their head. */
export type PaperTexts = Readonly<Record<string, string>>

/** What a template prints: values by the ids of the form's fields. */
export interface Paper {
  readonly form: PaperForm
  readonly title: string
  readonly values: FieldValues
}
