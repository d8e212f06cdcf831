import { text, Scrolling } from '../../kit/index.ts'
import type { WordedCrossTable } from '../../../core/evaluation/survey/word-cross-table.ts'
import styles from '../inquiry.module.css'
import own from './survey.module.css'

/** The last column and the last line are the people. */
export function CrossTableView({ table }: { readonly table: WordedCrossTable }) {
  return (
    <>
      <Scrolling label={text('inquiry:survey.crossTables')}>
        <table className={`${styles.numbers} ${own.cross}`}>
          <caption>{table.title}</caption>
          <thead>
            <tr>
              <th scope="col">{table.corner}</th>
              {table.heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.lines.map(({ label, cells }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <td key={table.heads[at] ?? at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <ul className={own.notes}>
        {table.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  )
}
