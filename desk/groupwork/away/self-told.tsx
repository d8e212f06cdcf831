import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type AsyncStep, mostToldCharacters } from '../../../core/groupwork/between/async-step.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import type { LocalRecord } from '../../sync/index.ts'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import styles from '../attendance.module.css'
import { draftStep } from './away-drafts.ts'

/** What the member told on their own page, word for word, and the worker's answer, which they read there. */
export function SelfTold({
  meetingId,
  seat,
  step,
  may,
}: {
  readonly meetingId: string
  readonly seat: SeatEntry
  readonly step: LocalRecord<AsyncStep>
  readonly may: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = async () => {
    if (typed === null || typed === step.cheer) return
    const cheer = typed.trim()
    const done = await doing.run(() => act((look) => draftStep(meetingId, seat, { cheer }, look)))
    if (done !== null) setTyped(null)
  }
  const said = (['recallWords', 'triedWords'] as const).filter((field) => step[field] !== '')
  return (
    <div className={styles.part}>
      {step.selfToldOn !== null && (
        <Text size="sm" c="gray.7">
          {text('groupwork:away.selfTold', { day: formatDay(step.selfToldOn) })}
        </Text>
      )}
      {said.map((field) => (
        <Text key={field}>
          <strong>{text(`groupwork:away.${field}`)}</strong>
          {step[field]}
        </Text>
      ))}
      <Textarea
        label={text('groupwork:away.cheer')}
        description={text('groupwork:away.cheerHint')}
        value={typed ?? step.cheer}
        readOnly={!may}
        autosize
        maxLength={mostToldCharacters}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void keep()}
      />
      <DoingNote doing={doing} />
    </div>
  )
}
