import { Button } from '@mantine/core'
import { useParams } from 'react-router'
import { Icon, Page, text } from '../../kit/index.ts'
import { NotHere } from '../not-here.tsx'
import { PrintFrame } from '../print-frame.tsx'
import { useProgramme } from '../programmes/use-shelf.ts'
import { useMeeting } from '../use-group.ts'
import { LeaderSheet } from './leader-sheet.tsx'

/** What the leader holds in the hand, from the shelf. */
export function ProgrammeLeaderSheet() {
  const { programmeId = '', no = '' } = useParams()
  const own = useProgramme(programmeId)?.own
  const session = own?.sessions.find((one) => String(one.no) === no)
  if (own === undefined || session === undefined) return <NotHere />
  const name = text('groupwork:meeting.noTheme', { no: session.no, theme: session.theme })
  return (
    <Page
      title={name}
      back={{ to: `/groupwork/programmes/${own.id}/sessions/${no}`, label: name }}
      actions={
        <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {text('kit:print')}
        </Button>
      }
    >
      <LeaderSheet source={{ ...session, plan: session.strands, language: own.language }} />
    </Page>
  )
}

/** What the leader holds in the hand at a group's own meeting. */
export function MeetingLeaderSheet() {
  const { meetingId = '' } = useParams()
  const file = useMeeting(meetingId)
  if (file === null) return <NotHere />
  return (
    <PrintFrame file={file} title={text('groupwork:cards.leader')}>
      <LeaderSheet source={file.meeting} />
    </PrintFrame>
  )
}
