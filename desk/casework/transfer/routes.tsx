import type { RouteObject } from 'react-router'
import { TakeInPage } from './take-in-page.tsx'
import { TransferFormPage } from './transfer-form-page.tsx'
import { TransferPage } from './transfer-page.tsx'
import { TransfersPage } from './transfers-page.tsx'

/** Referral and transfer: the register, one transfer, its form, and what another agency hands to us. */
export const transferRoutes: RouteObject[] = [
  { path: 'transfers', element: <TransfersPage /> },
  { path: 'transfers/take-in', element: <TakeInPage /> },
  { path: 'transfers/:transferId', element: <TransferPage /> },
  { path: 'transfers/:transferId/edit', element: <TransferFormPage /> },
  { path: ':caseId/transfers/new', element: <TransferFormPage /> },
]
