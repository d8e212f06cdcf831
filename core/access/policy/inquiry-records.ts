import {
  supervisor,
  planner,
  observer,
  surveyor,
  familyFile,
  interviewFile,
  sharedShelf,
  speaker,
  type KindPolicy,
} from './grants.ts'

/** Tools of inquiry on the shelf, talks, observation, surveys by code. */
export const inquiryRecords: Readonly<Record<string, KindPolicy>> = {
  instrument: { ...sharedShelf, remove: [], verbs: { publish: [planner], retire: [planner] } },
  evidenceSource: { ...sharedShelf, remove: [], verbs: { archive: [planner], restore: [planner] } },
  spokenWords: {
    ...sharedShelf,
    create: [speaker],
    edit: [speaker],
    remove: [],
    verbs: { attachAudio: [speaker], takeBack: [speaker] },
  },
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
}
