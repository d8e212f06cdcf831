import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { programme } from '../../core/groupwork/programme.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import {
  announce,
  currentLanguage,
  DoingNote,
  Form,
  Page,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../kit/index.ts'
import { newId, useAccount, useAct, useRecords, useToday } from '../sync/index.ts'
import { draftsOfGroup, type GroupDraft, moveInDraft, proposeMeetings } from './group-draft.ts'
import { HeadFields } from './head-fields.tsx'
import { ProgrammeChoice } from './programme-choice.tsx'
import { ProposedMeetings } from './proposed-meetings.tsx'
import { RhythmFields } from './rhythm-fields.tsx'
import { TeamFields } from './team-fields.tsx'

/** From a template to a planned group: choose, say when and where, look at the days, save once. */
export function NewGroup() {
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const programmes = useProgrammes()
  const [groupId] = useState(newId)
  const [draft, setDraft] = useFreshDraft(programmes[0]?.id ?? '')
  const chosen = programmes.find(({ id }) => id === draft.programmeId) ?? null
  const meetings = proposeMeetings(groupId, chosen, draft)
  const change = (part: Partial<GroupDraft>) => setDraft({ ...draft, ...part })
  const save = async () => {
    const made = await doing.run(() => act(draftsOfGroup(groupId, draft, meetings)))
    if (made === null) return
    announce({ words: text('kit:savedHere') })
    await navigate(`/groupwork/groups/${groupId}`)
  }
  return (
    <Page
      title={text('groupwork:new.title')}
      back={{ to: '/groupwork', label: text('groupwork:list.title') }}
    >
      <Form onSubmit={() => void save()} label={text('groupwork:new.title')}>
        <Section title={text('groupwork:new.programme')} hint={text('groupwork:new.programmeHint')}>
          <ProgrammeChoice
            programmes={programmes}
            value={draft.programmeId}
            onChange={(programmeId) => change({ programmeId, moved: {} })}
          />
        </Section>
        <Section title={text('groupwork:new.basics')}>
          <HeadFields draft={draft} programme={chosen} onChange={change} />
        </Section>
        <Section title={text('groupwork:new.rhythm')}>
          <RhythmFields draft={draft} onChange={(part) => change({ ...part, moved: {} })} />
        </Section>
        <Section title={text('groupwork:new.team')} hint={text('groupwork:new.teamHint')}>
          <TeamFields draft={draft} onChange={change} />
        </Section>
        <Section title={text('groupwork:new.days')} hint={text('groupwork:new.daysHint')}>
          <ProposedMeetings
            meetings={meetings}
            onMove={(moved, day) => setDraft(moveInDraft(draft, meetings, moved, day))}
          />
        </Section>
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" size="md" loading={doing.busy}>
            {text('groupwork:new.save', { count: meetings.length })}
          </Button>
        </StickyActions>
        <Text c="gray.6" size="sm">
          {text('groupwork:new.offlineHint')}
        </Text>
      </Form>
    </Page>
  )
}

/** Those in the worker's language come first. */
function useProgrammes() {
  const language = currentLanguage()
  return useRecords(programme).toSorted(
    (left, right) =>
      Number(right.language === language) - Number(left.language === language) ||
      left.title.localeCompare(right.title),
  )
}

function useFreshDraft(programmeId: string) {
  const today = useToday()
  const me = useAccount().staff.id
  const year = today.slice(0, 4)
  const known = useRecords(supportGroup).filter(({ code }) => code.includes(year)).length
  const state = useState<GroupDraft>({
    programmeId,
    title: '',
    code: `P-${year}-${String(known + 1).padStart(2, '0')}`,
    place: '',
    onlineTool: '',
    startsOn: today,
    everyDays: 7,
    at: '14:30',
    parentsApart: true,
    parentAfterDays: 0,
    parentAt: '20:30',
    pauses: [],
    team: { [me]: 'leader' },
    moved: {},
  })
  return state
}
