import { Navigate, type RouteObject, useParams } from 'react-router'
import { GroupList } from './group-list.tsx'
import { GroupPage } from './group-page.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { MeetingPlanPage } from './meeting-plan-page.tsx'
import { NewGroup } from './new-group.tsx'
import { PlanPage } from './planning/plan-page.tsx'
import { MeetingCards, ProgrammeCards } from './print/cards-page.tsx'
import { MeetingLeaderSheet, ProgrammeLeaderSheet } from './print/leader-page.tsx'
import { EditPage } from './programmes/edit-page.tsx'
import { LibraryPage } from './programmes/library-page.tsx'
import { ProgrammePage } from './programmes/programme-page.tsx'
import { SessionPage } from './programmes/session-page.tsx'
import { RecordPage } from './record-page.tsx'
import { SeatsPage } from './seats-page.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'

function ToGroup() {
  const { groupId = '' } = useParams()
  return <Navigate to={`/groupwork/groups/${groupId}`} replace />
}

export const routes: RouteObject[] = [
  { index: true, element: <GroupList /> },
  { path: 'new', element: <NewGroup /> },
  { path: 'programmes', element: <LibraryPage /> },
  { path: 'programmes/:programmeId', element: <ProgrammePage /> },
  { path: 'programmes/:programmeId/edit', element: <EditPage /> },
  { path: 'programmes/:programmeId/sessions/:no', element: <SessionPage /> },
  { path: 'programmes/:programmeId/sessions/:no/cards', element: <ProgrammeCards /> },
  { path: 'programmes/:programmeId/sessions/:no/leader', element: <ProgrammeLeaderSheet /> },
  { path: 'meetings/:meetingId/cards', element: <MeetingCards /> },
  { path: 'meetings/:meetingId/leader', element: <MeetingLeaderSheet /> },
  { path: 'groups/:groupId', element: <GroupPage /> },
  { path: 'groups/:groupId/plan', element: <PlanPage /> },
  { path: 'groups/:groupId/seats', element: <SeatsPage /> },
  { path: 'meetings/:meetingId', element: <MeetingPage /> },
  { path: 'meetings/:meetingId/plan', element: <MeetingPlanPage /> },
  { path: 'meetings/:meetingId/sheet', element: <SignInSheet /> },
  { path: 'meetings/:meetingId/record/:strand', element: <RecordPage /> },
  { path: ':groupId', element: <ToGroup /> },
]
