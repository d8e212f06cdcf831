import { Button } from '@mantine/core'
import { useState } from 'react'
import { memberLine } from '../../../core/groupwork/members/member-line.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { ConflictMark, formatDay, Section, text, UnsentMark } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import styles from '../families.module.css'

const shownAtFirst = 5

/** What the group's meetings showed of this family's members, newest first; nobody of another family is named. */
export function GroupLines({ familyId }: { readonly familyId: string }) {
  const lines = useRecords(memberLine, { familyId })
  const names = new Map(useRecords(seat, { familyId }).map((one) => [one.id, one.displayName]))
  const [all, setAll] = useState(false)
  const written = lines
    .filter(({ words }) => words !== '')
    .sort((left, right) => right.on.localeCompare(left.on))
  if (written.length === 0) return null
  return (
    <Section title={text('families:groupLines.title')} hint={text('families:groupLines.hint')}>
      <ul className={styles.cards}>
        {(all ? written : written.slice(0, shownAtFirst)).map((line) => (
          <li key={line.id}>
            <strong>
              {[
                formatDay(line.on),
                names.get(line.seatId),
                text('families:groupLines.no', { no: line.no }),
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </strong>{' '}
            <UnsentMark record={line} />
            <ConflictMark kind={memberLine} record={line} />
            <p>{line.words}</p>
          </li>
        ))}
      </ul>
      {!all && written.length > shownAtFirst && (
        <Button variant="default" onClick={() => setAll(true)}>
          {text('families:groupLines.all', { count: written.length })}
        </Button>
      )}
    </Section>
  )
}
