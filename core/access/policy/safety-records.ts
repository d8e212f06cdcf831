import { everyone, anyStaff, admin, supervisor, concernFile, type KindPolicy } from './grants.ts'

/** Concerns about a child, and the numbers to call. */
export const safetyRecords: Readonly<Record<string, KindPolicy>> = {
  // Whoever works here and sees something writes it down, whatever their role (LPM 11): that opens nobody's file to them.
  concern: {
    ...concernFile,
    create: [anyStaff],
    verbs: {
      triage: concernFile.edit,
      // Whoever raised it does not count as having looked: the verb asks.
      markSeen: concernFile.edit,
      callManager: concernFile.edit,
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
  concernExclusion: { ...concernFile, edit: [], verbs: { lift: [supervisor] } },
  /** Numbers of authorities; of no child. */
  callList: {
    read: [anyStaff],
    create: [supervisor, admin],
    edit: [supervisor, admin],
    remove: [],
    verbs: {},
  },
}
