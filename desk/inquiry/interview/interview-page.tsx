import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import {
  ConfirmButton,
  ConflictMark,
  DoingNote,
  EmptyState,
  Facts,
  formatDay,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useReadLog, useRecords } from '../../sync/index.ts'
import { AudioSection } from './audio-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { KeptWords } from './kept-words.tsx'
import {
  type InterviewRecord,
  scopeOfInterview,
  useFamilyNames,
  useInterview,
  usePeople,
  useTextLines,
  whoText,
} from './use-interviews.ts'

export function InterviewFrame({
  its,
  title,
  back,
  actions,
  wide = false,
  children,
}: {
  readonly its: InterviewRecord
  readonly title: string
  readonly back?: string
  readonly actions?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  const people = usePeople()
  useReadLog('family', its.familyId, 'interview')
  return (
    <Page
      title={title}
      wide={wide}
      back={
        back === undefined
          ? { to: '/inquiry/interviews', label: text('interview:list.title') }
          : { to: back, label: whoText(people, its) }
      }
      marks={
        <>
          <UnsentMark record={its} />
          <ConflictMark kind={interview} record={its} />
        </>
      }
      actions={actions}
    >
      {children}
    </Page>
  )
}

/** A page of one interview, of the interview in the address; or that it is not here. */
export function OfInterview({
  title,
  wide = false,
  toCoding = false,
  children,
}: {
  readonly title: string
  readonly wide?: boolean
  readonly toCoding?: boolean
  readonly children: (its: InterviewRecord) => ReactNode
}) {
  const { interviewId } = useParams()
  const its = useInterview(interviewId)
  if (its === null) return <NoInterview />
  return (
    <InterviewFrame
      its={its}
      wide={wide}
      title={title}
      back={`/inquiry/interviews/${its.id}`}
      actions={
        toCoding && (
          <Button component={Link} to={`/inquiry/interviews/${its.id}/coding`} variant="default">
            {text('interview:coding.title')}
          </Button>
        )
      }
    >
      {children(its)}
    </InterviewFrame>
  )
}

function NoInterview() {
  return (
    <Page
      title={text('interview:missing')}
      back={{ to: '/inquiry/interviews', label: text('interview:list.title') }}
    >
      <EmptyState title={text('interview:missing')} hint={text('interview:missingHint')} />
    </Page>
  )
}

/** One talk: who, when, under which conditions; what was noted; and the way to its text and coding. */
export function InterviewPage() {
  const { interviewId } = useParams()
  const its = useInterview(interviewId)
  const people = usePeople()
  if (its === null) return <NoInterview />
  const refused = its.agreed === 'refused'
  return (
    <InterviewFrame
      its={its}
      title={whoText(people, its)}
      actions={
        <>
          {its.familyId !== null && (
            <Button component={Link} to={`/families/${its.familyId}`} variant="default">
              {text('goals:toFamily')}
            </Button>
          )}
          <Actions its={its} />
        </>
      }
    >
      <FactsOf its={its} />
      {!refused && <TextSection its={its} />}
      {!refused && <NotesSection its={its} />}
      {!refused && its.familyId !== null && <AudioSection its={its} />}
      {!refused && (
        <Section title={text('interview:fields.memo')} hint={text('interview:page.memoHint')}>
          <KeptWords its={its} />
        </Section>
      )}
    </InterviewFrame>
  )
}

function Actions({ its }: { readonly its: InterviewRecord }) {
  const may = useMay('interview', 'edit', scopeOfInterview(its), its.id)
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  if (!may) return null
  const remove = async () => {
    const made = await doing.run(() =>
      act({ kind: interview, recordId: its.id, verb: 'remove', input: {}, fields: {} }),
    )
    if (made !== null) await navigate('/inquiry/interviews')
  }
  return (
    <>
      <Button component={Link} to="change" variant="default">
        {text('interview:form.change')}
      </Button>
      <ConfirmButton
        question={text('interview:page.removeQuestion')}
        confirmLabel={text('interview:page.remove')}
        onConfirm={() => void remove()}
      >
        {text('interview:page.remove')}
      </ConfirmButton>
      <DoingNote doing={doing} />
    </>
  )
}

function FactsOf({ its }: { readonly its: InterviewRecord }) {
  const people = usePeople()
  const familyName = useFamilyNames()
  const rows = [
    { label: text('interview:form.family'), value: familyName(its.familyId) },
    {
      label: text('interview:form.child'),
      value: people.person(its.childId)?.name ?? '',
    },
    {
      label: text('interview:fields.heldOn'),
      value: formatDay(its.heldOn, text('interview:noDay')),
    },
    {
      label: text('interview:fields.how'),
      value: [
        text(`interview:how.${its.how}`),
        its.minutes === null ? '' : text('interview:minutes', { count: its.minutes }),
        its.place,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    },
    { label: text('interview:fields.agreed'), value: text(`interview:agreed.${its.agreed}`) },
    { label: text('interview:fields.present'), value: its.present },
    { label: text('interview:fields.conditions'), value: its.conditions },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={text('interview:page.facts')}>
      <Facts rows={rows} />
    </Section>
  )
}

function TextSection({ its }: { readonly its: InterviewRecord }) {
  const lines = useTextLines(its.id)
  const spans = useRecords(codedSpan, { interviewId: its.id }).filter(({ takenBack }) => !takenBack)
  const last = lines.at(-1)
  const characters = last === undefined ? 0 : last.start + last.points
  return (
    <Section title={text('interview:transcript.title')}>
      <Text c="gray.7">
        {lines.length === 0
          ? text('interview:transcript.none')
          : text('interview:transcript.size', {
              lines: lines.length,
              characters,
              marks: spans.length,
            })}
      </Text>
      <Group gap="xs">
        {its.guideCode !== '' && (
          <Button component={Link} to="talk" variant={lines.length === 0 ? 'filled' : 'default'}>
            {text('interview:talk.title')}
          </Button>
        )}
        <Button component={Link} to="transcript" variant="default">
          {text(lines.length === 0 ? 'interview:transcript.write' : 'interview:transcript.correct')}
        </Button>
        {lines.length > 0 && (
          <>
            <Button component={Link} to="coding">
              {text('interview:coding.title')}
            </Button>
            <Button component={Link} to="agreement" variant="default">
              {text('interview:agreement.title')}
            </Button>
          </>
        )}
      </Group>
    </Section>
  )
}
