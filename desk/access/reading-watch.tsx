import { Anchor, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { actionPolicy } from '../../core/access/policy.ts'
import {
  readingWatchShape,
  type ReadingWatch as Watched,
  type WatchedPerson,
} from '../../core/access/reading-watch.ts'
import { staff } from '../../core/access/staff.ts'
import { mayEver } from '../../core/access/standing.ts'
import { useDoing } from '../kit/doing.ts'
import { compareNames } from '../kit/format.ts'
import { DoingNote } from '../kit/notes.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { useRecords } from '../sync/records.ts'
import { callServer } from '../sync/server.ts'
import { useActor } from '../sync/use-act.ts'

const days = 30

/** Who read more than their own: numbers and a calm sentence, no names of families and no verdict. */
export function ReadingWatch() {
  const may = mayEver(useActor().roles, actionPolicy.watchReadings)
  const doing = useDoing()
  const { run } = doing
  const [watched, setWatched] = useState<Watched | null>(null)
  useEffect(() => {
    if (may)
      run(() => callServer('/api/reading-watch', { days }, readingWatchShape))
        .then(setWatched)
        .catch(reportError)
  }, [may, run])
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  if (!may) return null
  const people = [...(watched?.people ?? [])].sort((left, right) =>
    compareNames(names.get(left.staffId) ?? '', names.get(right.staffId) ?? ''),
  )
  return (
    <Section
      title={`${text('rights:watch.title')} · ${text('rights:watch.period', { count: days })}`}
      hint={text('rights:watch.hint')}
    >
      <DoingNote doing={doing} />
      {watched !== null && people.length === 0 && <Text>{text('rights:watch.nothing')}</Text>}
      {people.map((one) => (
        <Text key={one.staffId}>
          <strong>{names.get(one.staffId) ?? '–'}</strong> · {wordsOf(one)} ·{' '}
          <Anchor
            component={Link}
            to={`/reading-log?staff=${one.staffId}`}
            underline="always"
            reloadDocument={false}
          >
            {text('rights:watch.toLog')}
          </Anchor>
        </Text>
      ))}
    </Section>
  )
}

function wordsOf(one: WatchedPerson): string {
  const parts = [
    text('rights:watch.opened', { count: one.opened }),
    one.outside > 0 ? text('rights:watch.outside', { count: one.outside }) : null,
    one.sameSurname > 0 ? text('rights:watch.surname', { count: one.sameSurname }) : null,
    one.sameVillage > 0 ? text('rights:watch.village', { count: one.sameVillage }) : null,
    text('rights:watch.busiest', { count: one.busiestHour }),
    one.urgent > 0 ? text('rights:watch.urgent', { count: one.urgent }) : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
