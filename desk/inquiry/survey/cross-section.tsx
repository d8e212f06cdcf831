import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { barsOfCross } from '../../../core/evaluation/survey/bars/bars-of-survey.ts'
import type { ShownCrossTable } from '../../../core/evaluation/survey/hide-cross-table.ts'
import { listCrossRows } from '../../../core/evaluation/survey/list-cross-rows.ts'
import { chooseUsualTables, nameAxisFor } from '../../../core/evaluation/survey/name-axis.ts'
import {
  wordCrossTable,
  type ShareOf,
  type TableNames,
} from '../../../core/evaluation/survey/word-cross-table.ts'
import { nameAxis, readAxisName } from '../../../core/inquiry/cross-table/cross-axis.ts'
import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { Section, SegmentedChoice, saveFile, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { inquiryWording, picturesOf } from '../words.ts'
import { BarsView } from './bars-view.tsx'
import { CrossTableView } from './cross-table-view.tsx'
import type { TablePair } from './summary-messages.ts'
import type { SummaryState } from './use-summary.ts'

export interface CrossSectionProps {
  readonly instrument: Instrument
  readonly summary: SummaryState
  readonly axes: readonly string[]
  /** Whether somebody outside the team reads it (EVA-26). */
  readonly outside: boolean
}

const mostTables = 60

/** Two things of a survey by each other, and the usual tables to take along. */
export function CrossSection({ instrument, summary, axes, outside }: CrossSectionProps) {
  const [rowsChosen, setRows] = useState('')
  const [columnsChosen, setColumns] = useState('')
  const [share, setShare] = useState<ShareOf>('column')
  const rows = axes.includes(rowsChosen) ? rowsChosen : firstItemOf(axes)
  const columns = axes.includes(columnsChosen)
    ? columnsChosen
    : (axes.find((one) => one !== rows) ?? '')
  const table = useTable(summary, { rows, columns }, outside)
  if (axes.length < 2) return null
  const choices = axes.map((value) => ({ value, label: namesOf(instrument, value).title }))
  return (
    <Section
      title={text('inquiry:survey.crossTables')}
      hint={text('inquiry:survey.crossTablesHint')}
    >
      <div className={styles.pairOfFields}>
        <NativeSelect
          label={text('inquiry:survey.crossRows')}
          value={rows}
          data={choices}
          onChange={({ currentTarget }) => setRows(currentTarget.value)}
        />
        <NativeSelect
          label={text('inquiry:survey.crossColumns')}
          value={columns}
          data={choices}
          onChange={({ currentTarget }) => setColumns(currentTarget.value)}
        />
      </div>
      <SegmentedChoice
        label={text('inquiry:survey.crossShare')}
        value={share}
        options={[
          { value: 'column', label: text('inquiry:survey.shareColumn') },
          { value: 'row', label: text('inquiry:survey.shareRow') },
        ]}
        onChange={setShare}
      />
      {rows === columns && <Text c="gray.7">{text('inquiry:survey.crossNothing')}</Text>}
      {table !== null && rows !== columns && (
        <Crossed instrument={instrument} table={table} pair={{ rows, columns }} share={share} />
      )}
      <SaveTables {...{ instrument, summary, axes, outside }} pair={{ rows, columns }} />
    </Section>
  )
}

function firstItemOf(axes: readonly string[]): string {
  return axes.find((name) => name.startsWith('item ')) ?? axes[0] ?? ''
}

function namesOf(instrument: Instrument, name: string) {
  const axis = readAxisName(name) ?? { by: 'group' as const }
  return nameAxisFor(axis, instrument, new Map(), inquiryWording())
}

function pairNames(instrument: Instrument, { rows, columns }: TablePair): TableNames {
  return { rows: namesOf(instrument, rows), columns: namesOf(instrument, columns) }
}

/** The table that was asked for last; the one before stands until it is there. */
function useTable(
  { askTables, state, figures }: SummaryState,
  { rows, columns }: TablePair,
  outside: boolean,
): ShownCrossTable | null {
  const [shown, setShown] = useState<{ of: string; table: ShownCrossTable | null } | null>(null)
  const of = `${rows}|${columns}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: other figures, other tables
  useEffect(() => {
    if (state !== 'done' || rows === columns) return undefined
    let left = false
    askTables({ pairs: [{ rows, columns }], outside })
      .then((tables) => {
        if (!left && tables !== null)
          setShown({ of: `${rows}|${columns}`, table: tables[0] ?? null })
      })
      .catch(reportError)
    return () => {
      left = true
    }
  }, [askTables, state, figures, rows, columns, outside])
  return shown?.of === of ? shown.table : null
}

function Crossed({
  instrument,
  table,
  pair,
  share,
}: {
  readonly instrument: Instrument
  readonly table: ShownCrossTable
  readonly pair: TablePair
  readonly share: ShareOf
}) {
  const wording = inquiryWording()
  const names = pairNames(instrument, pair)
  const { language } = wording
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and words follow pair and language
  const bars = useMemo(
    () => barsOfCross(table, names, picturesOf(instrument, pair.rows), wording),
    [table, pair.rows, pair.columns, language],
  )
  return (
    <>
      <CrossTableView table={wordCrossTable(table, names, share, wording)} />
      {bars !== null && <BarsView bars={bars} />}
    </>
  )
}

function SaveTables({
  instrument,
  summary,
  axes,
  outside,
  pair,
}: CrossSectionProps & { readonly pair: TablePair }) {
  const all = useMemo(
    () =>
      chooseUsualTables(
        axes.flatMap((name) => readAxisName(name) ?? []),
        instrument,
        Number.POSITIVE_INFINITY,
      ).map((one) => ({ rows: nameAxis(one.rows), columns: nameAxis(one.columns) })),
    [axes, instrument],
  )
  const usual = all.slice(0, mostTables)
  const save = (pairs: readonly TablePair[]): void => {
    summary
      .askTables({ pairs, outside })
      .then((tables) => {
        if (tables === null) return
        const lines = tables.flatMap((table, at) => {
          const of = pairs[at]
          return table === null || of === undefined
            ? []
            : listCrossRows(table, pairNames(instrument, of), inquiryWording())
        })
        saveFile(
          `${instrument.code}-${text('inquiry:survey.crossTables')}.csv`,
          writeGuardedCsv(lines),
          'text/csv;charset=utf-8',
        )
      })
      .catch(reportError)
  }
  const busy = summary.state !== 'done'
  return (
    <>
      <Group gap="xs" mt="sm" className="no-print">
        <Button
          variant="default"
          disabled={busy || pair.rows === pair.columns}
          onClick={() => save([pair])}
        >
          {text('inquiry:survey.crossCsv')}
        </Button>
        {usual.length > 0 && (
          <Button variant="default" disabled={busy} onClick={() => save(usual)}>
            {usual.length < all.length
              ? text('inquiry:survey.crossSomeCsv', { count: usual.length, all: all.length })
              : text('inquiry:survey.crossAllCsv', { count: usual.length })}
          </Button>
        )}
      </Group>
      <Text size="sm" c="gray.7">
        {text('inquiry:survey.crossUsual')}
      </Text>
    </>
  )
}
