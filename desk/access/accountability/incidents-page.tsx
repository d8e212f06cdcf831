import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import {
  type IncidentEntry,
  incident,
  stepsOwed,
} from '../../../core/access/accountability/incident.ts'
import {
  type Column,
  DataTable,
  EmptyState,
  formatTime,
  Page,
  Section,
  text,
} from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

/** What happened to data of children, the latest first, and which step each still owes. */
export function IncidentsPage() {
  const all = useRecords(incident).toSorted((left, right) =>
    right.noticedAt.localeCompare(left.noticedAt),
  )
  const columns: readonly Column<IncidentEntry>[] = [
    {
      name: 'sort',
      label: text('accountability:incident.sortLabel'),
      show: ({ sort }) => text(`accountability:sort.${sort}`),
    },
    {
      name: 'at',
      label: text('accountability:incident.noticedAt'),
      show: ({ noticedAt }) => formatTime(noticedAt),
    },
    { name: 'next', label: text('accountability:incident.next'), show: nextOf },
  ]
  return (
    <Page
      title={text('accountability:incident.listTitle')}
      back={{ to: '/accountability', label: text('accountability:title') }}
    >
      <Section
        title={text('accountability:incident.list')}
        actions={
          <Anchor component={Link} to="/report-incident">
            {text('accountability:incident.report')}
          </Anchor>
        }
      >
        <DataTable
          caption={text('accountability:incident.list')}
          columns={columns}
          rows={all}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/accountability/incidents/${id}`}
          empty={
            <EmptyState
              title={text('accountability:incident.none')}
              hint={text('accountability:incident.noneHint')}
            />
          }
        />
      </Section>
    </Page>
  )
}

function nextOf(its: IncidentEntry): string {
  if (its.state === 'closed') return text('accountability:incident.closed')
  const [first] = stepsOwed(its)
  return text(
    first === undefined ? 'accountability:incident.readyToClose' : `accountability:step.${first}`,
  )
}
