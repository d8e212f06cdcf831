import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  attendance as attendanceKind,
  type Attendance,
  type KeptSeat,
} from '../../../core/groupwork/attendance.ts'
import { keptBeside } from '../../../core/groupwork/kept-seats.ts'
import {
  type ParentRelation,
  parentRelations,
  type SeatEntry,
} from '../../../core/groupwork/seat.ts'
import { isJsonObject, type Json } from '../../../core/kit/json.ts'
import { ConflictMark, DoingNote, text, useDoing } from '../../kit/index.ts'
import type { LocalRecord } from '../../sync/index.ts'
import { draftKeptSeat } from '../attendance-drafts.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { RelationChoice } from './relation-choice.tsx'

/** Beside a child at a joint meeting: the seats kept for parents, each empty or with somebody else in it. */
export function KeptSeats({
  seat,
  row,
  adding,
  onAdded,
}: {
  readonly seat: SeatEntry
  readonly row: LocalRecord<Attendance>
  /** Asks for whom one more seat is kept. */
  readonly adding: boolean
  readonly onAdded: () => void
}) {
  const act = useActInTurn()
  const doing = useDoing()
  // Also of a parent who sat there after all: what was said can still be taken back.
  const kept = keptBeside(seat, row, [], [])
  const say = (keptFor: ParentRelation, said: KeptSeat | null) =>
    void doing.run(() => act((look) => draftKeptSeat(row.id, keptFor, said, look)))
  if (kept.length === 0 && !adding) return null
  return (
    <div className={styles.keptSeats}>
      <ConflictMark kind={attendanceKind} record={row} field="keptSeats" show={saidWords} />
      {kept.map(({ keptFor, said }) => (
        <OneSeat
          key={keptFor}
          keptFor={keptFor}
          said={said}
          onSay={(words) => say(keptFor, words)}
        />
      ))}
      {adding && (
        <fieldset className={styles.part}>
          <legend>{text('groupwork:kept.forWhom')}</legend>
          <div className={styles.chips}>
            {parentRelations
              .filter((one) => kept.every(({ keptFor }) => keptFor !== one))
              .map((one) => (
                <Chip
                  key={one}
                  label={text(`groupwork:relation.${one}`)}
                  pressed={false}
                  onPress={() => {
                    onAdded()
                    say(one, emptySeat)
                  }}
                />
              ))}
          </div>
        </fieldset>
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

/** One of two opinions about a kept seat, as a person reads it. */
function saidWords(value: Json): string {
  if (!isJsonObject(value)) return text('sync:conflict.empty')
  const { filledBy } = value
  return typeof filledBy === 'string' && filledBy !== ''
    ? text('groupwork:kept.filledBy', { name: filledBy })
    : text('groupwork:kept.empty')
}

const emptySeat: KeptSeat = { filledBy: '', filledAs: null }

function OneSeat({
  keptFor,
  said,
  onSay,
}: {
  readonly keptFor: ParentRelation
  readonly said: KeptSeat | null
  readonly onSay: (said: KeptSeat | null) => void
}) {
  const [naming, setNaming] = useState(false)
  const isEmpty = said !== null && said.filledBy === ''
  const isFilled = said !== null && said.filledBy !== ''
  return (
    <fieldset className={styles.part}>
      <legend>
        {text('groupwork:kept.seatOf', { whom: text(`groupwork:relation.${keptFor}`) })}
      </legend>
      <div className={styles.chips}>
        <Chip
          label={text('groupwork:kept.empty')}
          pressed={isEmpty && !naming}
          onPress={() => {
            setNaming(false)
            onSay(isEmpty && !naming ? null : emptySeat)
          }}
        />
        <Chip
          label={
            isFilled
              ? text('groupwork:kept.filledBy', { name: said.filledBy })
              : text('groupwork:kept.filled')
          }
          pressed={isFilled || naming}
          onPress={() => setNaming(!naming)}
        />
      </div>
      {naming && (
        <SeatName
          known={said?.filledBy ?? ''}
          onName={(filledBy) => {
            setNaming(false)
            onSay({ filledBy, filledAs: said?.filledAs ?? null })
          }}
        />
      )}
      {isFilled && !naming && (
        <RelationChoice
          question={text('groupwork:kept.asWhat', { name: said.filledBy })}
          value={said.filledAs}
          onChoose={(filledAs) => onSay({ ...said, filledAs })}
        />
      )}
    </fieldset>
  )
}

function SeatName({
  known,
  onName,
}: {
  readonly known: string
  readonly onName: (name: string) => void
}) {
  const [name, setName] = useState(known)
  const say = () => {
    const words = name.trim()
    if (words !== '' && words !== known) onName(words)
  }
  return (
    <Group gap="xs">
      <TextInput
        aria-label={text('groupwork:kept.who')}
        placeholder={text('groupwork:kept.who')}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={say}
        onKeyDown={(event) => event.key === 'Enter' && say()}
      />
      <Button variant="default" onClick={say}>
        {text('kit:done')}
      </Button>
    </Group>
  )
}
