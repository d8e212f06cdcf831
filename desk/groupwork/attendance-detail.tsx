import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  absenceReasons,
  type Attendance,
  type StandInRelation,
} from '../../core/groupwork/attendance.ts'
import { presenceOf, type PresenceMark } from '../../core/groupwork/mark-attendance.ts'
import { text } from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'
import styles from './attendance.module.css'
import { Chip } from './chip.tsx'
import { RelationChoice } from './seats-kept/relation-choice.tsx'

/** What belongs to the chosen way: a reason, a stand-in's name, late or left early. */
export function AttendanceDetail({
  row,
  naming,
  relatives,
  onMark,
  onRename,
}: {
  readonly row: LocalRecord<Attendance> | null
  readonly naming: boolean
  readonly relatives: readonly Relative[]
  readonly onMark: (fields: PresenceMark) => void
  /** Opens the question who came instead, or closes it with the name that stands. */
  readonly onRename: () => void
}) {
  const standIn = row?.presence === 'represented' ? row : null
  if (naming)
    return (
      <StandIn
        known={standIn?.representedBy ?? ''}
        relatives={relatives}
        onName={(name, relation) => onMark(presenceOf('represented', name, relation))}
        onKeep={onRename}
      />
    )
  if (standIn !== null)
    return (
      <div className={styles.standIn}>
        <span>{text('groupwork:kept.filledInstead', { name: standIn.representedBy })}</span>
        <button type="button" className={styles.takeBack} onClick={onRename}>
          {text('groupwork:kept.another')}
        </button>
        <RelationChoice
          question={text('groupwork:kept.asWhat', { name: standIn.representedBy })}
          value={standIn.representedAs}
          onChoose={(as) => onMark(presenceOf('represented', standIn.representedBy, as))}
        />
      </div>
    )
  if (row?.presence !== 'absent') return null
  return (
    <Reasons
      reason={row.absenceReason}
      onReason={(absenceReason) => onMark({ ...presenceOf('absent'), absenceReason })}
    />
  )
}

/** Somebody of the family who sits in the group, and as what, where that may be known. */
export interface Relative {
  readonly name: string
  readonly relation: StandInRelation | null
}

type Reason = Attendance['absenceReason']

/** All reasons while nobody knows; then the one that was given, and a way to change it. */
function Reasons({
  reason,
  onReason,
}: {
  readonly reason: Reason
  readonly onReason: (reason: Reason) => void
}) {
  const [open, setOpen] = useState(false)
  const asking = open || reason === null || reason === 'notYetKnown'
  const shown = asking ? absenceReasons : absenceReasons.filter((one) => one === reason)
  return (
    <div className={styles.chips}>
      {shown.map((one) => (
        <Chip
          key={one}
          label={text(`groupwork:absenceReason.${one}`)}
          pressed={reason === one}
          onPress={() => {
            setOpen(!asking)
            if (asking) onReason(one)
          }}
        />
      ))}
      {!asking && (
        <button type="button" className={styles.takeBack} onClick={() => setOpen(true)}>
          {text('groupwork:attendance.otherReason')}
        </button>
      )}
    </div>
  )
}

function StandIn({
  known,
  relatives,
  onName,
  onKeep,
}: {
  readonly known: string
  readonly relatives: readonly Relative[]
  readonly onName: (name: string, relation: StandInRelation | null) => void
  readonly onKeep: () => void
}) {
  const [name, setName] = useState(known)
  const say = () => {
    const words = name.trim()
    if (words !== '' && words !== known) onName(words, null)
  }
  return (
    <div className={styles.chips}>
      {relatives.map((relative) => (
        <Chip
          key={relative.name}
          label={relative.name}
          pressed={known === relative.name}
          onPress={() => onName(relative.name, relative.relation)}
        />
      ))}
      <TextInput
        aria-label={text('groupwork:attendance.standIn')}
        placeholder={text('groupwork:attendance.standIn')}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={say}
        onKeyDown={(event) => event.key === 'Enter' && say()}
      />
      <Button variant="default" onClick={name.trim() === known ? onKeep : say}>
        {text('kit:done')}
      </Button>
    </div>
  )
}
