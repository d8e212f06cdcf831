import type { RouteObject } from 'react-router'
import { BothSidesPage } from './both-sides-page.tsx'
import { ComparedPage } from './compared-page.tsx'
import { DosePage } from './dose-page.tsx'
import { FamilyPage } from './family-page.tsx'
import { GoalsPage } from './goals/goals-page.tsx'
import { ImpactPage } from './goals/impact-page.tsx'
import { GroupPage } from './group-page.tsx'
import { GroupsPage } from './groups-page.tsx'
import { HomePage } from './home-page.tsx'
import { StationMonthPage } from './month/station-month-page.tsx'
import { ScalePage } from './survey/scale-page.tsx'
import { SchoolPage } from './survey/school-page.tsx'
import { SurveyPage } from './survey-page.tsx'
import { TogetherPage } from './together-page.tsx'

export const routes: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'groups', element: <GroupsPage /> },
  { path: 'groups/:groupId', element: <GroupPage /> },
  { path: 'family', element: <FamilyPage /> },
  { path: 'compared', element: <ComparedPage /> },
  { path: 'dose', element: <DosePage /> },
  { path: 'both-sides', element: <BothSidesPage /> },
  { path: 'month', element: <StationMonthPage /> },
  { path: 'school', element: <SchoolPage /> },
  { path: 'scale', element: <ScalePage /> },
  { path: 'goals', element: <GoalsPage /> },
  { path: 'impact', element: <ImpactPage /> },
  { path: 'together', element: <TogetherPage /> },
  { path: 'surveys/:beforeId/:afterId', element: <SurveyPage /> },
]
