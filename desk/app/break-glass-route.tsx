import { lazy, Suspense } from 'react'
import { actionPolicy, recordPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import { Loading } from '../kit/notes.tsx'
import { useActor } from '../sync/use-act.ts'
import { NoRoom } from './no-page.tsx'

const BreakGlassPage = lazy(async () => ({
  default: (await import('../access/break-glass-page.tsx')).BreakGlassPage,
}))
const BreakGlassReviewPage = lazy(async () => ({
  default: (await import('../access/break-glass-review-page.tsx')).BreakGlassReviewPage,
}))

/** For whoever may open another's file in need. */
export function BreakGlassRoute() {
  const { roles } = useActor()
  if (!mayEver(roles, actionPolicy.readInNeed)) return <NoRoom />
  return (
    <Suspense fallback={<Loading />}>
      <BreakGlassPage />
    </Suspense>
  )
}

/** For whoever answers for it afterwards. */
export function BreakGlassReviewRoute() {
  const { roles } = useActor()
  if (!mayEver(roles, recordPolicy['urgentReading']?.read ?? [])) return <NoRoom />
  return (
    <Suspense fallback={<Loading />}>
      <BreakGlassReviewPage />
    </Suspense>
  )
}
