import type { MeetingRecord } from '../../../core/groupwork/meeting-record.ts'
import type { LocalRecord } from '../../sync/index.ts'

const seenFields = ['seenOn', 'seenById', 'supervisorComment', 'versions', 'state', 'submittedOn']

/** Whether this person wrote in the record: one's own words are not checked by oneself. */
export function wroteRecord(record: LocalRecord<MeetingRecord>, staffId: string): boolean {
  return record.trail.some(
    ({ actorId, fields }) =>
      actorId === staffId && fields.some((field) => !seenFields.includes(field)),
  )
}
