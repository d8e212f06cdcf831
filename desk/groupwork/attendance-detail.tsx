import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { absenceReasons, type Attendance } from '../../core/groupwork/attendance.ts'
import { presenceOf } from '../../core/groupwork/mark-attendance.ts'
import { DoingNote, text, useDoing } from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'
import { draftDetail, draftsOfTakingBack, type PresenceMark } from './attendance-drafts.ts'
import styles from './attendance.module.css'
import { Chip } from './chip.tsx'
import { useActInTurn } from './use-act-in-turn.ts'

const usualLateness = 10

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
      <>
        <StandIn
          known={row?.presence === 'represented' ? row.representedBy : ''}
          relatives={relatives}
          onName={(name) => onMark(presenceOf('represented', name))}
        />
        {row !== null && <RowChips row={row} withTimes={false} />}
      </>
    )
  if (row === null) return null
  if (row.presence === 'absent')
    return (
      <div className={styles.chips}>
        {absenceReasons.map((reason) => (
          <Chip
            key={reason}
            label={text(`groupwork:absenceReason.${reason}`)}
            pressed={row.absenceReason === reason}
            onPress={() => onMark({ ...presenceOf('absent'), absenceReason: reason })}
          />
        ))}
        <RowChips row={row} withTimes={false} />
      </div>
    )
  return <RowChips row={row} withTimes={row.presence !== 'watchedLater'} />
}

function RowChips({
  row,
  withTimes,
}: {
  readonly row: LocalRecord<Attendance>
  readonly withTimes: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const late = row.lateMinutes > 0
  const change = (fields: Parameters<typeof draftDetail>[1]) =>
    void doing.run(() => act(() => draftDetail(row.id, fields)))
  return (
    <div className={styles.chips}>
      {withTimes && (
        <>
          <Chip
            label={
              late
                ? text('groupwork:attendance.lateBy', { minutes: row.lateMinutes })
                : text('groupwork:attendance.late')
            }
            pressed={late}
            onPress={() => change({ lateMinutes: late ? 0 : usualLateness })}
          />
          {late &&
            [5, 20, 30].map((minutes) => (
              <Chip
                key={minutes}
                label={text('groupwork:attendance.minutes', { minutes })}
                pressed={row.lateMinutes === minutes}
                onPress={() => change({ lateMinutes: minutes })}
              />
            ))}
          <Chip
            label={text('groupwork:attendance.leftEarly')}
            pressed={row.leftEarly}
            onPress={() => change({ leftEarly: !row.leftEarly })}
          />
        </>
      )}
      <button
        type="button"
        className={styles.takeBack}
        onClick={() => void doing.run(() => act((look) => draftsOfTakingBack([row.id], look)))}
      >
        {text('groupwork:attendance.takeBack')}
      </button>
      <DoingNote doing={doing} />
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
