import { useCallback } from 'react'
import {
  meetingRecord,
  meetingRecordId,
  type MeetingRecord,
} from '../../core/groupwork/meeting-record.ts'
import type { Meeting } from '../../core/groupwork/meeting.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Outcome } from '../../core/kit/outcome.ts'
import type { Change } from '../../core/sync/change.ts'
import { type LocalRecord, useRecord } from '../sync/index.ts'
import { useActInTurn } from '../sync/use-act-in-turn.ts'

export type RecordFields = Partial<
  Omit<MeetingRecord, 'groupId' | 'meetingId' | 'strand' | 'state' | 'submittedOn'>
>

export interface RecordInHand {
  readonly record: LocalRecord<MeetingRecord> | null
  /** What changes, seen from the record as it is when the turn comes; the first word makes the record. */
  readonly write: (
    change: (present: MeetingRecord | null) => RecordFields,
    /** Those fields as they stood when somebody began to write (S07). */
    seen?: (present: MeetingRecord | null) => RecordFields,
  ) => Promise<Outcome<readonly Change[]>>
}

/** The process record of one strand's meeting, there or not yet. */
export function useRecordOf(
  meeting: Meeting & { readonly id: string },
  strand: PlanStrand,
): RecordInHand {
  const recordId = meetingRecordId(meeting.id, strand)
  const record = useRecord(meetingRecord, recordId)
  const act = useActInTurn()
  const { id: meetingId, groupId } = meeting
  const write: RecordInHand['write'] = useCallback(
    (change, seen) =>
      act((look) => {
        const present = look(meetingRecord, recordId)
        const fields = change(present)
        const birth = present === null ? { groupId, meetingId, strand } : {}
        return {
          kind: meetingRecord,
          recordId,
          verb: present === null ? 'create' : 'edit',
          input: {},
          fields: fieldsAsJson({ ...birth, ...fields }),
          base: fieldsAsJson(present === null ? {} : (seen?.(present) ?? {})),
        }
      }),
    [act, recordId, groupId, meetingId, strand],
  )
  return { record, write }
}
