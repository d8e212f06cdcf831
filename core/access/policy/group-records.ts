import {
  supervisor,
  lead,
  team,
  teamReader,
  planner,
  familyFile,
  groupFile,
  leadersFile,
  sharedShelf,
  type KindPolicy,
} from './grants.ts'

/** Records of groups. */
export const groupRecords: Readonly<Record<string, KindPolicy>> = {
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
  groupReview: {
    ...leadersFile,
    remove: [],
    verbs: {
      submit: leadersFile.edit,
      comment: [supervisor],
      answer: leadersFile.edit,
      settle: leadersFile.edit,
      sendBack: [supervisor],
      approve: [supervisor],
    },
  },
  meetingRecord: {
    ...groupFile,
    read: [supervisor, team],
    verbs: { submit: [supervisor, lead], reopen: [supervisor], markSeen: [supervisor] },
  },
}
