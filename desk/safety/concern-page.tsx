import { Alert, Button, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { staff } from '../../core/access/staff.ts'
import { family } from '../../core/families/family.ts'
import type { Concern } from '../../core/safety/concern-shape.ts'
import { concern } from '../../core/safety/concern.ts'
import type { ConcernDue } from '../../core/safety/list-concerns-due.ts'
import {
  ConflictMark,
  DoingNote,
  EmptyState,
  formatDay,
  formatTime,
  Icon,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../kit/index.ts'
import { type LocalRecord, useAct, useReadLog, useRecord, useRecords } from '../sync/index.ts'
import { CallPanel } from './call-panel.tsx'
import { CareSection } from './care-section.tsx'
import { ChargeSection } from './charge-section.tsx'
import { nameOf, StateBadge } from './concern-list-page.tsx'
import { FactsSection } from './facts-section.tsx'
import { ReportSection } from './report-section.tsx'
import { NineSituations } from './nine-situations.tsx'
import styles from './safety.module.css'
import { dueWords, useConcerns } from './use-concerns.ts'
import { WhatToDo } from './what-to-do.tsx'
import { wordsOfEarlierEnd } from './words-of-earlier-end.ts'

/** One concern: whom to call and what to do, the record, the reports, the care afterwards, who answers for it. */
export function ConcernPage() {
  const { concernId = '' } = useParams()
  const its = useRecord(concern, concernId)
  useReadLog('concern', its?.id ?? null)
  if (its !== null) return <ConcernInHand its={its} />
  return (
    <Page title={text('safety:missing')} back={{ to: '/safety', label: text('safety:list.title') }}>
      <EmptyState title={text('safety:missing')} hint={text('safety:missingHint')} />
    </Page>
  )
}

function ConcernInHand({ its }: { readonly its: LocalRecord<Concern> }) {
  const due = useConcerns().due.filter(({ concernId }) => concernId === its.id)
  const open = its.state !== 'closed'
  // Only where this device holds the file: whoever handles a concern need not serve the family.
  const home = useRecord(family, its.familyId ?? '')
  return (
    <Page
      title={nameOf(its)}
      back={{ to: '/safety', label: text('safety:list.title') }}
      marks={
        <>
          <StateBadge its={its} />
          <UnsentMark record={its} />
          <ConflictMark kind={concern} record={its} />
        </>
      }
      actions={
        <>
          <Button
            component={Link}
            to={`/safety/${its.id}/print`}
            variant="default"
            leftSection={<Icon name="print" size={18} />}
          >
            {text('safety:print.title')}
          </Button>
          {home !== null && (
            <Button component={Link} to={`/families/${home.id}`} variant="default">
              {text('safety:toFamily')}
            </Button>
          )}
        </>
      }
    >
      <Text className={styles.quiet}>
        {[
          its.sort === null ? '' : text(`safety:sort.${its.sort}`),
          text('safety:noticed', { time: formatTime(its.noticedAt) }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
      {due.length > 0 && <Steps its={its} due={due} />}
      {open && (
        <Section title={text('safety:call.title')}>
          <CallPanel its={its} />
          <NineSituations />
          {its.sort !== null && <WhatToDo sort={its.sort} />}
        </Section>
      )}
      <FactsSection its={its} />
      <ReportSection its={its} />
      <CareSection its={its} />
      <ChargeSection its={its} />
      {its.closingReason !== '' && (
        <Text className={styles.words}>
          {open
            ? wordsOfEarlierEnd(its)
            : text('safety:closedFor', {
                ...{ time: formatTime(its.closedAt), reason: its.closingReason },
              })}
        </Text>
      )}
    </Page>
  )
}

function Steps({
  its,
  due,
}: {
  readonly its: LocalRecord<Concern>
  readonly due: readonly ConcernDue[]
}) {
  return (
    <Alert color="yellow" variant="light" title={text('safety:next')}>
      <ul className={styles.list}>
        {due.map((one) => (
          <li key={one.step} className={one.late ? styles.late : undefined}>
            {dueWords(one, formatDay)}
          </li>
        ))}
      </ul>
      {due.some(({ step }) => step === 'callManager') && <CallManager its={its} />}
    </Alert>
  )
}

/** Nobody has looked for the set time: whoever sees it names a manager, who is given this concern and no other. */
function CallManager({ its }: { readonly its: LocalRecord<Concern> }) {
  const act = useAct()
  const doing = useDoing()
  const managers = useRecords(staff, { state: 'active' }).filter(({ roles }) =>
    roles.includes('manager'),
  )
  return (
    <>
      {managers.map(({ id, name }) => (
        <Button
          key={id}
          mt="xs"
          mr="xs"
          onClick={() =>
            void doing.run(() =>
              act({
                ...{ kind: concern, recordId: its.id, verb: 'callManager', fields: {} },
                input: { staffId: id },
              }),
            )
          }
        >
          {text('safety:callManager', { name })}
        </Button>
      ))}
      <DoingNote doing={doing} />
    </>
  )
}
