import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './data-table.module.css'
import { EmptyState } from './section.tsx'
import { text } from './text.ts'

export interface Column<Row> {
  readonly name: string
  readonly label: string
  readonly show: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** Left out on the cards of a phone. */
  readonly wideOnly?: boolean
}

export interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Where a row leads; the first column becomes the link, the whole row can be touched. */
  readonly linkOf?: (row: Row) => string
  readonly empty?: ReactNode
}

/** A table that becomes one card per row on a narrow screen, and stays a table for screen readers and print. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  linkOf,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0) return empty ?? <EmptyState title={text('kit:nothingHere')} />
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.name}
              scope="col"
              className={column.numeric === true ? styles.numeric : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={linkOf === undefined ? undefined : styles.linked}>
            {columns.map((column, index) => (
              <Cell
                key={column.name}
                column={column}
                first={index === 0}
                link={index === 0 ? linkOf?.(row) : undefined}
                row={row}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({
  column,
  first,
  link,
  row,
}: {
  readonly column: Column<Row>
  readonly first: boolean
  readonly link: string | undefined
  readonly row: Row
}) {
  const classes = [
    column.numeric === true ? styles.numeric : '',
    column.wideOnly === true ? styles.wideOnly : '',
  ]
  const shown = column.show(row)
  const content =
    link === undefined ? (
      shown
    ) : (
      <Link to={link} className={styles.link}>
        {shown}
      </Link>
    )
  if (first) {
    return (
      <th scope="row" className={[styles.head, ...classes].join(' ')}>
        {content}
      </th>
    )
  }
  return (
    <td className={classes.join(' ')}>
      <span className={styles.label} aria-hidden="true">
        {column.label}
      </span>
      <span>{content}</span>
    </td>
  )
}
