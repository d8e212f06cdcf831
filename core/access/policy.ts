// The one policy: deny by default, readable as a table. Asked by the sync feed, the API, counts, files, exports and jobs.
// Left: what. Right: which roles, and how near to it they must be.
import {
  everyone,
  fieldStaff,
  anyStaff,
  admin,
  supervisor,
  worker,
  lead,
  team,
  planner,
  inNeed,
  surveyor,
  answerable,
  type Grants,
  type KindPolicy,
} from './policy/grants.ts'
import { agencyRecords } from './policy/agency-records.ts'
import { familyRecords } from './policy/family-records.ts'
import { inquiryRecords } from './policy/inquiry-records.ts'
import { groupRecords } from './policy/group-records.ts'
import { safetyRecords } from './policy/safety-records.ts'
import { paperRecords } from './policy/paper-records.ts'

export type { Grant, Grants, Relation } from './policy/grants.ts'

/** Record kind → who may do what. A kind that is not here is closed to everyone. */
export const recordPolicy: Readonly<Record<string, KindPolicy>> = {
  ...agencyRecords,
  ...familyRecords,
  ...inquiryRecords,
  ...groupRecords,
  ...safetyRecords,
  ...paperRecords,
}

/** What is not a record: server actions and pages. A route must name one of these, or a record kind and verb. */
export const actionPolicy = {
  manageStaff: [admin],
  readOwnAccount: [anyStaff],
  importRegister: [supervisor, { roles: ['socialWorker', 'childrensDirector'], near: 'any' }],
  importAnswers: [planner],
  makeFamilyLink: [supervisor, worker],
  readFamilyLinks: [supervisor, worker],
  /** How the agency sends notices of links, and that and when it did; no family and nobody's number. */
  manageDelivery: [admin],
  /** What came by link and waits for a worker: of their own families, which the answer is cut to. */
  readWaitingLinks: [supervisor, { roles: ['socialWorker', 'childrensDirector'], near: 'any' }],
  analyseSurvey: [surveyor],
  /** A package of another agency is looked at and taken in by whoever may open a file for a family. */
  takeInTransfer: [supervisor, { roles: ['socialWorker', 'childrensDirector'], near: 'any' }],
  /** To whom what of which family was given: for whoever answers for it (P08). */
  readTransferRegister: [supervisor],
  handOverTransfer: [supervisor, worker],
  /** Counts over the whole agency: numbers of groups and persons, nobody's file. */
  readStationMonth: [supervisor, admin, { roles: ['manager'], near: 'any' }],
  /** Numbers of files and days, no name: whoever answers for retention need not open a file to see what is due. */
  manageRetention: [supervisor, admin, { roles: ['manager'], near: 'any' }],
  eraseFamily: [supervisor, worker],
  /** Leaving an archived file to storage alone; and taking it out again, which nobody near it can ask for any more. */
  freezeFamily: [supervisor, worker],
  thawFamily: [supervisor],
  /** What is held on a person, as it is given to the family. */
  makeRightsCopy: [supervisor, worker],
  /** Opening a file that is not one's own: with a reason, for a day, before witnesses. */
  readInNeed: [inNeed],
  watchReadings: [supervisor, { roles: ['manager'], near: 'any' }],
  /** Who was stopped at a family that they have to stay out of: for those who may lift it. */
  watchKeptOut: [supervisor],
  makeReport: [supervisor, lead, { roles: planner.roles, near: 'survey' }],
  /** Holds consents and everybody's line: not for colleagues who see the group but not the families. */
  makeFileBox: [supervisor, { roles: ['socialWorker'], near: 'lead' }],
  manageTemplates: [planner, admin],
  readLog: [supervisor, admin],
  /** Counts over the whole agency for the yearly audit of minors' data: no name, nobody's file. */
  auditMinors: [answerable],
  /** Which files an account or a device could see in a time: for the course of an incident. */
  traceReadings: [answerable],
  /** How a change of keys stands; and changing them, on what a second person has agreed to. */
  readKeys: [answerable],
  changeKeys: [admin],
  pullRecords: [anyStaff],
  pushChanges: [anyStaff],
  storeFile: [
    supervisor,
    worker,
    team,
    // A template asks `manageTemplates` besides.
    { roles: ['agencyAdmin', ...fieldStaff], near: 'shelf' },
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
