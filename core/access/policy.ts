// The one policy: deny by default, readable as a table. Asked by the sync feed, the API, counts, files, exports and jobs.
// Left: what. Right: which roles, and how near to it they must be.
import { roles, type Role } from './roles.ts'

/**
 * How near an actor stands to a record: `any` in the same agency; `assigned` to the family; in the group's `team`; `lead`, one of
 * those in the team who lead it, whatever else they are at the station;
 * `self`, the record is about the actor; `founder`, the record being created names the actor in its staff or team;
 * `shelf`, it lies on the agency's common shelf; `handler`, they reported the concern or a supervisor named them in it;
 * `reporter`, they reported it; `observer`, it is their own observation and they still serve where it lies. Another agency is never near: it does not exist.
 */
export type Relation =
  | 'any'
  | 'assigned'
  | 'team'
  | 'lead'
  | 'self'
  | 'founder'
  | 'shelf'
  | 'survey'
  | 'handler'
  | 'reporter'
  | 'observer'

export interface Grant {
  readonly roles: readonly Role[]
  readonly near: Relation
}

export type Grants = readonly Grant[]

const everyone: readonly Role[] = roles
const fieldStaff: readonly Role[] = ['supervisor', 'socialWorker', 'coLeader', 'childrensDirector']

const anyStaff: Grant = { roles: everyone, near: 'any' }
const admin: Grant = { roles: ['agencyAdmin'], near: 'any' }
const supervisor: Grant = { roles: ['supervisor'], near: 'any' }
const worker: Grant = { roles: ['socialWorker', 'childrensDirector'], near: 'assigned' }
const lead: Grant = { roles: ['socialWorker', 'coLeader'], near: 'lead' }
/** Whoever of the team works with the group, also as an observer. */
const team: Grant = { ...lead, near: 'team' }
const teamReader: Grant = { roles: [...fieldStaff, 'volunteer', 'evaluator'], near: 'team' }
const planner: Grant = { roles: ['supervisor', 'socialWorker'], near: 'any' }
const handler: Grant = { roles: everyone, near: 'handler' }
const observer: Grant = { roles: ['socialWorker', 'childrensDirector'], near: 'observer' }
const surveyor: Grant = {
  roles: ['supervisor', 'socialWorker', 'evaluator', 'researcher'],
  near: 'any',
}

interface KindPolicy {
  readonly read: Grants
  readonly create: Grants
  readonly edit: Grants
  readonly remove: Grants
  /** Named verbs; a verb that is not listed is denied to everyone. */
  readonly verbs: Readonly<Record<string, Grants>>
}

const familyFile: KindPolicy = {
  read: [supervisor, worker],
  create: [supervisor, worker],
  edit: [supervisor, worker],
  remove: [supervisor, worker],
  verbs: {},
}
const groupFile: KindPolicy = {
  read: [supervisor, teamReader],
  create: [supervisor, lead],
  edit: [supervisor, lead],
  remove: [supervisor, lead],
  verbs: {},
}
/** What is written about members: for who leads the group, not for observers and helpers. */
const leadersFile: KindPolicy = { ...groupFile, read: [supervisor, lead] }
/** A talk that is about no family lies with the agency: for whoever works in the field, not for readers from outside. */
const fieldShelf: Grant = {
  roles: ['supervisor', 'socialWorker', 'childrensDirector'],
  near: 'shelf',
}
const interviewFile: KindPolicy = {
  read: [supervisor, worker, fieldShelf],
  create: [supervisor, worker, fieldShelf],
  edit: [supervisor, worker, fieldShelf],
  remove: [supervisor, worker, fieldShelf],
  verbs: {},
}
const sharedShelf: KindPolicy = {
  read: [anyStaff],
  create: [planner],
  edit: [planner],
  remove: [planner],
  verbs: {},
}

/** Serving the family gives nothing here: whoever reported it, whoever a supervisor names, and supervisors. */
const concernFile: KindPolicy = {
  read: [supervisor, handler],
  create: [supervisor, handler],
  edit: [supervisor, handler],
  remove: [],
  verbs: {},
}

/** Record kind → who may do what. A kind that is not here is closed to everyone. */
export const recordPolicy: Readonly<Record<string, KindPolicy>> = {
  agency: { read: [anyStaff], create: [], edit: [admin], remove: [], verbs: {} },
  staff: {
    read: [anyStaff],
    create: [admin],
    edit: [admin, { roles: everyone, near: 'self' }],
    remove: [],
    verbs: { suspend: [admin], reinstate: [admin], changeRoles: [admin] },
  },

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
    verbs: { withdraw: [supervisor, worker], recordAssent: [supervisor, worker] },
  },
  contactEntry: familyFile,
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
    verbs: { comment: [supervisor], finishNext: familyFile.edit },
  },
  caseFollowUp: familyFile,
  caseDismissal: { ...familyFile, edit: [], remove: [] },
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

  instrument: { ...sharedShelf, remove: [], verbs: { publish: [planner], retire: [planner] } },
  evidenceSource: { ...sharedShelf, remove: [], verbs: { archive: [planner], restore: [planner] } },
  wave: { ...sharedShelf, remove: [], verbs: { close: [planner], reopen: [planner] } },
  interview: {
    ...interviewFile,
    verbs: { attachAudio: interviewFile.edit, detachAudio: interviewFile.edit },
  },
  interviewGuide: { ...sharedShelf, remove: [], verbs: { retire: [planner], restore: [planner] } },
  transcript: interviewFile,
  codebookCode: { ...sharedShelf, remove: [], verbs: { retire: [planner], restore: [planner] } },
  // Whose they are is asked by the verbs themselves; nobody takes away what somebody else has marked.
  codingPass: {
    ...interviewFile,
    edit: [],
    remove: [],
    verbs: { finish: interviewFile.edit, reopen: interviewFile.edit },
  },
  codedSpan: {
    ...interviewFile,
    remove: [],
    verbs: { takeBack: interviewFile.edit, putBack: interviewFile.edit },
  },
  // Who changes an observation its own rule asks; who takes one away is asked here.
  episode: { ...interviewFile, remove: [supervisor, observer] },
  observationSheet: {
    ...familyFile,
    remove: [],
    verbs: { finish: familyFile.edit, reopen: familyFile.edit },
  },
  homeVisit: { ...familyFile, remove: [supervisor, observer] },
  surveySheet: {
    read: [surveyor],
    create: [planner],
    edit: [planner],
    remove: [planner],
    verbs: {},
  },

  // Whose reading it is, its own rule asks.
  paperEntry: {
    read: [planner],
    create: [planner],
    edit: [planner],
    remove: [],
    verbs: { finish: [planner], reopen: [planner] },
  },

  programme: { ...sharedShelf, remove: [], verbs: { retire: [planner], restore: [planner] } },
  supportGroup: {
    read: [supervisor, teamReader, { roles: ['manager'], near: 'any' }],
    create: [{ roles: ['supervisor', 'socialWorker'], near: 'founder' }],
    edit: [supervisor, lead],
    remove: [supervisor],
    verbs: { start: [supervisor, lead], close: [supervisor, lead], reopen: [supervisor] },
  },
  groupGoal: groupFile,
  groupPlan: { ...groupFile, verbs: { markSeen: [supervisor] } },
  seat: { ...groupFile, verbs: { leave: [supervisor, lead], rejoin: [supervisor, lead] } },
  meeting: { ...groupFile, verbs: { hold: [supervisor, lead], callOff: [supervisor, lead] } },
  attendance: groupFile,
  memberMark: leadersFile,
  homeTaskReturn: leadersFile,
  asyncStep: leadersFile,
  absenceFollowUp: leadersFile,
  // A line of the family's file: whoever leads the group without serving the family has no file to write in.
  memberLine: familyFile,
  pairRating: leadersFile,
  // Whoever observes is often no leader; each writes only their own.
  observerTicks: {
    ...groupFile,
    create: [supervisor, teamReader],
    edit: [supervisor, teamReader],
    remove: [],
  },
  meetingWork: {
    ...groupFile,
    read: [supervisor, teamReader, { roles: ['manager'], near: 'any' }],
    // Everybody writes their own hours.
    create: [supervisor, team],
    edit: [supervisor, team],
    remove: [],
  },
  recordComment: { ...leadersFile, create: [supervisor], remove: [supervisor] },
  meetingRecord: {
    ...groupFile,
    read: [supervisor, team],
    verbs: { submit: [supervisor, lead], reopen: [supervisor], markSeen: [supervisor] },
  },

  // Whoever works here and sees something writes it down, whatever their role (LPM 11): that opens nobody's file to them.
  concern: {
    ...concernFile,
    create: [anyStaff],
    verbs: {
      triage: concernFile.edit,
      markReported: concernFile.edit,
      followUp: concernFile.edit,
      close: [supervisor],
      reopen: [supervisor],
      nameHandler: [supervisor],
      dismissHandler: [supervisor],
    },
  },
  concernReporter: {
    read: [supervisor, { roles: everyone, near: 'reporter' }],
    create: [anyStaff],
    edit: [],
    remove: [],
    verbs: {},
  },
  concernReport: concernFile,

  formTemplate: {
    read: [anyStaff],
    create: [admin, planner],
    edit: [admin, planner],
    remove: [admin, planner],
    verbs: {},
  },
  report: leadersFile,
  // Its pictures have a line per person and its list of the missing names codes: whoever reads from outside asks the screens.
  surveyReport: { read: [planner], create: [planner], edit: [], remove: [planner], verbs: {} },
  // Its reason is about a family: whoever neither asks nor decides nor carries out has no business with it.
  approval: {
    read: [
      {
        roles: ['agencyAdmin', 'manager', 'supervisor', 'socialWorker', 'childrensDirector'],
        near: 'any',
      },
    ],
    create: [planner, admin],
    edit: [],
    remove: [],
    verbs: {
      request: [planner, admin],
      approve: [supervisor, admin, { roles: ['manager'], near: 'any' }],
      refuse: [supervisor, admin, { roles: ['manager'], near: 'any' }],
      carryOut: [planner, admin],
    },
  },
}

/** What is not a record: server actions and pages. A route must name one of these, or a record kind and verb. */
export const actionPolicy = {
  manageStaff: [admin],
  readOwnAccount: [anyStaff],
  importRegister: [supervisor, { roles: ['socialWorker', 'childrensDirector'], near: 'any' }],
  importAnswers: [planner],
  makeFamilyLink: [supervisor, worker],
  readFamilyLinks: [supervisor, worker],
  /** What came by link and waits for a worker: of their own families, which the answer is cut to. */
  readWaitingLinks: [supervisor, { roles: ['socialWorker', 'childrensDirector'], near: 'any' }],
  analyseSurvey: [surveyor],
  /** Counts over the whole agency: numbers of groups and persons, nobody's file. */
  readStationMonth: [supervisor, admin, { roles: ['manager'], near: 'any' }],
  /** Numbers of files and days, no name: whoever answers for retention need not open a file to see what is due. */
  manageRetention: [supervisor, admin, { roles: ['manager'], near: 'any' }],
  eraseFamily: [supervisor, worker],
  makeReport: [supervisor, lead, { roles: planner.roles, near: 'survey' }],
  /** Holds consents and everybody's line: not for colleagues who see the group but not the families. */
  makeFileBox: [supervisor, { roles: ['socialWorker'], near: 'lead' }],
  manageTemplates: [planner, admin],
  readLog: [supervisor, admin],
  pullRecords: [anyStaff],
  pushChanges: [anyStaff],
  storeFile: [
    supervisor,
    worker,
    team,
    { roles: ['agencyAdmin', 'supervisor', 'socialWorker'], near: 'shelf' },
  ],
  readFile: [
    supervisor,
    worker,
    team,
    { roles: everyone, near: 'shelf' },
    { roles: surveyor.roles, near: 'survey' },
  ],
} as const satisfies Readonly<Record<string, Grants>>

export type Action = keyof typeof actionPolicy
