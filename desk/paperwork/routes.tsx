import type { RouteObject } from 'react-router'
import { FileBoxPage } from './file-box/file-box-page.tsx'
import { GroupPage } from './group-page.tsx'
import { HomePage } from './home-page.tsx'
import { FamilyPapersPage } from './papers/family-papers-page.tsx'
import { GroupPapersPage } from './papers/group-papers-page.tsx'
import { StationMonthPage } from './papers/station-month-page.tsx'
import { SurveyPage } from './survey-page.tsx'

export const routes: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'groups/:groupId', element: <GroupPage /> },
  { path: 'groups/:groupId/papers', element: <GroupPapersPage /> },
  { path: 'groups/:groupId/file-box', element: <FileBoxPage /> },
  { path: 'families/:familyId', element: <FamilyPapersPage /> },
  { path: 'station-month', element: <StationMonthPage /> },
  { path: 'surveys/:waveId', element: <SurveyPage /> },
  { path: 'surveys/:waveId/:afterId', element: <SurveyPage /> },
]
