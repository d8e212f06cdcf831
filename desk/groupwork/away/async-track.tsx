import { Button, Text } from '@mantine/core'
import type { AttendanceEntry } from '../../../core/groupwork/attendance.ts'
import {
  asyncStages,
  type AsyncStage,
  type AsyncStep,
  hasCaughtUp,
  listenOf,
} from '../../../core/groupwork/between/async-step.ts'
import { presenceOf } from '../../../core/groupwork/mark-attendance.ts'
import { dayFor, type Meeting } from '../../../core/groupwork/meeting.ts'
import type { Listen } from '../../../core/groupwork/plan-shape.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, SpokenPanel, useToday } from '../../sync/index.ts'
import { draftMark } from '../attendance-drafts.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { draftStep, type StepFields } from './away-drafts.ts'

const usualMinutes = [5, 10, 15, 20] as const
const usualTalk = 10

/** The meeting by voice: lesson sent, listened, question answered, task tried, ten minutes' call. Counted as what it is. */
export function AsyncTrack({
  meeting,
  seat,
  row,
  step,
  may,
}: {
  readonly meeting: LocalRecord<Meeting>
  readonly seat: SeatEntry
  readonly row: AttendanceEntry | null
  readonly step: LocalRecord<AsyncStep> | null
  readonly may: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const today = useToday()
  const listen = listenOf(meeting, seat.strand)
  const say = (fields: StepFields) =>
    void doing.run(() => act((look) => draftStep(meeting.id, seat, fields, look)))
  const press = (stage: AsyncStage) => {
    const on = dayOf(step, stage) === null ? today : null
    const talk = stage === 'talkedOn' ? { talkMinutes: on === null ? null : usualTalk } : {}
    say({ [stage]: on, ...talk })
  }
  const countAs = () =>
    void doing.run(() =>
      act((look) => draftMark(meeting.id, seat, presenceOf('watchedLater'), look)),
    )
  const counts = row?.presence === 'watchedLater'
  const mayCount = may && hasCaughtUp(step) && !counts && dayFor(meeting, seat.strand) <= today
  return (
    <fieldset className={styles.part} disabled={!may}>
      <legend>{text('groupwork:away.track')}</legend>
      {listen !== null && <Lesson listen={listen} />}
      <div className={styles.chips}>
        {asyncStages.map((stage) => (
          <Chip
            key={stage}
            label={stageLabel(stage, step)}
            pressed={dayOf(step, stage) !== null}
            onPress={() => press(stage)}
          />
        ))}
      </div>
      {step !== null && step.talkedOn !== null && (
        <div className={styles.chips}>
          {usualMinutes.map((minutes) => (
            <Chip
              key={minutes}
              label={text('groupwork:attendance.minutes', { minutes })}
              pressed={step.talkMinutes === minutes}
              onPress={() => say({ talkedOn: step.talkedOn, talkMinutes: minutes })}
            />
          ))}
        </div>
      )}
      {mayCount && (
        <div>
          <Button onClick={countAs}>{text('groupwork:away.countAs')}</Button>
        </div>
      )}
      {!counts && !hasCaughtUp(step) && (
        <Text size="sm" c="gray.7">
          {text('groupwork:away.trackHint')}
        </Text>
      )}
      <DoingNote doing={doing} />
    </fieldset>
  )
}

function dayOf(step: AsyncStep | null, stage: AsyncStage): string | null {
  return step === null ? null : step[stage]
}

function stageLabel(stage: AsyncStage, step: AsyncStep | null): string {
  const name = text(`groupwork:asyncStage.${stage}`)
  const on = dayOf(step, stage)
  return on === null ? name : text('groupwork:away.stageOn', { name, day: formatDay(on) })
}

/** What to say into the phone, in the plan's words. */
function Lesson({ listen }: { readonly listen: Listen }) {
  return (
    <details className={styles.lesson}>
      <summary>{text('groupwork:away.lesson')}</summary>
      <p>{listen.script}</p>
      <p>
        <strong>{text('groupwork:away.recall')}</strong> {listen.recall}
      </p>
      <p>
        <strong>{text('groupwork:away.task')}</strong> {listen.task}
      </p>
      <Text size="sm" c="gray.7">
        {text('spoken:lessonHint')}
      </Text>
      <SpokenPanel what="lesson" words={listen.script} />
    </details>
  )
}
