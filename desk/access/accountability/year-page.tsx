import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { MinorsAudit } from '../../../core/evaluation/minors-audit/minors-audit.ts'
import { type CsvCell, writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import {
  DoingNote,
  EmptyState,
  Facts,
  formatDay,
  formatNumber,
  Icon,
  Loading,
  Page,
  saveCsv,
  Section,
  text,
} from '../../kit/index.ts'
import { useAgency, useToday } from '../../sync/index.ts'
import { auditParts, listAuditRows } from './audit-rows.ts'
import { ProcessingTable } from './processing-table.tsx'
import { useAuditYear } from './use-audit-year.ts'

/** The figures for the yearly compliance audit of minors' data, ready in January for the year before. */
export function YearPage() {
  const today = useToday()
  const thisYear = Number(today.slice(0, 4))
  // Until the spring the year that has ended is the one that is owed.
  const [year, setYear] = useState(today.slice(5) < '04-01' ? thisYear - 1 : thisYear)
  const { figures, online, doing } = useAuditYear(year)
  return (
    <Page
      title={text('accountability:year.title', { year })}
      back={{ to: '/accountability', label: text('accountability:title') }}
      actions={figures !== null && <YearActions figures={figures} />}
    >
      <Text>{text('accountability:year.explain')}</Text>
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="back" />}
          onClick={() => setYear(year - 1)}
        >
          {year - 1}
        </Button>
        <Text fw={600}>{year}</Text>
        {year < thisYear && (
          <Button
            variant="default"
            rightSection={<Icon name="next" />}
            onClick={() => setYear(year + 1)}
          >
            {year + 1}
          </Button>
        )}
      </Group>
      {!online && figures === null && <EmptyState title={text('accountability:year.offline')} />}
      {online && <DoingNote doing={doing} />}
      {doing.busy && <Loading />}
      {figures !== null && <YearFigures figures={figures} />}
    </Page>
  )
}

function YearActions({ figures }: { readonly figures: MinorsAudit }) {
  const agency = useAgency()
  const download = () => {
    const rows: readonly (readonly CsvCell[])[] = [
      [text('accountability:year.title', { year: figures.year }), agency?.name ?? ''],
      [text('accountability:year.through'), figures.through],
      ...listAuditRows(figures).map(({ part, label, value }) => [
        text(`accountability:year.part.${part}`),
        label,
        value,
      ]),
    ]
    saveCsv(`minors-audit-${figures.year}.csv`, writeGuardedCsv(rows))
  }
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => window.print()}>
        {text('accountability:year.print')}
      </Button>
      <Button onClick={download}>{text('accountability:year.download')}</Button>
    </Group>
  )
}

function YearFigures({ figures }: { readonly figures: MinorsAudit }) {
  const rows = listAuditRows(figures)
  const sum = figures.readings.reduce((all, { opened }) => all + opened, 0)
  const agency = useAgency()
  return (
    <>
      <Text>
        {text('accountability:year.counted', {
          agency: agency?.name ?? '',
          day: formatDay(figures.through),
        })}
      </Text>
      {auditParts.map((part) => (
        <Section key={part} title={text(`accountability:year.part.${part}`)}>
          <Facts
            rows={rows
              .filter((row) => row.part === part)
              .map(({ label, value }) => ({
                label,
                value: typeof value === 'number' ? formatNumber(value) : value,
              }))}
          />
        </Section>
      ))}
      <Alert color={sum === figures.readingsInAll ? 'gray' : 'kite'} variant="light">
        {text(
          sum === figures.readingsInAll
            ? 'accountability:year.agrees'
            : 'accountability:year.differs',
          { sum, all: figures.readingsInAll },
        )}
      </Alert>
      <Section
        title={text('accountability:processing.title')}
        hint={text('accountability:processing.hint')}
      >
        <ProcessingTable lines={figures.processing} />
      </Section>
      <Section title={text('accountability:year.notCounted')}>
        <Text>{text('accountability:year.notCountedWords')}</Text>
      </Section>
    </>
  )
}
