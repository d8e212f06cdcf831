import { lazy, Suspense } from 'react'
import { actionPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import { Loading } from '../kit/notes.tsx'
import { useActor } from '../sync/use-act.ts'
import { NoRoom } from './no-page.tsx'

const ReadingLogPage = lazy(async () => ({
  default: (await import('../access/reading-log-page.tsx')).ReadingLogPage,
}))

/** For whoever answers for what is read. */
export function ReadingLogRoute() {
  const { roles } = useActor()
  if (!mayEver(roles, actionPolicy.readLog)) return <NoRoom />
  return (
    <Suspense fallback={<Loading />}>
      <ReadingLogPage />
    </Suspense>
  )
}
