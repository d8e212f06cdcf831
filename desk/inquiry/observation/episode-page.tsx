import { Badge, Button, Group } from '@mantine/core'
import { Link, useNavigate, useParams } from 'react-router'
import { meeting } from '../../../core/groupwork/meeting.ts'
import { episode, type Episode } from '../../../core/inquiry/observation/episode.ts'
import {
  ConfirmButton,
  ConflictMark,
  DoingNote,
  EmptyState,
  Facts,
  formatDay,
  formatList,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  useAct,
  useActor,
  useMay,
  useReadLog,
  useRecord,
} from '../../sync/index.ts'
import { useFamilyNames, usePeople } from '../interview/use-interviews.ts'
import { FactsShown } from './form-parts.tsx'
import { meetingText } from './meeting-choice.tsx'
import { scopeOf, useStaffNames } from './use-observation.ts'

export function EpisodePage() {
  const { episodeId } = useParams()
  const its = useRecord(episode, episodeId)
  useReadLog('episode', its === null ? null : its.id)
  const back = { to: '/inquiry/observation', label: text('observation:list.title') }
  if (its === null)
    return (
      <Page title={text('observation:missing')} back={back}>
        <EmptyState title={text('observation:missing')} hint={text('observation:missingHint')} />
      </Page>
    )
  return (
    <Page
      title={text('observation:kinds.episode')}
      back={its.familyId === null ? back : { ...back, to: `${back.to}?family=${its.familyId}` }}
      marks={
        <>
          <UnsentMark record={its} />
          <ConflictMark kind={episode} record={its} />
        </>
      }
      actions={<Actions its={its} />}
    >
      <WhoAndWhere its={its} />
      <Section title={text('observation:form.what')}>
        <FactsShown seen={its.seen} said={its.said} inference={its.inference} />
      </Section>
      <Section title={text('observation:form.meaning')}>
        <Group gap="xs">
          <Badge variant="outline" color="gray.8" tt="none">
            {text(`observation:sense.${its.sense}`)}
          </Badge>
          {its.targets.map((target) => (
            <Badge key={target} variant="outline" color="gray.8" tt="none">
              {text(`groupwork:target.${target}`)}
            </Badge>
          ))}
        </Group>
      </Section>
    </Page>
  )
}

function WhoAndWhere({ its }: { readonly its: LocalRecord<Episode> }) {
  const people = usePeople()
  const at = useRecord(meeting, its.meetingId ?? undefined)
  const familyName = useFamilyNames()
  const staffName = useStaffNames()
  const rows = [
    { label: text('interview:form.family'), value: familyName(its.familyId) },
    { label: text('interview:form.child'), value: people.person(its.childId)?.name ?? '' },
    { label: text('observation:whoToWhom'), value: useWhoText()(its) },
    {
      label: text('observation:fields.personIds'),
      value: formatList(its.personIds.flatMap((id) => people.person(id)?.name ?? [])),
    },
    {
      label: text('observation:form.whenWhere'),
      value: [
        formatDay(its.onDay),
        its.at,
        its.minutes === null ? '' : text('interview:minutes', { count: its.minutes }),
        text(`observation:setting.${its.setting}`),
        its.settingWords,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    },
    {
      label: text('observation:fields.meetingId'),
      value: at === null ? '' : meetingText(at),
    },
    { label: text('observation:fields.observerId'), value: staffName(its.observerId) },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={text('observation:form.whom')}>
      <Facts rows={rows} />
    </Section>
  )
}

/** Who – to whom, as a heading and a list name it. */
export function useWhoText(): (its: Episode) => string {
  const people = usePeople()
  return (its) => {
    const who = people.person(its.actorId)?.name ?? its.actorWords
    const toward = people.person(its.towardId)?.name ?? its.towardWords
    if (who === '' || toward === '') return who === '' ? toward : who
    return text('observation:toWhom', { who, toward })
  }
}

function Actions({ its }: { readonly its: LocalRecord<Episode> }) {
  const { staffId } = useActor()
  const scope = scopeOf(its.familyId)
  const mayWrite = useMay('episode', 'edit', scope, its.id)
  const isOwn = its.observerId === staffId && mayWrite
  const mayRemove = useMay('episode', 'remove', scope, its.id) || isOwn
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const remove = async () => {
    const made = await doing.run(() =>
      act({ kind: episode, recordId: its.id, verb: 'remove', input: {}, fields: {} }),
    )
    if (made !== null) await navigate('/inquiry/observation')
  }
  return (
    <>
      {isOwn && (
        <Button component={Link} to="change" variant="default">
          {text('observation:episode.change')}
        </Button>
      )}
      {mayRemove && (
        <ConfirmButton
          question={text('observation:episode.removeQuestion')}
          confirmLabel={text('kit:remove')}
          onConfirm={() => void remove()}
        >
          {text('kit:remove')}
        </ConfirmButton>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
