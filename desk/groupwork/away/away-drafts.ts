import { placeAt } from '../../../core/groupwork/at-meeting.ts'
import {
  absenceFollowUp,
  type AbsenceFollowUp,
  absenceFollowUpId,
} from '../../../core/groupwork/between/absence-follow-up.ts'
import {
  type AsyncStep,
  asyncStep,
  asyncStepId,
} from '../../../core/groupwork/between/async-step.ts'
import type { AtMeeting } from '../../../core/groupwork/at-meeting.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Draft } from '../../../core/sync/device.ts'
import type { Look } from '../../sync/use-act-in-turn.ts'

export type StepFields = Partial<Omit<AsyncStep, keyof AtMeeting>>

/** Notes how somebody catches up with a meeting. */
export function draftStep(
  meetingId: string,
  seat: SeatEntry,
  fields: StepFields,
  look: Look,
): Draft {
  const recordId = asyncStepId(meetingId, seat.id)
  const known = look(asyncStep, recordId)
  const birth = known === null ? placeAt(meetingId, seat) : {}
  return {
    kind: asyncStep,
    recordId,
    verb: known === null ? 'create' : 'edit',
    input: {},
    fields: fieldsAsJson({ ...birth, ...fields }),
  }
}

/** Notes that somebody was asked after; the first word says how and today. */
export function draftFollowUp(
  meetingId: string,
  seat: SeatEntry,
  fields: Partial<Omit<AbsenceFollowUp, keyof AtMeeting>>,
  today: string,
  look: Look,
): Draft {
  const recordId = absenceFollowUpId(meetingId, seat.id)
  const known = look(absenceFollowUp, recordId)
  const birth =
    known === null ? { ...placeAt(meetingId, seat), way: 'phone' as const, on: today } : {}
  return {
    kind: absenceFollowUp,
    recordId,
    verb: known === null ? 'create' : 'edit',
    input: {},
    fields: fieldsAsJson({ ...birth, ...fields }),
  }
}
