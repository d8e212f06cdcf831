import { Navigate, type RouteObject } from 'react-router'
import { DrawingPage } from './drawing/drawing-page.tsx'
import { GoalsPage } from './goals/goals-page.tsx'
import { PlanPage } from './plan/plan-page.tsx'
import { ProfilePage } from './profile/profile-page.tsx'

/** The assessment room; it has no page of its own: its pages open from a family's file. */
export const routes: RouteObject[] = [
  { index: true, element: <Navigate to="/families" replace /> },
  { path: 'families/:familyId/drawing', element: <DrawingPage /> },
  { path: 'families/:familyId/goals', element: <GoalsPage /> },
  { path: 'families/:familyId/plan', element: <PlanPage /> },
  { path: 'families/:familyId/profile', element: <ProfilePage /> },
]
