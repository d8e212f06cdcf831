import { Badge, Text } from '@mantine/core'
import { Link } from 'react-router'
import { pair, type Pair } from '../../core/families/pair.ts'
import { pairSeats, type SeatRow } from '../../core/groupwork/pair-seats.ts'
import type { SeatEntry } from '../../core/groupwork/seat.ts'
import { EmptyState, formatDay, text } from '../kit/index.ts'
import { useRecords, useToday } from '../sync/index.ts'
import { PresenceLegend, PresenceStrip } from './presence-strip.tsx'
import styles from './seat-table.module.css'
import type { GroupFile } from './use-group.ts'

/** One row per family: the child and those who come for the child next to each other, with their marks so far. */
export function SeatTable({ file }: { readonly file: GroupFile }) {
  const today = useToday()
  const { rows, withoutChild, left } = pairSeats(file.seats, today, useRecords(pair))
  if (file.seats.length === 0)
    return (
      <EmptyState title={text('groupwork:seats.empty')} hint={text('groupwork:seats.emptyHint')} />
    )
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{text('groupwork:page.families')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('groupwork:strand.child')}</th>
            <th scope="col">{text('groupwork:strand.parent')}</th>
            <th scope="col">{text('groupwork:strand.guardian')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FamilyRow key={row.child.id} row={row} file={file} />
          ))}
        </tbody>
      </table>
      <PresenceLegend />
      {withoutChild.length > 0 && (
        <SeatNames label={text('groupwork:seats.withoutChild')} seats={withoutChild} />
      )}
      {left.length > 0 && <SeatNames label={text('groupwork:seats.left')} seats={left} />}
    </>
  )
}

function FamilyRow({ row, file }: { readonly row: SeatRow; readonly file: GroupFile }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/families/${row.familyId}`} className={styles.name}>
          {row.child.displayName}
        </Link>
        <PresenceStrip seat={row.child} file={file} />
      </th>
      <td data-label={text('groupwork:strand.parent')}>
        {row.parentSeat === 'open' && row.keptFor.length === 0 && (
          <Badge variant="outline" color="gray.7" tt="none" className={styles.open}>
            {text('groupwork:seats.open')}
          </Badge>
        )}
        {row.parents.map((seat) => (
          <Adult key={seat.id} seat={seat} relation={row.relations.get(seat.id)} file={file} />
        ))}
        {row.keptFor.map((relation) => (
          <Badge key={relation} variant="outline" color="gray.7" tt="none" className={styles.open}>
            {text('groupwork:kept.line', { whom: text(`groupwork:relation.${relation}`) })}
          </Badge>
        ))}
        {row.parentSeat === 'filledByOther' && (
          <Text size="sm" c="gray.7">
            {text('groupwork:seats.filledByOther')}
          </Text>
        )}
      </td>
      <td
        data-label={text('groupwork:strand.guardian')}
        className={row.guardians.length === 0 ? styles.nobody : styles.guardians}
      >
        {row.guardians.length === 0 && <span aria-hidden="true">–</span>}
        {row.guardians.map((seat) => (
          <Adult key={seat.id} seat={seat} relation={row.relations.get(seat.id)} file={file} />
        ))}
      </td>
    </tr>
  )
}

function Adult({
  seat,
  relation,
  file,
}: {
  readonly seat: SeatEntry
  readonly relation: Pair['relation'] | undefined
  readonly file: GroupFile
}) {
  return (
    <div>
      {relation === undefined
        ? seat.displayName
        : text('groupwork:seats.adult', {
            name: seat.displayName,
            relation: text(`groupwork:relation.${relation}`),
          })}
      <PresenceStrip seat={seat} file={file} />
    </div>
  )
}

function SeatNames({
  label,
  seats,
}: {
  readonly label: string
  readonly seats: readonly SeatEntry[]
}) {
  return (
    <div>
      <Text size="sm" c="gray.7">
        {label}
      </Text>
      <ul className={styles.names}>
        {seats.map((seat) => (
          <li key={seat.id}>
            {seat.displayName} · {text(`groupwork:strand.${seat.strand}`)}
            {seat.leftOn !== null &&
              text('groupwork:seats.leftOn', {
                day: formatDay(seat.leftOn),
                reason: text(`groupwork:leaveReason.${seat.leaveReason ?? 'other'}`),
              })}
          </li>
        ))}
      </ul>
    </div>
  )
}
