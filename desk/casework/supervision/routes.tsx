import type { RouteObject } from 'react-router'
import { QuestionPage } from './question-page.tsx'
import { RecordFormPage } from './record-form.tsx'
import { RecordPage } from './record-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { SupervisionPage } from './supervision-page.tsx'
import { WorkerPage } from './worker-page.tsx'

/** Supervision: reviews, who could use a hand, questions and records. */
export const supervisionRoutes: RouteObject[] = [
  { path: 'supervision', element: <SupervisionPage /> },
  { path: 'supervision/reviews/:subjectKind/:subjectId', element: <ReviewPage /> },
  { path: 'supervision/questions/new', element: <QuestionPage /> },
  { path: 'supervision/records/new', element: <RecordFormPage /> },
  { path: 'supervision/records/:recordId', element: <RecordPage /> },
  { path: 'supervision/records/:recordId/edit', element: <RecordFormPage /> },
  { path: 'supervision/workers/:staffId', element: <WorkerPage /> },
]
