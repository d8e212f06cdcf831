import { lazy, Suspense, type ReactNode } from 'react'
import type { RouteObject } from 'react-router'
import { Loading } from '../kit/index.ts'
import { AnswerPage } from './collect/answer-page.tsx'
import { InstrumentListPage } from './instruments/instrument-list-page.tsx'
import { InstrumentPage } from './instruments/instrument-page.tsx'
import { SheetPage } from './scores/sheet-page.tsx'
import { NewWavePage } from './waves/new-wave-page.tsx'
import { WaveListPage } from './waves/wave-list-page.tsx'
import { WavePage } from './waves/wave-page.tsx'

const InstrumentFormPage = lazy(async () => ({
  default: (await import('./instruments/instrument-form-page.tsx')).InstrumentFormPage,
}))
const ImportPage = lazy(async () => ({
  default: (await import('./import/import-page.tsx')).ImportPage,
}))
const DataPage = lazy(async () => ({
  default: (await import('./data/data-page.tsx')).DataPage,
}))
const SurveyPage = lazy(async () => ({
  default: (await import('./survey/survey-page.tsx')).SurveyPage,
}))

function later(page: ReactNode): ReactNode {
  return <Suspense fallback={<Loading />}>{page}</Suspense>
}

export const routes: RouteObject[] = [
  { index: true, element: <WaveListPage /> },
  { path: 'instruments', element: <InstrumentListPage /> },
  { path: 'instruments/new', element: later(<InstrumentFormPage />) },
  { path: 'instruments/:instrumentId', element: <InstrumentPage /> },
  { path: 'instruments/:instrumentId/change', element: later(<InstrumentFormPage />) },
  { path: 'waves/new', element: <NewWavePage /> },
  { path: 'waves/:waveId', element: <WavePage /> },
  { path: 'waves/:waveId/answer', element: <AnswerPage /> },
  { path: 'waves/:waveId/import', element: later(<ImportPage />) },
  { path: 'waves/:waveId/data', element: later(<DataPage />) },
  { path: 'waves/:waveId/survey', element: later(<SurveyPage />) },
  { path: 'sheets/:sheetId', element: <SheetPage /> },
]
