import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import {
  type Finding,
  type FindingTable,
  listMethods,
  listRows,
  nameMethod,
} from '../../core/evaluation/findings/finding.ts'
import { DataTable, Facts, formatDay, Section, text, Scrolling } from '../kit/index.ts'
import { Chart } from './chart.tsx'
import { CsvButton } from './csv-button.tsx'
import styles from './evaluation.module.css'
import { deskWording } from './wording.ts'
import { WordButton } from './word/word-button.tsx'

/** An answer as people read it: the picture, the sentence for the report, what to know, the figures, then method and data. */
export function FindingView({
  finding,
  openData = false,
  ready = true,
  children,
}: {
  readonly finding: Finding
  readonly openData?: boolean
  /** False while newer figures are on their way: what stands here can be read, not taken along. */
  readonly ready?: boolean
  /** Figures that need a table of their own. */
  readonly children?: ReactNode
}) {
  const { title, charts, sentence, notes, figures, tables } = finding
  return (
    <Section title={title}>
      <fieldset disabled={!ready} className={styles.whole}>
        {charts.length > 0 && (
          <div className={styles.pictures}>
            {charts.map((chart) => (
              <Chart key={chart.title} spec={chart} />
            ))}
          </div>
        )}
        <Text className={styles.sentence ?? ''} data-sentence>
          {sentence}
        </Text>
        {notes.length > 0 && (
          <ul className={styles.warnings} aria-label={text('evaluation:warningsTitle')}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <FindingButtons finding={finding} />
        {children}
        {figures.length > 0 && (
          <div data-figures>
            <Facts rows={figures} />
          </div>
        )}
        <details className={styles.data} open={openData}>
          <summary>{text('evaluation:finding.method')}</summary>
          <MethodList finding={finding} />
          {tables.map((table) => (
            <FindingTableView key={table.name} table={table} />
          ))}
        </details>
      </fieldset>
    </Section>
  )
}

function FindingButtons({ finding }: { readonly finding: Finding }) {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(finding.sentence)
    setCopied(true)
  }
  return (
    <Group gap="xs" className="no-print">
      <Button
        size="compact-md"
        variant="default"
        onClick={() => {
          copy().catch(() => setCopied(false))
        }}
      >
        {copied ? text('evaluation:finding.copied') : text('evaluation:finding.copy')}
      </Button>
      <CsvButton title={finding.title} rows={() => listRows(finding, deskWording())} />
      <WordButton finding={() => finding} />
    </Group>
  )
}

function MethodList({ finding }: { readonly finding: Finding }) {
  const wording = deskWording()
  const methods = listMethods(finding)
  if (methods.length === 0) return null
  return (
    <ul>
      {methods.map((method) => (
        <li key={method.id}>
          {text('evaluation:finding.methodIn', {
            name: nameMethod(method, wording),
            id: method.id,
          })}
        </li>
      ))}
    </ul>
  )
}

function FindingTableView({ table }: { readonly table: FindingTable }) {
  const rows = table.rows.map((cells, index) => ({ cells, index }))
  return (
    <Scrolling label={table.caption}>
      <Text fw={600} mt="md">
        {table.caption}
      </Text>
      <DataTable
        caption={table.caption}
        rows={rows}
        keyOf={({ index }) => String(index)}
        columns={table.columns.map(({ label, numeric }, column) => ({
          name: `${column} ${label}`,
          label,
          numeric,
          show: ({ cells }: { readonly cells: (typeof table.rows)[number] }) =>
            showCell(cells[column] ?? null),
        }))}
      />
    </Scrolling>
  )
}

/** Exports keep every digit; a screen shows what can be read. */
/** A file keeps the ISO form; a person reads a day as everywhere on the desk. */
function dayOrWords(cell: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? formatDay(cell) : cell
}

function showCell(cell: string | number | null): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? String(Number(cell.toPrecision(6))) : dayOrWords(cell)
}
