import { lazy, Suspense, type ReactNode } from 'react'
import type { RouteObject } from 'react-router'
import { Loading } from '../kit/index.ts'
import { ChildPage } from './child/child-page.tsx'
import { HomePage } from './home-page.tsx'
import { PairPage } from './pair-page.tsx'
import { PlanSheetPage } from './plan/plan-sheet-page.tsx'

const CardsPage = lazy(async () => ({
  default: (await import('./cards/cards-page.tsx')).CardsPage,
}))
const CardPage = lazy(async () => ({ default: (await import('./cards/card-page.tsx')).CardPage }))
const CardsSheetPage = lazy(async () => ({
  default: (await import('./cards/sheet-page.tsx')).CardsSheetPage,
}))
const CardSheetPage = lazy(async () => ({
  default: (await import('./cards/sheet-page.tsx')).CardSheetPage,
}))

const FamilySheetPage = lazy(async () => ({
  default: (await import('./told/family-sheet-page.tsx')).FamilySheetPage,
}))

const CheckPage = lazy(async () => ({
  default: (await import('./cards/check-page.tsx')).CheckPage,
}))
const CheckSheetPage = lazy(async () => ({
  default: (await import('./cards/check-sheet-page.tsx')).CheckSheetPage,
}))

const wait = (page: ReactNode) => <Suspense fallback={<Loading />}>{page}</Suspense>

export const routes: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'cards', element: wait(<CardsPage />) },
  { path: 'cards/sheet', element: wait(<CardsSheetPage />) },
  { path: 'cards/check', element: wait(<CheckPage />) },
  { path: 'cards/check/sheet', element: wait(<CheckSheetPage />) },
  { path: 'cards/:cardId', element: wait(<CardPage />) },
  { path: 'cards/:cardId/sheet', element: wait(<CardSheetPage />) },
  { path: 'families/:familyId', element: <PairPage /> },
  { path: 'families/:familyId/told', element: wait(<FamilySheetPage />) },
  { path: 'families/:familyId/child', element: <ChildPage /> },
  { path: 'families/:familyId/sheet/:planId', element: <PlanSheetPage /> },
]
