import { Anchor, Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type Reading, type ReadingFilter, readingLogShape } from '../../core/access/reading-log.ts'
import { staff } from '../../core/access/staff.ts'
import { family } from '../../core/families/family.ts'
import { type Column, DataTable } from '../kit/data-table.tsx'
import { DateField } from '../kit/date-field.tsx'
import { useDoing } from '../kit/doing.ts'
import { compareNames, formatTime } from '../kit/format.ts'
import { DoingNote, Loading } from '../kit/notes.tsx'
import { Page } from '../kit/page.tsx'
import { EmptyState, Section } from '../kit/section.tsx'
import { kindText, text, textOrNull } from '../kit/text.ts'
import { useRecords } from '../sync/records.ts'
import { ReadingWatch } from './reading-watch.tsx'
import { callServer } from '../sync/server.ts'

type Asked = Omit<ReadingFilter, 'before'>

/** Who opened which family's file when; that somebody reads this is in it too. */
export function ReadingLogPage() {
  const [search] = useSearchParams()
  const [asked, setAsked] = useState<Asked>({
    familyId: search.get('family'),
    staffId: search.get('staff'),
    from: null,
    to: null,
    delivered: false,
  })
  const { readings, more, doing, askMore } = useReadings(asked)
  return (
    <Page
      title={text('access:readingLog.title')}
      back={{ to: '/more', label: text('access:nav.more') }}
      wide
    >
      <Text c="gray.7">{text('access:readingLog.hint')}</Text>
      <ReadingWatch />
      <Filter asked={asked} onChange={(part) => setAsked({ ...asked, ...part })} />
      <Section title={text('access:readingLog.list')}>
        <DoingNote doing={doing} />
        {readings === null && doing.busy && <Loading />}
        {readings !== null && <Readings readings={readings} />}
        {more && (
          <Group>
            <Button variant="default" loading={doing.busy} onClick={askMore}>
              {text('access:readingLog.older')}
            </Button>
          </Group>
        )}
      </Section>
    </Page>
  )
}

function useReadings(asked: Asked) {
  const doing = useDoing()
  const { run } = doing
  const [readings, setReadings] = useState<readonly Reading[] | null>(null)
  const [more, setMore] = useState(false)
  const ask = useCallback(
    async (before: number | null, kept: readonly Reading[]) => {
      const answer = await run(() =>
        callServer('/api/reading-log', { ...asked, before }, readingLogShape),
      )
      if (answer === null) return
      setReadings([...kept, ...answer.readings])
      setMore(answer.more)
    },
    [run, asked],
  )
  useEffect(() => {
    ask(null, []).catch(reportError)
  }, [ask])
  const last = readings?.at(-1)?.seq ?? null
  return { readings, more, doing, askMore: () => void ask(last, readings ?? []) }
}

function Filter({
  asked,
  onChange,
}: {
  readonly asked: Asked
  readonly onChange: (part: Partial<Asked>) => void
}) {
  const people = [...useRecords(staff)].sort((left, right) => compareNames(left.name, right.name))
  const families = [...useRecords(family)].sort((left, right) =>
    compareNames(left.code, right.code),
  )
  const anyone = { value: '', label: text('access:readingLog.all') }
  return (
    <Section title={text('access:readingLog.filter')}>
      <Group align="flex-end">
        <NativeSelect
          label={text('access:readingLog.who')}
          value={asked.staffId ?? ''}
          data={[anyone, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={({ currentTarget }) => onChange({ staffId: currentTarget.value || null })}
        />
        {families.length > 0 && (
          <NativeSelect
            label={text('access:readingLog.family')}
            value={asked.familyId ?? ''}
            data={[anyone, ...families.map(({ id, code }) => ({ value: id, label: code }))]}
            onChange={({ currentTarget }) => onChange({ familyId: currentTarget.value || null })}
          />
        )}
        <DateField
          label={text('access:readingLog.from')}
          value={asked.from}
          onChange={(from) => onChange({ from })}
        />
        <DateField
          label={text('access:readingLog.to')}
          value={asked.to}
          onChange={(to) => onChange({ to })}
        />
      </Group>
      <Checkbox
        label={text('access:readingLog.delivered')}
        description={text('access:readingLog.deliveredHint')}
        checked={asked.delivered}
        onChange={({ currentTarget }) => onChange({ delivered: currentTarget.checked })}
      />
    </Section>
  )
}

function Readings({ readings }: { readonly readings: readonly Reading[] }) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const held = new Set(useRecords(family).map(({ id }) => id))
  const columns: readonly Column<Reading>[] = [
    {
      name: 'who',
      label: text('access:readingLog.who'),
      show: ({ staffId }) => names.get(staffId) ?? text('access:today.someone'),
    },
    { name: 'at', label: text('access:readingLog.at'), show: ({ at }) => formatTime(at) },
    {
      name: 'family',
      label: text('access:readingLog.family'),
      show: ({ familyId, familyCode }) =>
        familyId !== null && held.has(familyId) ? (
          <Anchor component={Link} to={`/families/${familyId}`}>
            {familyCode}
          </Anchor>
        ) : (
          (familyCode ?? '–')
        ),
    },
    { name: 'what', label: text('access:readingLog.what'), show: describeReading },
  ]
  return (
    <DataTable
      caption={text('access:readingLog.list')}
      columns={columns}
      rows={readings}
      keyOf={({ seq }) => String(seq)}
      empty={
        <EmptyState
          title={text('access:readingLog.none')}
          hint={text('access:readingLog.noneHint')}
        />
      }
    />
  )
}

function describeReading({ how, kind, purpose, room, records }: Reading): string {
  switch (how) {
    case 'log':
      return text('access:readingLog.readLog')
    case 'delivered':
      return text('access:readingLog.toDevice', { count: records })
    case 'opened': {
      const what = kind === null ? '' : kindText(kind)
      const why = textOrNull(`access:readingLog.purposes.${purpose}`) ?? purpose
      if (purpose !== 'urgent') return `${what} · ${why}`
      const which = room === null ? 'rights:urgent.roomFirst' : `rights:urgent.rooms.${room}`
      return `${what} · ${why} · ${textOrNull(which) ?? room ?? ''}`
    }
  }
}
