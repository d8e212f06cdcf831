import { Button, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { useDoing } from '../../kit/doing.ts'
import { formatTime } from '../../kit/format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DoingNote } from '../../kit/notes.tsx'
import { Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { writeEnd } from '../../sync/delivery/notice-shapes.ts'
import { useRecords } from '../../sync/records.ts'
import { callServer } from '../../sync/server.ts'
import { type AgencyNotice, agencyNoticesShape } from './channel-shapes.ts'

const pageSize = 50

/** Everything the agency sent, page by page: no family and nobody's name but the colleague's. */
export function AgencyLog() {
  const { notices, more, doing, ask } = useAgencyLog()
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const columns: readonly Column<AgencyNotice>[] = [
    { name: 'at', label: text('delivery:log.at'), show: ({ at }) => formatTime(at) },
    {
      name: 'way',
      label: text('delivery:log.way'),
      show: ({ kind }) => text(`delivery:kinds.${kind}`),
    },
    { name: 'to', label: text('delivery:log.to'), show: ({ to }) => to },
    {
      name: 'purpose',
      label: text('delivery:log.purpose'),
      show: ({ purpose }) => text(`delivery:purposes.${purpose}`),
    },
    {
      name: 'by',
      label: text('delivery:log.by'),
      show: ({ by }) => names.get(by) ?? text('delivery:log.someone'),
    },
    { name: 'end', label: text('delivery:log.end'), show: writeEnd },
  ]
  return (
    <Section title={text('delivery:log.title')} hint={text('delivery:log.hint')}>
      <DoingNote doing={doing} />
      {notices !== null && (
        <DataTable
          caption={text('delivery:log.title')}
          columns={columns}
          rows={notices}
          keyOf={({ id }) => id}
          empty={<Text>{text('delivery:log.empty')}</Text>}
        />
      )}
      {more && (
        <div>
          <Button
            variant="default"
            loading={doing.busy}
            onClick={() => ask(notices?.at(-1)?.cursor ?? null)}
          >
            {text('delivery:log.more')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function useAgencyLog() {
  const doing = useDoing()
  const { run } = doing
  const [notices, setNotices] = useState<readonly AgencyNotice[] | null>(null)
  const [more, setMore] = useState(false)
  const ask = useCallback(
    (before: string | null) => {
      run(() => callServer('/api/notices/agency', { before, limit: pageSize }, agencyNoticesShape))
        .then((answer) => {
          if (answer === null) return
          setNotices((known) => [...(before === null ? [] : (known ?? [])), ...answer.notices])
          setMore(answer.more)
        })
        .catch(reportError)
    },
    [run],
  )
  useEffect(() => ask(null), [ask])
  return { notices, more, doing, ask }
}
