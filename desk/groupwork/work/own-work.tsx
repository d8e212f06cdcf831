import { Text } from '@mantine/core'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import {
  countWork,
  meetingWork,
  meetingWorkId,
  type WorkPart,
  workParts,
} from '../../../core/groupwork/meeting-work.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { ConflictMark, DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useActor, useMay, useRecord, useRecords } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'

const usual: Readonly<Record<WorkPart, readonly number[]>> = {
  prepare: [30, 60, 90, 120, 180],
  run: [45, 60, 90, 120, 150],
  record: [15, 30, 45, 60, 90],
  followUp: [10, 20, 30, 60, 90],
}

/** What this meeting took of one's own time: four taps, so that the work nobody sees is counted too. */
export function OwnWork({ meeting }: { readonly meeting: LocalRecord<Meeting> }) {
  const act = useActInTurn()
  const doing = useDoing()
  const { staffId } = useActor()
  const may = useMay('meetingWork', 'create', `group:${meeting.groupId}`)
  const recordId = meetingWorkId(meeting.id, staffId)
  const own = useRecord(meetingWork, recordId)
  const all = useRecords(meetingWork, { meetingId: meeting.id })
  if (!may) return null
  const say = (part: WorkPart, minutes: number) =>
    void doing.run(() =>
      act((look) => {
        const known = look(meetingWork, recordId)
        const birth =
          known === null ? { meetingId: meeting.id, groupId: meeting.groupId, staffId } : {}
        return {
          kind: meetingWork,
          recordId,
          verb: known === null ? 'create' : 'edit',
          input: {},
          fields: fieldsAsJson({ ...birth, [part]: minutes }),
        }
      }),
    )
  return (
    <Section title={text('groupwork:work.title')} hint={text('groupwork:work.hint')}>
      {own !== null && <ConflictMark kind={meetingWork} record={own} />}
      {workParts.map((part) => (
        <fieldset key={part} className={styles.part}>
          <legend>{text(`groupwork:workPart.${part}`)}</legend>
          <div className={styles.chips}>
            {minutesOf(part, own?.[part] ?? 0).map((minutes) => (
              <Chip
                key={minutes}
                label={text('groupwork:attendance.minutes', { minutes })}
                pressed={own?.[part] === minutes}
                onPress={() => say(part, own?.[part] === minutes ? 0 : minutes)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Text>
        {text('groupwork:work.together', { minutes: countWork(all).total, count: all.length })}
      </Text>
      <DoingNote doing={doing} />
    </Section>
  )
}

/** The usual ones, and whatever else stands there already. */
function minutesOf(part: WorkPart, now: number): readonly number[] {
  return [...new Set([...usual[part], now])].filter((one) => one > 0).sort((a, b) => a - b)
}
