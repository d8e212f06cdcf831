import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../core/access/staff.ts'
import { formatList, formatTime, text } from '../kit/index.ts'
import styles from './history-list.module.css'
import { useRecords } from './records.ts'
import type { RecordMarks } from './typed-record-parse.ts'

export interface WrittenMark {
  readonly id: string
  /** Of which record, in the words of the page. */
  readonly what: string
  readonly fields: readonly string[]
  readonly actorId: string
  readonly at: string
  /** Whose word it is, where somebody else has only passed it on: with a family's link, or by writing it down. */
  readonly saidBy?: string
}

/** What stands in a record now and who wrote it when; `hidden` fields point at other records and say nothing. */
export function listMarks(
  what: string,
  record: RecordMarks & { readonly id: string },
  hidden: readonly string[] = [],
): readonly WrittenMark[] {
  return record.trail.map(({ changeId, fields, actorId, claimedAt }) => ({
    id: `${record.id}:${changeId}`,
    what,
    fields: fields.filter((field) => !hidden.includes(field)).slice(0, 6),
    actorId,
    at: claimedAt,
  }))
}

function saidThrough(name: string, by: string): string {
  return name === '' ? by : text('sync:saidThrough', { name, by })
}

const shownFirst = 5

/** Who wrote what now stands there, newest first. */
export function HistoryList({
  marks,
  nameField,
  moreLabel,
}: {
  readonly marks: readonly WrittenMark[]
  readonly nameField: (field: string) => string
  readonly moreLabel: (count: number) => string
}) {
  const people = useRecords(staff)
  const [all, setAll] = useState(false)
  const sorted = marks.toSorted((left, right) => right.at.localeCompare(left.at))
  const shown = all ? sorted : sorted.slice(0, shownFirst)
  return (
    <>
      <ul className={styles.lines}>
        {shown.map(({ id, what, fields, actorId, at, saidBy = '' }) => (
          <li key={id}>
            <Text component="span">
              {[what, formatList(fields.map(nameField))].filter((part) => part !== '').join(' · ')}
            </Text>{' '}
            <Text component="span" c="gray.7" size="sm">
              {saidThrough(
                saidBy,
                people.find((one) => one.id === actorId)?.name ?? text('sync:conflict.someone'),
              )}
              {' · '}
              {formatTime(at)}
            </Text>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {moreLabel(sorted.length)}
          </Button>
        </div>
      )}
    </>
  )
}
