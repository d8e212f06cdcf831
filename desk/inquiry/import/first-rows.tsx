import { lettersOf, showCell, type Table } from '../../../core/kit/table.ts'
import type { AnswerImportPlan } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import { formatNumber, Section, text, Scrolling } from '../../kit/index.ts'
import own from './import.module.css'

const shownRows = 6
const shownColumns = 60

/** The top of the table as the file has it, with the rows that count as headings marked. */
export function FirstRows({
  table,
  plan,
}: {
  readonly table: Table
  readonly plan: AnswerImportPlan | null
}) {
  const head = (plan?.heading.titleRows ?? 0) + (plan?.heading.headingRows ?? 0)
  const rows = table.rows.slice(0, head + shownRows)
  const width = Math.min(
    shownColumns,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  )
  const columns = Array.from({ length: width }, (_, index) => lettersOf(index + 1))
  return (
    <Section
      title={text('inquiry:importing.top')}
      hint={text('inquiry:importing.topHint', {
        name: table.name,
        rows: formatNumber(table.rows.length),
      })}
    >
      <Scrolling label={text('inquiry:importing.top')}>
        <table className={own.top}>
          <thead>
            <tr>
              <th scope="col">{text('inquiry:importing.row')}</th>
              {columns.map((letter) => (
                <th scope="col" key={letter}>
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const number = index + 1
              return (
                <tr key={number} className={index < head ? own.heading : undefined}>
                  <th scope="row">{number}</th>
                  {columns.map((letter, column) => (
                    <td key={letter}>{showCell(row[column]).slice(0, 40)}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolling>
    </Section>
  )
}
