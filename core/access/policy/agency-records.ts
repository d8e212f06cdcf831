import {
  everyone,
  anyStaff,
  admin,
  supervisor,
  inNeed,
  answerable,
  type KindPolicy,
} from './grants.ts'

/** Records of the agency itself: people, accounts, what it answers for. */
export const agencyRecords: Readonly<Record<string, KindPolicy>> = {
  agency: { read: [anyStaff], create: [], edit: [admin], remove: [], verbs: {} },
  staff: {
    read: [anyStaff],
    create: [admin],
    edit: [admin, { roles: everyone, near: 'self' }],
    remove: [],
    verbs: { suspend: [admin], reinstate: [admin], changeRoles: [admin] },
  },

  // Anybody may have lost a phone; what follows is for those who answer for it.
  incident: {
    read: [answerable],
    create: [anyStaff],
    edit: [answerable],
    remove: [],
    verbs: { close: [answerable], reopen: [answerable] },
  },
  impactAssessment: {
    read: [answerable],
    create: [answerable],
    edit: [answerable],
    remove: [],
    verbs: { conclude: [answerable] },
  },
  disclosure: {
    read: [answerable],
    create: [answerable],
    edit: [answerable],
    remove: [],
    verbs: { decide: [answerable] },
  },

  // The register of staff and volunteers: for whoever answers for who works with children.
  staffRecord: {
    read: [admin, supervisor, { roles: ['manager'], near: 'any' }],
    create: [admin, supervisor],
    edit: [admin, supervisor],
    remove: [],
    verbs: {},
  },
  // Whoever opens another's file in need says so before colleagues, and is not the one who reviews it.
  urgentReading: {
    read: [supervisor, { roles: ['manager'], near: 'any' }],
    create: [inNeed],
    edit: [],
    remove: [],
    verbs: {
      open: [inNeed],
      agree: [supervisor, { roles: ['manager'], near: 'any' }],
      review: [supervisor, { roles: ['manager'], near: 'any' }],
    },
  },
}
