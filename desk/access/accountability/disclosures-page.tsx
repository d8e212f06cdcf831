import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { type Disclosure, disclosure } from '../../../core/access/accountability/disclosure.ts'
import {
  type Column,
  DataTable,
  EmptyState,
  formatDay,
  Page,
  Section,
  text,
} from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

type Listed = Disclosure & { readonly id: string }

/** The register of who asked for data of children and what they were given. */
export function DisclosuresPage() {
  const all = useRecords(disclosure).toSorted((left, right) =>
    right.askedOn.localeCompare(left.askedOn),
  )
  const columns: readonly Column<Listed>[] = [
    {
      name: 'who',
      label: text('accountability:request.organisation'),
      show: ({ organisation }) => organisation,
    },
    {
      name: 'on',
      label: text('accountability:request.askedOn'),
      show: ({ askedOn }) => formatDay(askedOn),
    },
    {
      name: 'outcome',
      label: text('accountability:request.outcome'),
      show: ({ outcome }) => text(`accountability:outcome.${outcome ?? 'open'}`),
    },
  ]
  return (
    <Page
      title={text('accountability:request.listTitle')}
      back={{ to: '/accountability', label: text('accountability:title') }}
    >
      <Section
        title={text('accountability:request.list')}
        hint={text('accountability:request.listHint')}
        actions={
          <Anchor component={Link} to="/accountability/requests/new">
            {text('accountability:request.new')}
          </Anchor>
        }
      >
        <DataTable
          caption={text('accountability:request.list')}
          columns={columns}
          rows={all}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/accountability/requests/${id}`}
          empty={
            <EmptyState
              title={text('accountability:request.none')}
              hint={text('accountability:request.noneHint')}
            />
          }
        />
      </Section>
    </Page>
  )
}
