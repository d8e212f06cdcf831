import type { RouteObject } from 'react-router'
import { CasePage } from './case-page.tsx'
import { CasesPage } from './cases-page.tsx'
import { ConferencePage } from './conference-page.tsx'
import { ContactPage } from './contact-page.tsx'
import { IntakePage } from './intake-page.tsx'
import { ReopenPage } from './proposals/reopen-page.tsx'
import { supervisionRoutes } from './supervision/routes.tsx'
import { transferRoutes } from './transfer/routes.tsx'

/** The casework room: the list of cases, one case, its intake and its contacts. */
export const routes: RouteObject[] = [
  { index: true, element: <CasesPage /> },
  ...supervisionRoutes,
  ...transferRoutes,
  { path: 'families/:familyId/new', element: <IntakePage /> },
  { path: ':caseId', element: <CasePage /> },
  { path: ':caseId/intake', element: <IntakePage /> },
  { path: ':caseId/again', element: <ReopenPage /> },
  { path: ':caseId/conferences/new', element: <ConferencePage /> },
  { path: ':caseId/conferences/:conferenceId', element: <ConferencePage /> },
  { path: ':caseId/contacts/new', element: <ContactPage /> },
  { path: ':caseId/contacts/:contactId', element: <ContactPage /> },
]
