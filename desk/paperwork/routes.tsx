import type { RouteObject } from 'react-router'
import { GroupPage } from './group-page.tsx'
import { HomePage } from './home-page.tsx'
import { SurveyPage } from './survey-page.tsx'

export const routes: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'groups/:groupId', element: <GroupPage /> },
  { path: 'surveys/:waveId', element: <SurveyPage /> },
  { path: 'surveys/:waveId/:afterId', element: <SurveyPage /> },
]
