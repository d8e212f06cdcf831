import { Navigate, type RouteObject } from 'react-router'

/** The assessment room; it has no page of its own: its pages open from a family's file. */
export const routes: RouteObject[] = [{ index: true, element: <Navigate to="/families" replace /> }]
