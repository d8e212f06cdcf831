import { Badge, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { episode } from '../../../core/inquiry/observation/episode.ts'
import { homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { observationSheet } from '../../../core/inquiry/observation/observation-sheet.ts'
import {
  currentLanguage,
  EmptyState,
  formatDay,
  formatList,
  Icon,
  Page,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { useMay, useMayEver, useRecords } from '../../sync/index.ts'
import type { RecordMarks } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { useFamilyNames, usePeople } from '../interview/use-interviews.ts'
import { findChecklist } from './checklists.ts'
import { useWhoText } from './episode-page.tsx'
import { FamilyChoice, PressRow } from './form-parts.tsx'
import { newestFirst, scopeOf, useNameable, useStaffNames } from './use-observation.ts'

/** What was seen of every family within reach, or of one family and one person in it. */
export function ObservationListPage() {
  const [asked, setAsked] = useSearchParams()
  const familyId = asked.get('family') ?? ''
  const personId = asked.get('person') ?? ''
  const choose = (family: string, person = '') =>
    setAsked(
      { ...(family === '' ? {} : { family }), ...(person === '' ? {} : { person }) },
      { replace: true },
    )
  const back =
    familyId === ''
      ? { to: '/inquiry', label: text('inquiry:waves.title') }
      : { to: `/families/${familyId}`, label: text('observation:list.toFamily') }
  return (
    <Page title={text('observation:list.title')} back={back}>
      <NewOnes familyId={familyId} />
      <FamilyChoice
        value={familyId}
        none={text('observation:list.allFamilies')}
        onChange={(id) => choose(id)}
      />
      {familyId !== '' && (
        <PersonFilter
          familyId={familyId}
          personId={personId}
          onChange={(id) => choose(familyId, id)}
        />
      )}
      <Lists familyId={familyId} personId={personId} />
    </Page>
  )
}

function NewOnes({ familyId }: { readonly familyId: string }) {
  const here = useMay('episode', 'create', scopeOf(familyId === '' ? null : familyId))
  const mayVisit = useMayEver('homeVisit', 'create')
  if (!here && !mayVisit) return null
  const asked = familyId === '' ? '' : `?family=${familyId}`
  return (
    <Group gap="xs">
      {here && (
        <Button
          component={Link}
          to={`/inquiry/observation/episodes/new${asked}`}
          leftSection={<Icon name="plus" />}
        >
          {text('observation:episode.new')}
        </Button>
      )}
      {mayVisit && (
        <>
          <Button component={Link} to={`/inquiry/observation/visits/new${asked}`} variant="default">
            {text('observation:visit.new')}
          </Button>
          <Button component={Link} to={`/inquiry/observation/sheets/new${asked}`} variant="default">
            {text('observation:sheet.new')}
          </Button>
        </>
      )}
    </Group>
  )
}

function PersonFilter({
  familyId,
  personId,
  onChange,
}: {
  readonly familyId: string
  readonly personId: string
  readonly onChange: (personId: string) => void
}) {
  const { children, adults } = useNameable(familyId, 'service')
  return (
    <PressRow
      label={text('observation:list.person')}
      options={[...children, ...adults].map(({ id, name }) => ({ value: id, label: name }))}
      chosen={personId === '' ? [] : [personId]}
      onChange={(chosen) => onChange(chosen.at(-1) ?? '')}
    />
  )
}

function Lists({ familyId, personId }: { readonly familyId: string; readonly personId: string }) {
  const where = familyId === '' ? {} : { familyId }
  const isAbout = (...ids: readonly (string | null)[]) => personId === '' || ids.includes(personId)
  const episodes = newestFirst(useRecords(episode, where)).filter((one) =>
    isAbout(one.childId, ...one.personIds),
  )
  const visits = newestFirst(useRecords(homeVisit, where)).filter((one) =>
    isAbout(...one.childIds, ...one.atHomeIds),
  )
  const sheets = newestFirst(useRecords(observationSheet, where)).filter((one) =>
    isAbout(one.childId, one.adultId),
  )
  if (episodes.length + visits.length + sheets.length === 0)
    return (
      <EmptyState title={text('observation:list.none')} hint={text('observation:list.noneHint')} />
    )
  return (
    <>
      <EpisodeCards episodes={episodes} />
      <VisitCards visits={visits} />
      <SheetCards sheets={sheets} />
    </>
  )
}

type Of<Kind extends typeof episode | typeof homeVisit | typeof observationSheet> =
  readonly (ReturnType<Kind['read']> & RecordMarks)[]

function Cards<One extends RecordMarks>({
  title,
  all,
  children,
}: {
  readonly title: string
  readonly all: readonly One[]
  readonly children: (one: One) => ReactNode
}) {
  if (all.length === 0) return null
  return (
    <Section title={title}>
      <ul className={styles.cards}>
        {all.map((one) => (
          <li key={one.id} className={styles.card}>
            {children(one)}
            <UnsentMark record={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function EpisodeCards({ episodes }: { readonly episodes: Of<typeof episode> }) {
  const familyName = useFamilyNames()
  const whoText = useWhoText()
  return (
    <Cards title={text('observation:list.episodes')} all={episodes}>
      {(its) => (
        <>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <Link to={`/inquiry/observation/episodes/${its.id}`} className={styles.whole}>
              {shorten(its.seen === '' ? its.said : its.seen)}
            </Link>
            <Badge variant="outline" color="gray.8" tt="none" style={{ flex: 'none' }}>
              {text(`observation:sense.${its.sense}`)}
            </Badge>
          </Group>
          <Line parts={[whoText(its), text(`observation:setting.${its.setting}`)]} />
          <Line parts={[formatDay(its.onDay), familyName(its.familyId)]} />
        </>
      )}
    </Cards>
  )
}

function VisitCards({ visits }: { readonly visits: Of<typeof homeVisit> }) {
  const familyName = useFamilyNames()
  const staffName = useStaffNames()
  return (
    <Cards title={text('observation:list.visits')} all={visits}>
      {(its) => {
        const open = Object.values(its.actions).filter(({ doneOn }) => doneOn === null).length
        return (
          <>
            <Link to={`/inquiry/observation/visits/${its.id}`} className={styles.whole}>
              {text('observation:visit.on', { day: formatDay(its.onDay) })}
            </Link>
            <Line parts={[familyName(its.familyId), staffName(its.visitorId)]} />
            {open > 0 && <Line parts={[text('observation:visit.open', { count: open })]} />}
          </>
        )
      }}
    </Cards>
  )
}

function SheetCards({ sheets }: { readonly sheets: Of<typeof observationSheet> }) {
  const people = usePeople()
  const staffName = useStaffNames()
  const language = currentLanguage()
  return (
    <Cards title={text('observation:list.sheets')} all={sheets}>
      {(its) => (
        <>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <Link to={`/inquiry/observation/sheets/${its.id}`} className={styles.whole}>
              {findChecklist(its.checklistCode)?.title[language] ?? its.checklistCode}
            </Link>
            {its.state === 'open' && (
              <Badge variant="outline" color="gray.8" tt="none" style={{ flex: 'none' }}>
                {text('observation:sheet.open')}
              </Badge>
            )}
          </Group>
          <Line
            parts={[
              formatList([its.childId, its.adultId].flatMap((id) => people.person(id)?.name ?? [])),
              formatDay(its.onDay),
            ]}
          />
          <Line parts={[staffName(its.observerId)]} />
        </>
      )}
    </Cards>
  )
}

function Line({ parts }: { readonly parts: readonly string[] }) {
  return (
    <Text size="sm" c="gray.7">
      {parts.filter((part) => part !== '').join(' · ')}
    </Text>
  )
}

const mostShown = 60

function shorten(words: string): string {
  const points = Array.from(words)
  return points.length <= mostShown ? words : `${points.slice(0, mostShown).join('')}…`
}
