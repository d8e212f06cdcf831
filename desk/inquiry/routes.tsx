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
const SpokenPage = lazy(async () => ({
  default: (await import('./spoken/spoken-page.tsx')).SpokenPage,
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

const InterviewPage = lazy(async () => ({
  default: (await import('./interview/interview-page.tsx')).InterviewPage,
}))
const InterviewListPage = lazy(async () => ({
  default: (await import('./interview/interview-list-page.tsx')).InterviewListPage,
}))
const InterviewFormPage = lazy(async () => ({
  default: (await import('./interview/interview-form-page.tsx')).InterviewFormPage,
}))
const TalkPage = lazy(async () => ({
  default: (await import('./interview/talk-page.tsx')).TalkPage,
}))
const TranscriptPage = lazy(async () => ({
  default: (await import('./interview/transcript-page.tsx')).TranscriptPage,
}))
const GuidePage = lazy(async () => ({
  default: (await import('./interview/guide-page.tsx')).GuidePage,
}))
const CodingPage = lazy(async () => ({
  default: (await import('./coding/coding-page.tsx')).CodingPage,
}))
const AgreementPage = lazy(async () => ({
  default: (await import('./coding/agreement-page.tsx')).AgreementPage,
}))
const CodebookPage = lazy(async () => ({
  default: (await import('./coding/codebook-page.tsx')).CodebookPage,
}))
const MatrixPage = lazy(async () => ({
  default: (await import('./coding/matrix-page.tsx')).MatrixPage,
}))
const QuotationsPage = lazy(async () => ({
  default: (await import('./coding/quotations-page.tsx')).QuotationsPage,
}))
const ExchangePage = lazy(async () => ({
  default: (await import('./coding/exchange-page.tsx')).ExchangePage,
}))

const GuideFormPage = lazy(async () => ({
  default: (await import('./interview/guide-form-page.tsx')).GuideFormPage,
}))

const PaperPage = lazy(async () => ({
  default: (await import('./paper/paper-page.tsx')).PaperPage,
}))
const TypingPage = lazy(async () => ({
  default: (await import('./paper/typing-page.tsx')).TypingPage,
}))
const ComparePage = lazy(async () => ({
  default: (await import('./paper/compare-page.tsx')).ComparePage,
}))

const EvidencePage = lazy(async () => ({
  default: (await import('./evidence/evidence-page.tsx')).EvidencePage,
}))
const SourcePage = lazy(async () => ({
  default: (await import('./evidence/source-page.tsx')).SourcePage,
}))
const SourceFormPage = lazy(async () => ({
  default: (await import('./evidence/source-form-page.tsx')).SourceFormPage,
}))

const ObservationListPage = lazy(async () => ({
  default: (await import('./observation/observation-list-page.tsx')).ObservationListPage,
}))
const EpisodePage = lazy(async () => ({
  default: (await import('./observation/episode-page.tsx')).EpisodePage,
}))
const EpisodeFormPage = lazy(async () => ({
  default: (await import('./observation/episode-form-page.tsx')).EpisodeFormPage,
}))
const VisitPage = lazy(async () => ({
  default: (await import('./observation/visit-page.tsx')).VisitPage,
}))
const VisitFormPage = lazy(async () => ({
  default: (await import('./observation/visit-form-page.tsx')).VisitFormPage,
}))
const ObserverSheetPage = lazy(async () => ({
  default: (await import('./observation/sheet-page.tsx')).SheetPage,
}))
const SheetStartPage = lazy(async () => ({
  default: (await import('./observation/sheet-start-page.tsx')).SheetStartPage,
}))
const SheetAgreementPage = lazy(async () => ({
  default: (await import('./observation/sheet-agreement-page.tsx')).SheetAgreementPage,
}))

function later(page: ReactNode): ReactNode {
  return <Suspense fallback={<Loading />}>{page}</Suspense>
}

export const routes: RouteObject[] = [
  { index: true, element: <WaveListPage /> },
  { path: 'instruments', element: <InstrumentListPage /> },
  { path: 'instruments/new', element: later(<InstrumentFormPage />) },
  { path: 'instruments/:instrumentId', element: <InstrumentPage /> },
  { path: 'instruments/:instrumentId/spoken', element: later(<SpokenPage />) },
  { path: 'instruments/:instrumentId/change', element: later(<InstrumentFormPage />) },
  { path: 'waves/new', element: <NewWavePage /> },
  { path: 'waves/:waveId', element: <WavePage /> },
  { path: 'waves/:waveId/answer', element: <AnswerPage /> },
  { path: 'waves/:waveId/import', element: later(<ImportPage />) },
  { path: 'waves/:waveId/paper', element: later(<PaperPage />) },
  { path: 'waves/:waveId/type', element: later(<TypingPage />) },
  { path: 'waves/:waveId/compare', element: later(<ComparePage />) },
  { path: 'waves/:waveId/data', element: later(<DataPage />) },
  { path: 'waves/:waveId/survey', element: later(<SurveyPage />) },
  { path: 'sheets/:sheetId', element: <SheetPage /> },
  { path: 'interviews', element: later(<InterviewListPage />) },
  { path: 'interviews/new', element: later(<InterviewFormPage />) },
  { path: 'interviews/:interviewId', element: later(<InterviewPage />) },
  { path: 'interviews/:interviewId/change', element: later(<InterviewFormPage />) },
  { path: 'interviews/:interviewId/talk', element: later(<TalkPage />) },
  { path: 'interviews/:interviewId/transcript', element: later(<TranscriptPage />) },
  { path: 'interviews/:interviewId/coding', element: later(<CodingPage />) },
  { path: 'interviews/:interviewId/agreement', element: later(<AgreementPage />) },
  { path: 'observation', element: later(<ObservationListPage />) },
  { path: 'observation/episodes/new', element: later(<EpisodeFormPage />) },
  { path: 'observation/episodes/:episodeId', element: later(<EpisodePage />) },
  { path: 'observation/episodes/:episodeId/change', element: later(<EpisodeFormPage />) },
  { path: 'observation/visits/new', element: later(<VisitFormPage />) },
  { path: 'observation/visits/:visitId', element: later(<VisitPage />) },
  { path: 'observation/visits/:visitId/change', element: later(<VisitFormPage />) },
  { path: 'observation/sheets/new', element: later(<SheetStartPage />) },
  { path: 'observation/sheets/:sheetId', element: later(<ObserverSheetPage />) },
  { path: 'observation/sheets/:sheetId/agreement', element: later(<SheetAgreementPage />) },
  { path: 'guides/:role', element: later(<GuidePage />) },
  { path: 'guides/:role/change', element: later(<GuideFormPage />) },
  { path: 'evidence', element: later(<EvidencePage />) },
  { path: 'evidence/new', element: later(<SourceFormPage />) },
  { path: 'evidence/:sourceId', element: later(<SourcePage />) },
  { path: 'evidence/:sourceId/change', element: later(<SourceFormPage />) },
  { path: 'codebook', element: later(<CodebookPage />) },
  { path: 'coding/matrix', element: later(<MatrixPage />) },
  { path: 'coding/quotations', element: later(<QuotationsPage />) },
  { path: 'coding/exchange', element: later(<ExchangePage />) },
]
