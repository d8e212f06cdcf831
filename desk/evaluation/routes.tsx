import type { RouteObject } from 'react-router'
import { GroupPage } from './group-page.tsx'
import { HomePage } from './home-page.tsx'
import { StationMonthPage } from './month/station-month-page.tsx'
import { SurveyPage } from './survey-page.tsx'

export const routes: RouteObject[] = [
  { path: 'month', element: <StationMonthPage /> },
  { index: true, element: <HomePage /> },
  { path: 'groups/:groupId', element: <GroupPage /> },
  { path: 'surveys/:beforeId/:afterId', element: <SurveyPage /> },
]
