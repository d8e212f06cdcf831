import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import type { GroupPaperInput } from './group-paper-input.ts'

/** What of the plan was changed, dropped or called off so far. */
export const changeColumns: readonly DeclaredField[] = [
  ['changedAt', '节次'],
  ['changedBy', '组别'],
  ['changed', '调整内容'],
  ['changeState', '调整情况'],
  ['changeReason', '调整原因'],
]

/** From records that were handed in, and from meetings that were called off. */
export function fillChanges(
  { meetings, meetingRecords, wording }: GroupPaperInput,
  hide: (text: string) => string,
): readonly FieldValues[] {
  const { translate } = wording
  return meetings
    .toSorted((left, right) => left.no - right.no)
    .flatMap((meeting) => {
      const records = meetingRecords.filter(
        ({ meetingId, state }) => meetingId === meeting.id && state === 'submitted',
      )
      const segments = records.flatMap(({ strand, ticks }) =>
        (meeting.plan[strand]?.segments ?? []).flatMap(({ id, title }) => {
          const tick = ticks[id]
          if (tick === undefined || tick.state === 'done') return []
          return [
            {
              changedAt: String(meeting.no),
              changedBy: translate(`groupwork:strand.${strand}`),
              changed: title,
              changeState: translate(`groupwork:tick.${tick.state}`),
              changeReason: hide(tick.reason),
            },
          ]
        }),
      )
      if (meeting.state !== 'notHeld') return segments
      const { callOffReason, callOffNote } = meeting
      const reason =
        callOffReason === null ? '' : translate(`groupwork:callOffReason.${callOffReason}`)
      const calledOff = {
        changedAt: String(meeting.no),
        changedBy: '',
        changed: hide(meeting.theme),
        changeState: translate('groupwork:meetingState.notHeld'),
        changeReason: [reason, hide(callOffNote)].filter((part) => part !== '').join('\n'),
      }
      return [calledOff, ...segments]
    })
}
