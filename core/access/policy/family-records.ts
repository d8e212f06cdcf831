import { supervisor, worker, party, familyFile, sharedShelf, type KindPolicy } from './grants.ts'

/** Records of a family's file, in whichever room they are written. */
export const familyRecords: Readonly<Record<string, KindPolicy>> = {
  family: {
    read: [supervisor, worker],
    create: [{ roles: ['supervisor', 'socialWorker', 'childrensDirector'], near: 'founder' }],
    edit: [supervisor, worker],
    remove: [],
    verbs: {
      assign: [supervisor, { roles: ['manager', 'agencyAdmin'], near: 'any' }],
      archive: [supervisor, worker],
      reopen: [supervisor, worker],
      placeHold: [supervisor, worker],
      liftHold: [supervisor],
    },
  },
  person: familyFile,
  migration: familyFile,
  availability: familyFile,
  guardianship: familyFile,
  pair: familyFile,
  consent: {
    ...familyFile,
    edit: [],
    remove: [],
    verbs: {
      withdraw: [supervisor, worker],
      recordAssent: [supervisor, worker],
      // What came by link.
      markSeen: [supervisor, worker],
      // The no of somebody who is kept away from the child.
      setAside: [supervisor, worker],
      // Of somebody who is guardian no longer.
      outlive: [supervisor, worker],
      // Between two guardians who disagree.
      settle: [supervisor],
    },
  },
  acknowledgement: { ...familyFile, edit: [], remove: [] },
  rightsRequest: {
    ...familyFile,
    edit: [],
    remove: [],
    verbs: {
      checkIdentity: [supervisor, worker],
      submit: [supervisor, worker],
      review: [supervisor],
      answer: [supervisor, worker],
    },
  },
  // Set by one person, at once; who lifts it, its own verbs ask.
  restrictedParty: {
    ...familyFile,
    remove: [],
    verbs: {
      askLift: familyFile.edit,
      agreeLift: familyFile.edit,
      declineLift: familyFile.edit,
    },
  },
  excludedStaff: { ...familyFile, remove: [], verbs: { lift: [supervisor] } },
  promptAnswer: { ...familyFile, remove: [] },
  contactEntry: familyFile,
  noContact: familyFile,
  contactMatch: familyFile,
  pledge: familyFile,
  cardShown: familyFile,
  pictureCheck: sharedShelf,
  contactPlan: {
    ...familyFile,
    remove: [],
    verbs: {
      agree: [supervisor, worker],
      witness: [supervisor, worker],
      takeBack: [supervisor, worker],
      end: [supervisor, worker],
    },
  },
  couple: familyFile,
  parentage: familyFile,
  lifeFact: familyFile,
  relationQuality: familyFile,
  systemTie: familyFile,
  pairProfile: {
    ...familyFile,
    remove: [],
    verbs: {
      settle: [supervisor, worker],
      reopen: [supervisor, worker],
      takeOver: [supervisor, worker],
    },
  },
  goal: {
    ...familyFile,
    verbs: {
      reach: familyFile.edit,
      change: familyFile.edit,
      drop: familyFile.edit,
      resume: familyFile.edit,
    },
  },
  goalReview: familyFile,
  servicePlan: {
    ...familyFile,
    // What people have put their names to is not taken away by whoever wrote it.
    remove: [supervisor],
    verbs: {
      agree: familyFile.edit,
      keepProof: familyFile.edit,
      takeOver: familyFile.edit,
      takeBack: familyFile.edit,
      close: familyFile.edit,
      markSeen: [supervisor],
    },
  },
  caseFile: {
    ...familyFile,
    remove: [],
    verbs: {
      decide: familyFile.edit,
      close: familyFile.edit,
      approveClosing: [supervisor],
      returnClosing: familyFile.edit,
      reopen: familyFile.edit,
    },
  },
  caseContact: {
    ...familyFile,
    // A note of the wrong family is taken away by whoever answers for the file, not by whoever would rather not have written it.
    remove: [supervisor],
    verbs: {
      comment: [supervisor],
      finishNext: familyFile.edit,
      settleRisk: familyFile.edit,
    },
  },
  caseFollowUp: familyFile,
  caseConference: { ...familyFile, remove: [supervisor], verbs: { finish: familyFile.edit } },
  caseDismissal: { ...familyFile, edit: [], remove: [] },
  // Reading, giving back and approving are the supervisor's; answering is whoever's who writes the file.
  fileReview: {
    ...familyFile,
    remove: [],
    verbs: {
      submit: familyFile.edit,
      comment: [supervisor],
      answer: familyFile.edit,
      settle: familyFile.edit,
      sendBack: [supervisor],
      approve: [supervisor],
    },
  },
  supervisionRecord: {
    read: [party],
    create: [party],
    edit: [party],
    remove: [],
    verbs: { sign: [party], finishAction: [party] },
  },
  supervisionQuestion: {
    read: [party],
    create: [party],
    edit: [party],
    remove: [party],
    verbs: {},
  },
  // What left the house is never taken out of the register; whose agreement is whose the verbs ask. The receiver answers, nobody here.
  transfer: {
    ...familyFile,
    remove: [],
    verbs: {
      ask: familyFile.edit,
      approve: [supervisor],
      giveBack: [supervisor],
      change: familyFile.edit,
      handOver: familyFile.edit,
      receipt: familyFile.edit,
      answerByLink: [],
      revoke: familyFile.edit,
      complete: familyFile.edit,
    },
  },
  receivedTransfer: { ...familyFile, edit: [], remove: [] },
  goalRating: familyFile,
  agreedTask: familyFile,
  statedChange: familyFile,
  answerSheet: {
    ...familyFile,
    verbs: {
      submit: [supervisor, worker],
      setAside: [supervisor, worker],
      recordAssent: [supervisor, worker],
    },
  },

  familyPaperEntry: {
    ...familyFile,
    remove: [],
    verbs: { finish: [supervisor, worker], reopen: [supervisor, worker] },
  },
  waveReminder: { ...familyFile, edit: [] },
}
