import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Concern } from '../../core/safety/concern-shape.ts'
import type { ConcernDue } from '../../core/safety/list-concerns-due.ts'
import {
  EmptyState,
  formatDay,
  formatTime,
  Icon,
  Page,
  Section,
  text,
  UnsentMark,
} from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'
import styles from './safety.module.css'
import { dueWords, useAnswersFor, useConcerns } from './use-concerns.ts'

/** The concerns one may see: a supervisor all, others what they raised or were named for. */
export function ConcernListPage() {
  const { concerns, due } = useConcerns()
  const [withClosed, setWithClosed] = useState(false)
  const answersFor = useAnswersFor()
  const sorted = concerns.toSorted((left, right) => right.noticedAt.localeCompare(left.noticedAt))
  const open = sorted.filter(({ state }) => state !== 'closed')
  const closed = sorted.filter(({ state }) => state === 'closed')
  const isLate = ({ id }: { readonly id: string }) =>
    due.some((one) => one.late && one.concernId === id)
  const inOrder = [...open.filter(isLate), ...open.filter((one) => !isLate(one))]
  return (
    <Page
      title={text('safety:list.title')}
      actions={
        <>
          <Button component={Link} to="/safety/new" leftSection={<Icon name="plus" />}>
            {text('safety:raise.title')}
          </Button>
          <Button component={Link} to="/safety/wall" variant="default">
            {text('safety:wall.title')}
          </Button>
          <Button component={Link} to="/safety/numbers" variant="default">
            {text('safety:numbers.title')}
          </Button>
        </>
      }
    >
      <Text className={styles.quiet}>
        {text(answersFor ? 'safety:list.hintAll' : 'safety:list.hintOwn')}
      </Text>
      {inOrder.length === 0 ? (
        <EmptyState title={text('safety:list.empty')} hint={text('safety:list.emptyHint')} />
      ) : (
        <ConcernCards concerns={inOrder} due={due} />
      )}
      {closed.length > 0 && (
        <Section title={text('safety:list.closed')}>
          {withClosed ? (
            <ConcernCards concerns={closed} due={due} />
          ) : (
            <div>
              <Button variant="subtle" onClick={() => setWithClosed(true)}>
                {text('safety:list.showClosed', { count: closed.length })}
              </Button>
            </div>
          )}
        </Section>
      )}
    </Page>
  )
}

function ConcernCards({
  concerns,
  due,
}: {
  readonly concerns: readonly LocalRecord<Concern>[]
  readonly due: readonly ConcernDue[]
}) {
  return (
    <ul className={styles.list}>
      {concerns.map((its) => (
        <li key={its.id}>
          <Link to={`/safety/${its.id}`} className={styles.card}>
            <Group gap="xs" justify="space-between">
              <strong>{nameOf(its)}</strong>
              <Group gap="xs">
                <UnsentMark record={its} />
                <StateBadge its={its} />
              </Group>
            </Group>
            <span className={styles.quiet}>
              {[
                its.sort === null ? '' : text(`safety:sort.${its.sort}`),
                formatTime(its.noticedAt),
                its.place,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {due
              .filter(({ concernId }) => concernId === its.id)
              .map((one) => (
                <span key={one.step} className={one.late ? styles.late : undefined}>
                  {dueWords(one, formatDay)}
                </span>
              ))}
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function nameOf({ childName }: Pick<Concern, 'childName'>): string {
  return childName === '' ? text('safety:child.unnamed') : childName
}

export function StateBadge({ its }: { readonly its: Pick<Concern, 'state'> }) {
  return (
    <Badge variant="outline" color={its.state === 'closed' ? 'gray.7' : 'kite'} tt="none">
      {text(`safety:state.${its.state}`)}
    </Badge>
  )
}
