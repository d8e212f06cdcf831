import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { absenceReasons, type Attendance } from '../../core/groupwork/attendance.ts'
import { presenceOf } from '../../core/groupwork/mark-attendance.ts'
import { text } from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'
import type { PresenceMark } from './attendance-drafts.ts'
import styles from './attendance.module.css'
import { Chip } from './chip.tsx'

/** What belongs to the chosen way: a reason, a stand-in's name, late or left early. */
export function AttendanceDetail({
  row,
  naming,
  relatives,
  onMark,
}: {
  readonly row: LocalRecord<Attendance> | null
  readonly naming: boolean
  readonly relatives: readonly string[]
  readonly onMark: (fields: PresenceMark) => void
}) {
  if (naming || row?.presence === 'represented')
    return (
      <StandIn
        known={row?.presence === 'represented' ? row.representedBy : ''}
        relatives={relatives}
        onName={(name) => onMark(presenceOf('represented', name))}
      />
    )
  if (row?.presence !== 'absent') return null
  return (
    <Reasons
      reason={row.absenceReason}
      onReason={(absenceReason) => onMark({ ...presenceOf('absent'), absenceReason })}
    />
  )
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
}: {
  readonly known: string
  readonly relatives: readonly string[]
  readonly onName: (name: string) => void
}) {
  const [name, setName] = useState(known)
  const say = () => {
    const words = name.trim()
    if (words !== '' && words !== known) onName(words)
  }
  return (
    <div className={styles.chips}>
      {relatives.map((relative) => (
        <Chip
          key={relative}
          label={relative}
          pressed={known === relative}
          onPress={() => onName(relative)}
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
      <Button variant="default" onClick={say}>
        {text('kit:done')}
      </Button>
    </div>
  )
}
