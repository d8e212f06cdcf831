import { Button, Text } from '@mantine/core'
import { useParams } from 'react-router'
import { EmptyState, Icon, Page, text } from '../../kit/index.ts'
import { NotHere } from '../not-here.tsx'
import { useProgramme } from '../programmes/use-shelf.ts'
import { useMeeting } from '../use-group.ts'
import { CardSheet, type CardSource, hasCards } from './card-sheet.tsx'

/** The cue cards of a session on the shelf: one A5 page for each card. */
export function ProgrammeCards() {
  const { programmeId = '', no = '' } = useParams()
  const own = useProgramme(programmeId)?.own
  const session = own?.sessions.find((one) => String(one.no) === no)
  if (own === undefined || session === undefined) return <NotHere />
  return (
    <CardsPage
      source={{ ...session, plan: session.strands, language: own.language }}
      back={`/groupwork/programmes/${own.id}/sessions/${no}`}
    />
  )
}

/** The cue cards of a group's own meeting, as its plan now stands. */
export function MeetingCards() {
  const { meetingId = '' } = useParams()
  const file = useMeeting(meetingId)
  if (file === null) return <NotHere />
  return <CardsPage source={file.meeting} back={`/groupwork/meetings/${meetingId}/plan`} />
}

function CardsPage({ source, back }: { readonly source: CardSource; readonly back: string }) {
  const { no, theme } = source
  return (
    <Page
      title={text('groupwork:cards.title')}
      back={{ to: back, label: text('groupwork:meeting.noTheme', { no, theme }) }}
      actions={
        <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {text('kit:print')}
        </Button>
      }
    >
      {hasCards(source) ? (
        <>
          <Text c="gray.7" data-screen-only>
            {text('groupwork:cards.hint')}
          </Text>
          <CardSheet source={source} />
        </>
      ) : (
        <EmptyState title={text('groupwork:cards.none')} hint={text('groupwork:cards.noneHint')} />
      )}
    </Page>
  )
}
