import type { RouteObject } from 'react-router'
import { CasePage } from './case-page.tsx'
import { CasesPage } from './cases-page.tsx'
import { ContactPage } from './contact-page.tsx'
import { IntakePage } from './intake-page.tsx'

/** The casework room: the list of cases, one case, its intake and its contacts. */
export const routes: RouteObject[] = [
  { index: true, element: <CasesPage /> },
  { path: 'families/:familyId/new', element: <IntakePage /> },
  { path: ':caseId', element: <CasePage /> },
  { path: ':caseId/intake', element: <IntakePage /> },
  { path: ':caseId/contacts/new', element: <ContactPage /> },
  { path: ':caseId/contacts/:contactId', element: <ContactPage /> },
]
