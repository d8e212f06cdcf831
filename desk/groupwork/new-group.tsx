import { Button, Group, Text } from '@mantine/core'
import { useNavigate, useSearchParams } from 'react-router'
import { programme, type ShelvedProgramme } from '../../core/groupwork/programme.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import {
  announce,
  currentLanguage,
  DoingNote,
  Form,
  Loading,
  Page,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../kit/index.ts'
import {
  type KeptDraft,
  type LocalRecord,
  newId,
  useAccount,
  useAct,
  useKeptDraft,
  useRecords,
  useToday,
} from '../sync/index.ts'
import {
  draftsOfGroup,
  type GroupDraft,
  groupDraftShape,
  moveInDraft,
  proposeMeetings,
} from './group-draft.ts'
import { HeadFields } from './head-fields.tsx'
import { ProgrammeChoice } from './programme-choice.tsx'
import { ProposedMeetings } from './proposed-meetings.tsx'
import styles from './run-plan.module.css'
import { RhythmFields } from './rhythm-fields.tsx'
import { TeamFields } from './team-fields.tsx'

/** A form that survives a lock or an update until it is saved or left for good. */
export function NewGroup() {
  const programmes = useProgrammes()
  const [search] = useSearchParams()
  const fresh = useFreshDraft(search.get('programme') ?? programmes[0]?.id ?? '')
  const kept = useKeptDraft<GroupDraft>('newGroup', fresh, (words) => {
    const draft = groupDraftShape.safeParse(words)
    return draft.success ? draft.data : null
  })
  if (kept.value === null) return <Loading />
  const draft = onShelf(kept.value, programmes)
  return <GroupForm programmes={programmes} draft={draft} kept={kept} fresh={fresh} />
}

/** A form begun with a template that was retired meanwhile goes on with the first one in use. */
function onShelf(
  draft: GroupDraft,
  programmes: readonly LocalRecord<ShelvedProgramme>[],
): GroupDraft {
  if (programmes.some(({ id }) => id === draft.programmeId)) return draft
  return { ...draft, programmeId: programmes[0]?.id ?? '', moved: {} }
}

/** From a template to a planned group: choose, say when and where, look at the days, save once. */
function GroupForm({
  programmes,
  draft,
  kept,
  fresh,
}: {
  readonly programmes: readonly LocalRecord<ShelvedProgramme>[]
  readonly draft: GroupDraft
  readonly kept: KeptDraft<GroupDraft>
  readonly fresh: GroupDraft
}) {
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const chosen = programmes.find(({ id }) => id === draft.programmeId) ?? null
  const meetings = proposeMeetings(chosen, draft)
  const change = (part: Partial<GroupDraft>) => kept.change({ ...draft, ...part })
  const save = async () => {
    const made = await doing.run(() => act(draftsOfGroup(draft, meetings)))
    if (made === null) return
    await kept.clear()
    announce({ words: text('kit:savedHere') })
    await navigate(`/groupwork/groups/${draft.groupId}`)
  }
  return (
    <Page
      title={text('groupwork:new.title')}
      back={{ to: '/groupwork', label: text('groupwork:list.title') }}
    >
      <Form onSubmit={() => void save()} label={text('groupwork:new.title')}>
        {kept.restored && (
          <Group gap="sm">
            <Text>{text('groupwork:new.restored')}</Text>
            <Button variant="default" size="compact-md" onClick={() => kept.change(fresh)}>
              {text('groupwork:new.startOver')}
            </Button>
          </Group>
        )}
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
            onMove={(moved, day) => kept.change(moveInDraft(draft, meetings, moved, day))}
          />
        </Section>
        <StickyActions>
          <div className={styles.note}>
            <DoingNote doing={doing} />
          </div>
          <Button type="submit" size="md" loading={doing.busy} disabled={meetings.length === 0}>
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

/** What is not retired; those in the worker's language come first. */
function useProgrammes() {
  const language = currentLanguage()
  const inUse = useRecords(programme).filter(({ retiredOn }) => retiredOn === null)
  return inUse.toSorted(
    (left, right) =>
      Number(right.language === language) - Number(left.language === language) ||
      left.title.localeCompare(right.title),
  )
}

function useFreshDraft(programmeId: string): GroupDraft {
  const today = useToday()
  const me = useAccount().staff.id
  const year = today.slice(0, 4)
  const known = useRecords(supportGroup).filter(({ code }) => code.includes(year)).length
  return {
    groupId: newId(),
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
  }
}
