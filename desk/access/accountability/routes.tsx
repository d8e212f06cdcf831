import type { RouteObject } from 'react-router'
import { AccountabilityHomePage } from './home-page.tsx'
import { AssessmentPage } from './assessment-page.tsx'
import { AssessmentsPage } from './assessments-page.tsx'
import { DisclosurePage } from './disclosure-page.tsx'
import { DisclosuresPage } from './disclosures-page.tsx'
import { IncidentPage } from './incident-page.tsx'
import { IncidentsPage } from './incidents-page.tsx'
import { YearPage } from './year-page.tsx'

export const routes: RouteObject[] = [
  { index: true, element: <AccountabilityHomePage /> },
  { path: 'year', element: <YearPage /> },
  { path: 'assessments', element: <AssessmentsPage /> },
  { path: 'assessments/:id', element: <AssessmentPage /> },
  { path: 'incidents', element: <IncidentsPage /> },
  { path: 'incidents/:id', element: <IncidentPage /> },
  { path: 'requests', element: <DisclosuresPage /> },
  { path: 'requests/new', element: <DisclosurePage /> },
  { path: 'requests/:id', element: <DisclosurePage /> },
]
