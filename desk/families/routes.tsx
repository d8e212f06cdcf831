import { lazy } from 'react'
import type { RouteObject } from 'react-router'
import { BondsPage } from './editing/bonds-page.tsx'
import { FamilyEditPage } from './editing/family-edit-page.tsx'
import { GuardianChangePage } from './editing/guardian-change-page.tsx'
import { NewPersonPage } from './editing/new-person-page.tsx'
import { PersonPage } from './editing/person-page.tsx'
import { DuplicatesPage } from './duplicates-page.tsx'
import { FamilyListPage } from './family-list-page.tsx'
import { FamilyPage } from './family-file/family-page.tsx'
import { CertificatePage } from './retention/certificate-page.tsx'
import { RetentionPage } from './retention-page.tsx'
import { LetterPage } from './rights/letter-page.tsx'
import { NewRequestPage } from './rights/new-request-page.tsx'
import { RequestPage } from './rights/request-page.tsx'
import { RegisterFamilyPage } from './register-family/register-family-page.tsx'

// Seldom opened and heavy: they load when entered, and are kept for offline like the rest.
const ConsentPage = lazy(async () => ({
  default: (await import('./consent/consent-page.tsx')).ConsentPage,
}))
const ImportPage = lazy(async () => ({
  default: (await import('./register-import/import-page.tsx')).ImportPage,
}))

/** The families room; paths are relative to it. */
export const routes: RouteObject[] = [
  { index: true, element: <FamilyListPage /> },
  { path: 'new', element: <RegisterFamilyPage /> },
  { path: 'import', element: <ImportPage /> },
  { path: 'duplicates', element: <DuplicatesPage /> },
  { path: 'retention', element: <RetentionPage /> },
  { path: 'retention/:familyId', element: <CertificatePage /> },
  { path: ':familyId', element: <FamilyPage /> },
  { path: ':familyId/rights/new', element: <NewRequestPage /> },
  { path: ':familyId/rights/:requestId', element: <RequestPage /> },
  { path: ':familyId/rights/:requestId/letter', element: <LetterPage /> },
  { path: ':familyId/edit', element: <FamilyEditPage /> },
  { path: ':familyId/people/new', element: <NewPersonPage /> },
  { path: ':familyId/people/:personId', element: <PersonPage /> },
  { path: ':familyId/bonds/:childId', element: <BondsPage /> },
  { path: ':familyId/guardian/:childId', element: <GuardianChangePage /> },
  { path: ':familyId/consent/:childId', element: <ConsentPage /> },
]
