import type { CaseFileEntry } from '../../core/casework/case-shape.ts'
import {
  listCaseSeries,
  phasesOfCase,
  type StudyRecords,
} from '../../core/evaluation/casework/list-case-series.ts'
import { type OutcomeRow, outcomeOfCase } from '../../core/evaluation/casework/outcome-of-case.ts'
import { writePoint } from '../../core/evaluation/casework/write-point.ts'
import { DataTable, formatDay, Section, text } from '../kit/index.ts'
import { caseWording } from './case-study.tsx'
import styles from './casework.module.css'

/** Form-F20: goals and questionnaires at the start, at the end and at follow-up, from the records. */
export function OutcomeSection({
  its,
  records,
}: {
  readonly its: CaseFileEntry
  readonly records: StudyRecords
}) {
  const series = listCaseSeries(its, records, caseWording())
  const rows = outcomeOfCase(series, phasesOfCase(its, records))
  return (
    <Section title={text('casework:outcome.title')} hint={text('casework:outcome.hint')}>
      {rows.length === 0 ? (
        <p className={styles.fine}>{text('casework:outcome.none')}</p>
      ) : (
        (['goal', 'scale'] as const).map((of) => (
          <OutcomeTable key={of} of={of} rows={rows.filter((row) => row.of === of)} />
        ))
      )}
    </Section>
  )
}

function OutcomeTable({
  of,
  rows,
}: {
  readonly of: OutcomeRow['of']
  readonly rows: readonly OutcomeRow[]
}) {
  if (rows.length === 0) return null
  const title = text(of === 'goal' ? 'casework:outcome.goal' : 'casework:outcome.measure')
  const later = rows.some((row) => row.later !== null)
  const said = (point: OutcomeRow['start']): string =>
    point === null ? '–' : `${writePoint(point.value, of)} (${formatDay(point.on)})`
  return (
    <DataTable<OutcomeRow>
      caption={title}
      columns={[
        { name: 'title', label: title, show: (row) => row.title },
        { name: 'start', label: text('casework:outcome.start'), show: (row) => said(row.start) },
        { name: 'end', label: text('casework:outcome.end'), show: (row) => said(row.end) },
        ...(later
          ? [
              {
                ...{ name: 'later', label: text('casework:outcome.later') },
                show: (row: OutcomeRow) => said(row.later),
              },
            ]
          : []),
      ]}
      rows={rows}
      keyOf={({ key }) => key}
    />
  )
}
