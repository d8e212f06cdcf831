import { Anchor, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { WorkerLoad } from '../../../core/evaluation/supervision/list-loads.ts'
import { compareNames, DataTable, EmptyState, Section, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import { countOf, listLoadColumns } from './load-columns.tsx'
import { useLoads, useOpenConcerns } from './use-loads.ts'

const orders = ['longest', 'name', 'families', 'cases', 'reviews', 'supervised'] as const
type Order = (typeof orders)[number]

function inOrder(loads: readonly WorkerLoad[], order: Order): readonly WorkerLoad[] {
  switch (order) {
    case 'longest':
      return loads
    case 'name':
      return loads.toSorted((left, right) => compareNames(left.name, right.name))
    case 'families':
      return loads.toSorted((left, right) => right.familyIds.length - left.familyIds.length)
    case 'cases':
      return loads.toSorted((left, right) => right.openCases - left.openCases)
    case 'reviews':
      return loads.toSorted((left, right) => countOf(right, 'review') - countOf(left, 'review'))
    case 'supervised':
      return loads.toSorted((left, right) =>
        (left.supervisedOn ?? '').localeCompare(right.supervisedOn ?? ''),
      )
  }
}

/** Who carries what, in the order of what has waited longest: where a hand is wanted, not who is good. */
export function LoadTable() {
  const loads = useLoads()
  const concerns = useOpenConcerns()
  const today = useToday()
  const [order, setOrder] = useState<Order>('longest')
  const columns = listLoadColumns(today)
  return (
    <Section
      title={text('supervision:loads.title')}
      hint={text('supervision:loads.hint')}
      actions={
        concerns > 0 && (
          <Anchor component={Link} to="/safety">
            {text('supervision:loads.concernsTotal', { count: concerns })}
          </Anchor>
        )
      }
    >
      {loads.length > 1 && (
        <NativeSelect
          label={text('supervision:loads.order')}
          value={order}
          data={orders.map((value) => ({ value, label: text(`supervision:loads.${value}`) }))}
          onChange={({ currentTarget }) =>
            setOrder(orders.find((one) => one === currentTarget.value) ?? 'longest')
          }
          w="fit-content"
        />
      )}
      <DataTable
        caption={text('supervision:loads.title')}
        columns={columns}
        rows={inOrder(loads, order)}
        keyOf={({ staffId }) => staffId}
        empty={
          <EmptyState
            title={text('supervision:loads.empty')}
            hint={text('supervision:loads.emptyHint')}
          />
        }
      />
    </Section>
  )
}
