// Process records of the sample: what was planned is ticked, what differed has its reason.
import {
  meetingRecord,
  meetingRecordId,
  type MeetingRecord,
} from '../../core/groupwork/meeting-record.ts'
import { dayFor, type MeetingEntry } from '../../core/groupwork/meeting.ts'
import { recordStrands } from '../../core/groupwork/records-due.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { addDays } from '../../core/kit/dates.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import type { SampleGroup, SampleRecord } from './sample-group-shapes.ts'

export function draftRecords(
  records: SampleGroup['meetings'][number]['records'],
  planned: MeetingEntry,
  ground: SampleGround,
): SampleDraft[] {
  return recordStrands(planned).flatMap((strand) => {
    const written = records[strand]
    return written === undefined ? [] : draftRecord(written, strand, planned, ground)
  })
}

function draftRecord(
  written: SampleRecord,
  strand: PlanStrand,
  planned: MeetingEntry,
  { staff, today }: SampleGround,
): SampleDraft[] {
  const recordId = meetingRecordId(planned.id, strand)
  const on = dayOfRecord(strand, planned)
  const author = strand === 'child' ? staff.coLeader : staff.worker
  const submit = { kind: meetingRecord, recordId, verb: 'submit', staffId: author, on }
  const begun = {
    ...create(meetingRecord, recordId, fieldsOf(written, strand, planned)),
    staffId: author,
  }
  if (written.draft) return [begun]
  const bySupervisor = { ...submit, staffId: staff.supervisor }
  const seen = (submission: number, days: number): SampleDraft => ({
    ...bySupervisor,
    verb: 'markSeen',
    input: { submission },
    on: earlier(addDays(on, days), today),
  })
  if (written.comment === '') return [begun, submit, ...(written.seen ? [seen(1, 2)] : [])]
  const again = addDays(on, 3)
  const reopen = {
    ...bySupervisor,
    verb: 'reopen',
    input: { comment: written.comment },
    on: addDays(on, 2),
  }
  return [begun, submit, reopen, { ...submit, on: again }, seen(2, 4)]
}

/** Written the day after its strand has met. */
function dayOfRecord(strand: PlanStrand, planned: MeetingEntry): string {
  return addDays(strand === 'joint' ? planned.plannedOn : dayFor(planned, strand), 1)
}

function earlier(left: string, right: string): string {
  return left < right ? left : right
}

function fieldsOf(written: SampleRecord, strand: PlanStrand, planned: MeetingEntry) {
  const plan = planned.plan[strand]
  return {
    groupId: planned.groupId,
    meetingId: planned.id,
    strand,
    ticks: ticksOf(written, strand, planned),
    fidelity: fidelityOf(written, strand, planned),
    keyEvents: Object.fromEntries(written.events.map((event, index) => [`e${index + 1}`, event])),
    goalAttainment: written.goal,
    evidence: written.evidence,
    dynamics: written.dynamics,
    reflection: written.reflection,
    homeTaskGiven: written.draft ? '' : (plan?.homeTask ?? ''),
    nextSteps: written.next,
  }
}

function ticksOf(
  written: SampleRecord,
  strand: PlanStrand,
  planned: MeetingEntry,
): MeetingRecord['ticks'] {
  const segments = planned.plan[strand]?.segments ?? []
  const strange = Object.keys(written.changed).find((id) => segments.every((one) => one.id !== id))
  if (strange !== undefined)
    throw new Error(`content/sample: meeting ${planned.no} has no segment ${strange}`)
  return Object.fromEntries(
    segments
      .filter(({ id }) => !written.draft || written.ticked.includes(id))
      .map(({ id }) => [id, written.changed[id] ?? { state: 'done' as const, reason: '' }]),
  )
}

function fidelityOf(
  written: SampleRecord,
  strand: PlanStrand,
  planned: MeetingEntry,
): MeetingRecord['fidelity'] {
  const fidelity: MeetingRecord['fidelity'] = {}
  if (written.draft) return fidelity
  for (const { process } of planned.plan[strand]?.segments ?? [])
    if (process !== null) fidelity[process] = written.fidelity[process] ?? 'yes'
  return fidelity
}
