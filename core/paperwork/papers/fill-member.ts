import type { Translate } from '../../evaluation/write-numbers.ts'
import { listHomeTasks, taskBroughtTo } from '../../groupwork/between/home-tasks.ts'
import type { MemberMarkEntry } from '../../groupwork/members/member-mark.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import type { GroupPaperInput } from './group-paper-input.ts'

/** What a paper says about one member at one meeting. */
export const memberColumns: readonly DeclaredField[] = [
  ['memberName', '组员'],
  ['participation', '参与程度'],
  ['moods', '情绪'],
  ['skill', '看到的技巧'],
  ['taskDone', '小任务完成'],
  ['concern', '需要关注'],
]

/** As it was marked; what nobody has marked stays a space to write in. */
export function fillMember(
  seat: SeatEntry,
  { marks, meetings, meetingRecords, taskReturns, wording }: GroupPaperInput,
  meeting: MeetingEntry,
): FieldValues {
  const { translate } = wording
  const mark = marks.find((one) => one.meetingId === meeting.id && one.seatId === seat.id)
  const task = taskBroughtTo(meeting, seat, listHomeTasks(meetings, meetingRecords))
  const brought = taskReturns.find(
    (one) => one.meetingId === task?.meeting.id && one.seatId === seat.id,
  )
  return {
    memberName: seat.displayName,
    taskDone: brought === undefined ? '' : translate(`groupwork:taskState.${brought.state}`),
    ...fillMark(mark, translate),
  }
}

function fillMark(mark: MemberMarkEntry | undefined, translate: Translate): FieldValues {
  if (mark === undefined) return { participation: '', moods: '', skill: '', concern: '' }
  const { participation, moodIn, moodOut, skill, skillNotSeen, concern, concernAbout } = mark
  const shown = (value: number | null): string => (value === null ? '' : String(value))
  return {
    participation: shown(participation),
    moods:
      moodIn === null && moodOut === null
        ? ''
        : `${shown(moodIn) || '–'} / ${shown(moodOut) || '–'}`,
    skill: skillNotSeen ? translate('groupwork:marks.notSeen') : shown(skill),
    concern: concern === 'none' ? '' : writeConcern(concern, concernAbout, translate),
  }
}

function writeConcern(
  state: 'open' | 'talked',
  about: MemberMarkEntry['concernAbout'],
  translate: Translate,
): string {
  const label = translate(
    state === 'open' ? 'groupwork:marks.concern' : 'groupwork:marks.talkedChip',
  )
  return about === null
    ? label
    : translate('paperwork:paper.labelled', {
        label,
        text: translate(`groupwork:concernReason.${about}`),
      })
}
