import type { MeetingRecord } from '../../../core/groupwork/meeting-record.ts'
import { type RecordTextName, recordTexts } from '../../../core/groupwork/meeting-record-changes.ts'

/** Which of the record's own words nobody has written: to be seen once more before it is frozen. */
export function listEmptyFields(
  record: Pick<MeetingRecord, RecordTextName>,
): readonly RecordTextName[] {
  return recordTexts.filter((field) => record[field].trim() === '')
}

/** A touch that only kept the minute is no event: what is handed in has words in it. */
export function dropBareEvents(events: MeetingRecord['keyEvents']): MeetingRecord['keyEvents'] {
  return Object.fromEntries(
    Object.entries(events).filter(([, { seen, said, response }]) =>
      [seen, said, response].some((words) => words.trim() !== ''),
    ),
  )
}
