import type { ConsentPurpose } from './consent.ts'

/**
 * On what ground something about a child is processed at all (P02): a purpose that was consented to, or one of the grounds that
 * need none. `contact` is what must be held to ask for consent (FAM-4); `duty` rests on a law (PIPL 13: reporting, the ledgers of
 * what was agreed, retention and rights); `work` holds nothing about a child: programmes, instruments, staff, counts of hours.
 */
export type Ground = ConsentPurpose | 'contact' | 'duty' | 'work'

/**
 * FAM-47: every kind of record, and the purpose without which no new one is written. A kind that is missing here fails a test, and so
 * does one that is written on after its purpose was taken back.
 */
export const groundOfKind: Readonly<Record<string, Ground>> = {
  agency: 'work',
  staff: 'work',
  staffRecord: 'work',
  approval: 'duty',
  incident: 'duty',
  impactAssessment: 'duty',
  disclosure: 'duty',
  urgentReading: 'duty',
  family: 'contact',
  person: 'contact',
  migration: 'contact',
  guardianship: 'contact',
  pair: 'contact',
  consent: 'duty',
  acknowledgement: 'duty',
  rightsRequest: 'duty',
  restrictedParty: 'duty',
  excludedStaff: 'duty',
  availability: 'service',
  instrument: 'work',
  wave: 'work',
  answerSheet: 'assessment',
  surveySheet: 'work',
  paperEntry: 'work',
  familyPaperEntry: 'assessment',
  waveReminder: 'assessment',
  interview: 'assessment',
  interviewGuide: 'work',
  transcript: 'assessment',
  codebookCode: 'work',
  codingPass: 'assessment',
  codedSpan: 'assessment',
  episode: 'assessment',
  observationSheet: 'assessment',
  homeVisit: 'service',
  evidenceSource: 'work',
  contactEntry: 'service',
  noContact: 'service',
  contactMatch: 'service',
  pledge: 'service',
  contactPlan: 'service',
  cardShown: 'service',
  pictureCheck: 'work',
  spokenWords: 'work',
  couple: 'service',
  parentage: 'service',
  lifeFact: 'service',
  relationQuality: 'service',
  systemTie: 'service',
  pairProfile: 'assessment',
  goal: 'service',
  goalReview: 'service',
  goalRating: 'service',
  agreedTask: 'service',
  statedChange: 'service',
  servicePlan: 'service',
  programme: 'work',
  supportGroup: 'work',
  groupGoal: 'work',
  groupPlan: 'work',
  groupReview: 'work',
  seat: 'group',
  meeting: 'work',
  attendance: 'group',
  meetingRecord: 'work',
  memberMark: 'group',
  memberLine: 'group',
  homeTaskReturn: 'group',
  asyncStep: 'group',
  absenceFollowUp: 'group',
  pairRating: 'group',
  observerTicks: 'work',
  meetingWork: 'work',
  recordComment: 'work',
  caseFile: 'service',
  caseContact: 'service',
  caseFollowUp: 'service',
  caseConference: 'service',
  caseDismissal: 'duty',
  fileReview: 'duty',
  transfer: 'transfer',
  // What another agency handed over; consent is asked anew before anything is added.
  receivedTransfer: 'contact',
  supervisionRecord: 'work',
  supervisionQuestion: 'work',
  formTemplate: 'work',
  report: 'work',
  surveyReport: 'work',
  concern: 'duty',
  concernReporter: 'duty',
  concernReport: 'duty',
  callList: 'work',
  promptAnswer: 'duty',
  concernExclusion: 'duty',
}

/**
 * What becomes of it after the purpose was taken back: a new one is refused; whoever withdrew is left out of it; it says so; or it
 * is kept and read by whoever looks after the family, because the record of what was done is kept by law.
 */
export type AfterWithdrawal = 'refused' | 'leftOut' | 'saysSo' | 'kept' | 'untouched'

interface Use {
  readonly ground: Ground
  readonly after: AfterWithdrawal
}

const ofGroup: Use = { ground: 'group', after: 'saysSo' }
const ofFile: Use = { ground: 'service', after: 'kept' }
const ofWork: Use = { ground: 'work', after: 'untouched' }
const ofDuty: Use = { ground: 'duty', after: 'untouched' }
const ofCount: Use = { ground: 'assessment', after: 'leftOut' }

/** Every form that is printed (FAM-47). */
export const useOfPaper: Readonly<Record<string, Use>> = {
  evaluationSummary: ofCount,
  surveyReport: ofCount,
  groupPlan: ofWork,
  groupContract: ofGroup,
  sessionPlan: ofWork,
  signInSheet: ofGroup,
  processRecord: ofGroup,
  homeTaskCards: ofGroup,
  midReview: ofGroup,
  satisfactionSheet: ofCount,
  supplies: ofWork,
  photoLedger: { ground: 'photo', after: 'saysSo' },
  enrolment: ofGroup,
  consentPaper: { ground: 'contact', after: 'untouched' },
  familyDrawing: ofFile,
  memberGrowth: ofGroup,
  childRegister: ofFile,
  careAgreement: ofFile,
  firstAssessment: ofFile,
  needsAssessment: ofFile,
  servicePlan: ofFile,
  homeVisit: ofFile,
  talkTranscript: { ground: 'assessment', after: 'saysSo' },
  quotationList: { ground: 'assessment', after: 'saysSo' },
  mandatoryReport: ofDuty,
  stationMonth: ofWork,
  caseIntake: ofFile,
  caseContacts: ofFile,
  transferForm: { ground: 'transfer', after: 'refused' },
  caseClosing: ofFile,
  caseEvaluation: ofFile,
  caseConference: ofFile,
  caseFollowUp: ofFile,
  supervisionRecord: ofWork,
  staffRegister: ofWork,
  staffSheet: ofWork,
}

/** Every action of the server that is no record (FAM-47). */
export const useOfAction: Readonly<Record<string, Use>> = {
  manageStaff: ofWork,
  readOwnAccount: ofWork,
  importRegister: { ground: 'contact', after: 'refused' },
  importAnswers: { ground: 'assessment', after: 'refused' },
  makeFamilyLink: { ground: 'contact', after: 'untouched' },
  readFamilyLinks: ofDuty,
  manageDelivery: ofWork,
  readWaitingLinks: { ground: 'assessment', after: 'refused' },
  analyseSurvey: ofCount,
  takeInTransfer: { ground: 'contact', after: 'untouched' },
  readTransferRegister: ofDuty,
  handOverTransfer: { ground: 'transfer', after: 'refused' },
  readStationMonth: ofWork,
  manageRetention: ofDuty,
  eraseFamily: ofDuty,
  freezeFamily: ofDuty,
  thawFamily: ofDuty,
  makeRightsCopy: ofDuty,
  readInNeed: ofDuty,
  watchReadings: ofDuty,
  watchKeptOut: ofDuty,
  makeReport: ofCount,
  makeFileBox: ofCount,
  manageTemplates: ofWork,
  readLog: ofDuty,
  auditMinors: ofDuty,
  traceReadings: ofDuty,
  readKeys: ofDuty,
  changeKeys: ofDuty,
  pullRecords: ofFile,
  pushChanges: { ground: 'service', after: 'refused' },
  storeFile: { ground: 'recording', after: 'refused' },
  readFile: { ground: 'recording', after: 'refused' },
}
