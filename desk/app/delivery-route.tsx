import { lazy, Suspense } from 'react'
import { actionPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import { Loading } from '../kit/notes.tsx'
import { useActor } from '../sync/use-act.ts'
import { NoRoom } from './no-page.tsx'

const DeliveryPage = lazy(async () => ({
  default: (await import('../access/delivery/delivery-page.tsx')).DeliveryPage,
}))

/** For whoever sets up how the agency sends. */
export function DeliveryRoute() {
  const { roles } = useActor()
  if (!mayEver(roles, actionPolicy.manageDelivery)) return <NoRoom />
  return (
    <Suspense fallback={<Loading />}>
      <DeliveryPage />
    </Suspense>
  )
}
