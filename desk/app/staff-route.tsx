import { lazy, Suspense } from 'react'
import { Loading } from '../kit/notes.tsx'

const StaffPage = lazy(async () => ({
  default: (await import('../access/staff-page.tsx')).StaffPage,
}))

export function StaffRoute() {
  return (
    <Suspense fallback={<Loading />}>
      <StaffPage />
    </Suspense>
  )
}
