import type { RouteObject } from 'react-router'
import { ConcernListPage } from './concern-list-page.tsx'
import { ConcernPage } from './concern-page.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { PrintPage } from './print-page.tsx'
import { RaisePage } from './raise-page.tsx'
import { WallPage } from './wall-page.tsx'

/** The safety room: concerns within one's reach, a new one, numbers to call, sheets for the wall. */
export const routes: RouteObject[] = [
  { index: true, element: <ConcernListPage /> },
  { path: 'new', element: <RaisePage /> },
  { path: 'numbers', element: <NumbersPage /> },
  { path: 'wall', element: <WallPage /> },
  { path: ':concernId', element: <ConcernPage /> },
  { path: ':concernId/print', element: <PrintPage /> },
]
