import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type AbsenceFollowUp,
  followUpOutcomes,
  followUpWays,
} from '../../../core/groupwork/between/absence-follow-up.ts'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useToday } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { draftFollowUp } from './away-drafts.ts'

/** How they were asked after and what came of it: two taps, and a sentence when there is one. */
export function FollowUp({
  meeting,
  seat,
  followUp,
  may,
}: {
  readonly meeting: LocalRecord<Meeting>
  readonly seat: SeatEntry
  readonly followUp: LocalRecord<AbsenceFollowUp> | null
  readonly may: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const today = useToday()
  const [words, setWords] = useState(followUp?.words ?? '')
  const say = (fields: Parameters<typeof draftFollowUp>[2]) =>
    void doing.run(() => act((look) => draftFollowUp(meeting.id, seat, fields, today, look)))
  return (
    <fieldset className={styles.part} disabled={!may}>
      <legend>{text('groupwork:away.followUp')}</legend>
      <div className={styles.chips}>
        {followUpWays.map((way) => (
          <Chip
            key={way}
            label={text(`groupwork:followUpWay.${way}`)}
            pressed={followUp?.way === way}
            onPress={() => say({ way, on: today })}
          />
        ))}
      </div>
      {followUp !== null && (
        <>
          <Text size="sm" c="gray.7">
            {text('groupwork:away.askedOn', { day: formatDay(followUp.on) })}
          </Text>
          <div className={styles.chips}>
            {followUpOutcomes.map((outcome) => (
              <Chip
                key={outcome}
                label={text(`groupwork:followUpOutcome.${outcome}`)}
                pressed={followUp.outcome === outcome}
                onPress={() => say({ outcome })}
              />
            ))}
          </div>
          <TextInput
            label={text('groupwork:away.words')}
            value={words}
            maxLength={600}
            onChange={(event) => setWords(event.currentTarget.value)}
            onBlur={() => words !== followUp.words && say({ words })}
          />
        </>
      )}
      <DoingNote doing={doing} />
    </fieldset>
  )
}
