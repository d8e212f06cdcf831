import { Button, Progress, Text } from '@mantine/core'
import { Link } from 'react-router'
import { groupProgress } from '../../core/groupwork/group-progress.ts'
import { meeting, type Meeting, settleNumbers } from '../../core/groupwork/meeting.ts'
import { endKeptAway } from '../../core/groupwork/kept-away/end-kept-away.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { EmptyState, formatDay, Icon, Page, Section, text, UnsentMark } from '../kit/index.ts'
import { type LocalRecord, useMay, useRecords } from '../sync/index.ts'
import styles from './group-list.module.css'

const states = ['running', 'planned', 'closed'] as const

export function GroupList() {
  const groups = useRecords(supportGroup)
  const meetings = useRecords(meeting)
  const mayOpen = useMay('supportGroup', 'create', 'group:')
  const newGroup = mayOpen && (
    <Button component={Link} to="/groupwork/new" leftSection={<Icon name="plus" size={18} />}>
      {text('groupwork:list.new')}
    </Button>
  )
  return (
    <Page
      title={text('groupwork:list.title')}
      actions={
        <>
          <Button component={Link} to="/groupwork/programmes" variant="default">
            {text('groupwork:library.title')}
          </Button>
          {groups.length > 0 && newGroup}
        </>
      }
    >
      {groups.length === 0 && (
        <EmptyState
          title={text('groupwork:list.empty')}
          hint={text(mayOpen ? 'groupwork:list.emptyHint' : 'groupwork:list.emptyForOthers')}
          action={newGroup}
        />
      )}
      {states.map((state) => {
        const own = groups.filter((group) => group.state === state)
        if (own.length === 0) return null
        return (
          <Section key={state} title={text(`groupwork:groupState.${state}`)}>
            <ul className={styles.cards}>
              {own.map((group) => (
                <GroupCard
                  key={group.id}
                  group={group}
                  meetings={settleNumbers(meetings.filter(({ groupId }) => groupId === group.id))}
                />
              ))}
            </ul>
          </Section>
        )
      })}
    </Page>
  )
}

function GroupCard({
  group,
  meetings,
}: {
  readonly group: LocalRecord<SupportGroup>
  readonly meetings: readonly LocalRecord<Meeting>[]
}) {
  const { held, notHeld, total, next, nextOn } = groupProgress(meetings)
  const standing = useRecords(seat, { groupId: group.id, leftOn: null })
  const restrictions = useRecords(restrictedParty)
  const seats = endKeptAway(standing, restrictions).filter(({ leftOn }) => leftOn === null)
  const children = seats.filter(({ strand }) => strand === 'child').length
  const parents = seats.filter(({ strand }) => strand === 'parent').length
  const words = text('groupwork:list.progress', { held, total })
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Link to={`/groupwork/groups/${group.id}`} className={styles.title}>
          {group.title}
        </Link>
        <Text c="gray.6" size="sm">
          {group.code}
        </Text>
        <UnsentMark record={group} />
      </div>
      <Progress.Root size="md" mt={6} mb={4}>
        <Progress.Section value={total === 0 ? 0 : (100 * held) / total} aria-label={words} />
      </Progress.Root>
      <Text size="sm" c="gray.7">
        {words}
        {notHeld > 0 && text('groupwork:list.calledOff', { count: notHeld })}
        {' · '}
        {text('groupwork:list.seats', { children, parents })}
      </Text>
      {next !== null && group.state !== 'closed' && (
        <Text mt={4}>
          {text('groupwork:list.next', { no: next.no, theme: next.theme, day: formatDay(nextOn) })}
        </Text>
      )}
    </li>
  )
}
