import { anyStaff, admin, supervisor, planner, leadersFile, type KindPolicy } from './grants.ts'

/** Forms, reports and what two people agree to. */
export const paperRecords: Readonly<Record<string, KindPolicy>> = {
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
