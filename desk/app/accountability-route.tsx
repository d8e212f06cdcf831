import { lazy, type ReactNode, Suspense } from 'react'
import { useRoutes } from 'react-router'
import { actionPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import { Loading } from '../kit/notes.tsx'
import { keepRoomTexts } from '../kit/text.ts'
import { useActor } from '../sync/use-act.ts'
import { NoRoom } from './no-page.tsx'

const Pages = lazy(async () => {
  const [{ routes }] = await Promise.all([
    import('../access/accountability/routes.tsx'),
    keepRoomTexts(),
  ])
  return { default: () => useRoutes(routes) }
})

const ReportIncident = lazy(async () => {
  const [{ ReportIncidentPage }] = await Promise.all([
    import('../access/accountability/report-incident-page.tsx'),
    keepRoomTexts(),
  ])
  return { default: ReportIncidentPage }
})

function Waiting({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Loading />}>{children}</Suspense>
}

/** For whoever answers for how children's data are treated. */
export function AccountabilityRoute() {
  const { roles } = useActor()
  if (!mayEver(roles, actionPolicy.auditMinors)) return <NoRoom />
  return (
    <Waiting>
      <Pages />
    </Waiting>
  )
}

/** For everybody: a lost phone is told at once. */
export function ReportIncidentRoute() {
  return (
    <Waiting>
      <ReportIncident />
    </Waiting>
  )
}
