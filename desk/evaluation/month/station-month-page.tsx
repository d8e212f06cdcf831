import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import {
  addMonths,
  firstDay,
  monthOf,
  type Month,
} from '../../../core/evaluation/station-month/month-of-year.ts'
import type { StationMonth } from '../../../core/evaluation/station-month/station-month.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Icon,
  Loading,
  Page,
  text,
} from '../../kit/index.ts'
import { useAgency, useToday } from '../../sync/index.ts'
import { downloadMonth } from './download-month.ts'
import { MonthChecks } from './month-checks.tsx'
import { MonthFigures } from './month-figures.tsx'
import { MonthLists } from './month-lists.tsx'
import { useStationMonth } from './use-station-month.ts'

/** The station's monthly figures: counted by the server over the whole agency, each to be followed to its meetings. */
export function StationMonthPage() {
  const today = useToday()
  const [month, setMonth] = useState<Month>(addMonths(monthOf(today), -1))
  const { figures, countedOn, online, doing } = useStationMonth(month)
  return (
    <Page
      title={text('evaluation:month.title')}
      back={{ to: '/evaluation', label: text('evaluation:home.title') }}
      actions={figures !== null && <MonthActions figures={figures} />}
    >
      <MonthSwitch month={month} last={monthOf(today)} onChange={setMonth} />
      {!online && figures === null && <EmptyState title={text('evaluation:month.offline')} />}
      {countedOn !== null && <Text>{text('evaluation:month.countedOn', { day: countedOn })}</Text>}
      {online && <DoingNote doing={doing} />}
      {doing.busy && <Loading />}
      {figures !== null && (
        <>
          <MonthFigures figures={figures} />
          <MonthChecks checks={figures.checks} />
          <MonthLists figures={figures} />
        </>
      )}
    </Page>
  )
}

function MonthActions({ figures }: { readonly figures: StationMonth }) {
  const agency = useAgency()
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => window.print()}>
        {text('evaluation:month.print')}
      </Button>
      <Button onClick={() => downloadMonth(figures, agency?.name ?? '')}>
        {text('evaluation:month.download')}
      </Button>
    </Group>
  )
}

interface MonthSwitchProps {
  readonly month: Month
  readonly last: Month
  readonly onChange: (month: Month) => void
}

function MonthSwitch({ month, last, onChange }: MonthSwitchProps) {
  const name = new Intl.DateTimeFormat(currentLanguage(), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${firstDay(month)}T00:00:00Z`))
  const step = (by: number, label: string, icon: 'back' | 'next') => (
    <Button
      variant="default"
      aria-label={label}
      disabled={by > 0 && month >= last}
      onClick={() => onChange(addMonths(month, by))}
    >
      <Icon name={icon} />
    </Button>
  )
  return (
    <Group gap="sm" wrap="nowrap">
      {step(-1, text('evaluation:month.previous'), 'back')}
      <Text fw={600} size="lg" aria-live="polite">
        {name}
      </Text>
      {step(1, text('evaluation:month.next'), 'next')}
    </Group>
  )
}
