import { useEffect, useState } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { Loading } from '../kit/notes.tsx'
import { currentLanguage, keepRoomTexts, remembersLanguage, switchLanguage } from '../kit/text.ts'
import { useOpenDesk } from '../sync/desk-context.ts'
import { useIdleLock } from '../sync/idle-lock.ts'
import { useNetworkWake } from '../sync/network-wake.ts'
import { useAccount } from '../sync/use-state-of-desk.ts'
import { AccountRoute } from './account-route.tsx'
import { DevicePage } from './device/device-page.tsx'
import { Layout } from './layout.tsx'
import { MorePage } from './more-page.tsx'
import { NotFound, RoomFailed } from './no-page.tsx'
import { BreakGlassReviewRoute, BreakGlassRoute } from './break-glass-route.tsx'
import { AccountabilityRoute, ReportIncidentRoute } from './accountability-route.tsx'
import { DeliveryRoute } from './delivery-route.tsx'
import { ReadingLogRoute } from './reading-log-route.tsx'
import { roomRoutes } from './room-routes.tsx'
import { StaffRoute } from './staff-route.tsx'
import { TodayPage } from './today/today-page.tsx'

function makeRouter() {
  return createBrowserRouter([
    {
      path: '/',
      element: <Layout />,
      errorElement: <RoomFailed />,
      children: [
        { index: true, element: <Navigate to="/today" replace /> },
        {
          errorElement: <RoomFailed />,
          children: [
            { path: 'today', element: <TodayPage /> },
            ...roomRoutes(),
            { path: 'more', element: <MorePage /> },
            { path: 'account', element: <AccountRoute /> },
            { path: 'delivery', element: <DeliveryRoute /> },
            { path: 'reading-log', element: <ReadingLogRoute /> },
            { path: 'accountability/*', element: <AccountabilityRoute /> },
            { path: 'report-incident', element: <ReportIncidentRoute /> },
            { path: 'urgent-reading', element: <BreakGlassRoute /> },
            { path: 'urgent-readings', element: <BreakGlassReviewRoute /> },
            { path: 'device', element: <DevicePage /> },
            { path: 'staff/*', element: <StaffRoute /> },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ])
}

/** Everything behind the PIN. */
export function OpenDesk() {
  const { replica } = useOpenDesk()
  const account = useAccount()
  const [ready, setReady] = useState(false)
  const [router] = useState(makeRouter)
  useIdleLock()
  useNetworkWake()
  useEffect(() => {
    const own = replica.values.settings.language
    const wanted = own ?? (remembersLanguage() ? currentLanguage() : account.staff.language)
    keepRoomTexts()
      .then(() => switchLanguage(wanted))
      .catch(reportError)
      .finally(() => setReady(true))
      .catch(reportError)
  }, [replica, account])
  return ready ? <RouterProvider router={router} /> : <Loading />
}
