import { lazy, Suspense } from 'react'
import { Loading } from '../kit/notes.tsx'

const AccountPage = lazy(async () => ({
  default: (await import('../access/account-page.tsx')).AccountPage,
}))

export function AccountRoute() {
  return (
    <Suspense fallback={<Loading />}>
      <AccountPage />
    </Suspense>
  )
}
