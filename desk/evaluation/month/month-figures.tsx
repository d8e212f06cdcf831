import type { StationMonth } from '../../../core/evaluation/station-month/station-month.ts'
import { Facts, formatNumber, Section, text } from '../../kit/index.ts'
import styles from './month.module.css'
import { listMonthRows, type MonthRow } from './month-rows.ts'

const parts = ['served', 'groups', 'attendance', 'else'] as const

/** Four blocks as on the form: who was served, what was held, who took part how, and the rest. */
export function MonthFigures({ figures }: { readonly figures: StationMonth }) {
  const rows = listMonthRows(figures)
  return (
    <div className={styles.blocks}>
      {parts.map((part) => (
        <Section key={part} title={text(`evaluation:month.part.${part}`)}>
          <Facts
            rows={rows
              .filter((row) => row.part === part)
              .map((row) => ({ label: row.label, value: show(row) }))}
          />
        </Section>
      ))}
    </div>
  )
}

function show({ value, shown }: MonthRow): string {
  return shown ?? (value === null ? '–' : formatNumber(value))
}
