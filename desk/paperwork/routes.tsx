import type { RouteObject } from 'react-router'
import { GroupPage } from './group-page.tsx'
import { HomePage } from './home-page.tsx'

export const routes: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'groups/:groupId', element: <GroupPage /> },
]
