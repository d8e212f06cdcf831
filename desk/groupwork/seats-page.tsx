import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { ReachFacts } from '../../core/groupwork/planning/place-meetings.ts'
import { seat as seatKind, type Seat } from '../../core/groupwork/seat.ts'
import { strands } from '../../core/groupwork/strand.ts'
import {
  compareNames,
  ConflictMark,
  DateField,
  EmptyState,
  formatDay,
  Page,
  Section,
  text,
  UnsentMark,
} from '../kit/index.ts'
import { type LocalRecord, useMay, useToday } from '../sync/index.ts'
import { CandidateList } from './candidate-list.tsx'
import { KeptAwaySeats } from './kept-away-seats.tsx'
import { LeaveDialog, RejoinButton } from './leave-dialog.tsx'
import { NotHere } from './not-here.tsx'
import { TimesOfPerson } from './planning/times-of-person.tsx'
import { useReachFacts } from './planning/use-reach.ts'
import run from './run-plan.module.css'
import { KeepSeatsPlan } from './seats-kept/keep-seats-plan.tsx'
import styles from './seat-table.module.css'
import { type GroupFile, useGroup } from './use-group.ts'
import { WithdrawnSeats } from './withdrawn-seats.tsx'

/** Who sits in the group, and who could. */
export function SeatsPage() {
  const { groupId = '' } = useParams()
  const today = useToday()
  const file = useGroup(groupId)
  const [joinedOn, setJoinedOn] = useState<string | null>(today)
  const facts = useReachFacts({ seats: file?.seats ?? [] })
  if (file === null) return <NotHere />
  const { group, seats } = file
  return (
    <Page
      title={text('groupwork:seats.title')}
      back={{ to: `/groupwork/groups/${groupId}`, label: group.title }}
    >
      <KeptAwaySeats file={file} />
      <WithdrawnSeats file={file} />
      <Section title={text('groupwork:seats.now')}>
        {seats.length === 0 && <EmptyState title={text('groupwork:seats.empty')} />}
        {strands.map((strand) => {
          const own = seats.filter((one) => one.strand === strand)
          return own.length === 0 ? null : (
            <div key={strand}>
              <Text fw={600}>
                {text('groupwork:seats.strandCount', {
                  strand: text(`groupwork:strand.${strand}`),
                  count: own.filter(({ leftOn }) => leftOn === null).length,
                })}
              </Text>
              <ul className={styles.seats}>
                {own.map((one) => (
                  <SeatLine key={one.id} seat={one} file={file} facts={facts} />
                ))}
              </ul>
            </div>
          )
        })}
      </Section>
      <KeptSeatsSection seats={seats} groupId={groupId} />
      {group.state !== 'closed' && (
        <Section title={text('groupwork:seats.addTitle')} hint={text('groupwork:seats.addHint')}>
          <DateField
            label={text('groupwork:seats.joinedOn')}
            description={text('groupwork:seats.joinedHint')}
            value={joinedOn}
            onChange={setJoinedOn}
          />
          <CandidateList file={file} joinedOn={joinedOn ?? today} />
        </Section>
      )}
    </Page>
  )
}

function KeptSeatsSection({
  seats,
  groupId,
}: {
  readonly seats: readonly LocalRecord<Seat>[]
  readonly groupId: string
}) {
  const mayEdit = useMay('seat', 'edit', `group:${groupId}`)
  const children = seats
    .filter(({ strand, leftOn }) => strand === 'child' && leftOn === null)
    .toSorted((left, right) => compareNames(left.displayName, right.displayName))
  if (children.length === 0 || !mayEdit) return null
  return (
    <Section title={text('groupwork:kept.plan')} hint={text('groupwork:kept.planHint')}>
      <details open={children.some(({ keptFor }) => keptFor.length > 0)}>
        <summary className={run.more}>
          {text('groupwork:kept.open', { count: children.length })}
        </summary>
        <div className={run.segments}>
          {children.map((one) => (
            <KeepSeatsPlan key={one.id} seat={one} />
          ))}
        </div>
      </details>
    </Section>
  )
}

function SeatLine({
  seat,
  file,
  facts,
}: {
  readonly seat: LocalRecord<Seat>
  readonly file: GroupFile
  readonly facts: ReachFacts
}) {
  const [leaving, setLeaving] = useState(false)
  // It still stands in the group's book: there is nothing to come back to.
  const isKeptAway = file.keptAway.some((kept) => kept.seat.id === seat.id)
  const mayLeave = useMay('seat', 'leave', `group:${seat.groupId}`, seat.id)
  return (
    <li>
      <span>
        {seat.displayName}{' '}
        <Text component="span" size="sm" c="gray.7">
          {seat.leftOn === null
            ? text('groupwork:seats.since', { day: formatDay(seat.joinedOn) })
            : text('groupwork:seats.leftOn', {
                day: formatDay(seat.leftOn),
                reason: text(`groupwork:leaveReason.${seat.leaveReason ?? 'other'}`),
              })}
        </Text>{' '}
        <UnsentMark record={seat} /> <ConflictMark kind={seatKind} record={seat} />
        {seat.leftOn === null && (
          <TimesOfPerson sitter={seat} meetings={file.meetings} facts={facts} />
        )}
      </span>
      {seat.leftOn === null && mayLeave && (
        <Button size="compact-md" variant="default" onClick={() => setLeaving(true)}>
          {text('groupwork:seats.leave')}
          <span className={styles.caption}>{seat.displayName}</span>
        </Button>
      )}
      {seat.leftOn !== null && !isKeptAway && <RejoinButton seat={seat} />}
      {leaving && <LeaveDialog seat={seat} onClose={() => setLeaving(false)} />}
    </li>
  )
}
