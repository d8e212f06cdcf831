import type { Staff } from '../../access/staff.ts'
import { hasEnded, stateOfCase } from '../../casework/case-shape.ts'
import { type CaseFacts, type CaseStage, stageOfCase } from '../../casework/stage-of-case.ts'
import type { SupervisionRecordEntry } from '../../casework/supervision/supervision-record.ts'
import { countWork, type MeetingWorkEntry } from '../../groupwork/meeting-work.ts'
import { addDays, type Day, daysBetween } from '../../kit/dates.ts'
import { type CaseRisk, listCaseRisks } from './list-risks.ts'
import {
  ofFamilies,
  leads,
  listWaiting,
  nothing,
  type Waiting,
  type WaitingRecords,
} from './list-waiting.ts'
import type { Known } from '../evaluation-records.ts'

/** Minutes of work are counted over so many days back. */
export const loadDays = 30
/** Whoever has had no supervision for so long is named. */
export const supervisionDays = 35
/** Nobody is missed in supervision who has been here for less. */
export const settlingDays = 30

export interface LoadRecords extends CaseFacts, WaitingRecords {
  readonly staff: readonly Known<Pick<Staff, 'name' | 'roles' | 'state' | 'activeSince'>>[]
  /** Whose view it is; nobody is told to supervise themselves. */
  readonly readerId: string
  readonly work: readonly MeetingWorkEntry[]
  /** Those that the reader took part in: nobody is shown when others had theirs. */
  readonly supervisions: readonly SupervisionRecordEntry[]
  readonly concerns: readonly { readonly familyId: string | null; readonly state: string }[]
}

export interface WorkerLoad {
  readonly staffId: string
  readonly name: string
  readonly state: Staff['state']
  readonly familyIds: readonly string[]
  readonly casesByStage: Readonly<Record<CaseStage, readonly string[]>>
  readonly openCases: number
  readonly groupIds: readonly string[]
  /** The longest waiting first. */
  readonly waiting: readonly Waiting[]
  readonly concerns: number
  readonly risks: readonly CaseRisk[]
  /** Of contacts in cases and of group meetings, as far as somebody wrote them down; null where nobody wrote any. */
  readonly minutes: number | null
  readonly supervisedOn: Day | null
  /** Somebody else than the reader, and here long enough to have been supervised. */
  readonly toSupervise: boolean
  readonly nextOn: Day | null
  /** How many days the longest waiting thing has waited; -1 where nothing waits. */
  readonly longest: number
}

const workingRoles = ['socialWorker', 'childrensDirector', 'coLeader', 'supervisor']

/**
 * SUP-9: what everybody carries and what waits with them, for a supervisor. In the order of what has waited longest, never of how much
 * somebody has done: it says where help is wanted, not who is good. Whoever carries nothing is not listed; who no longer works here and
 * still carries something is, for it has to be handed over.
 */
export function listLoads(records: LoadRecords): readonly WorkerLoad[] {
  const byFamily = factsByFamily(records)
  const stages = new Map(
    records.cases
      .filter((its) => !hasEnded(its) || stateOfCase(its) === 'closed')
      .map((its) => [its.id, stageOfCase(its, byFamily.get(its.familyId) ?? nothing).stage]),
  )
  const waiting = listWaiting(records, byFamily)
  return records.staff
    .filter(({ roles }) => roles.some((one) => workingRoles.includes(one)))
    .map((one) => loadOf(one, records, stages, waiting))
    .filter(
      (load) =>
        load.familyIds.length + load.groupIds.length + load.openCases + load.waiting.length > 0,
    )
    .toSorted((left, right) => right.longest - left.longest || left.name.localeCompare(right.name))
}

type StaffToShow = LoadRecords['staff'][number]

function loadOf(
  { id: staffId, name, state: standing, activeSince }: StaffToShow,
  records: LoadRecords,
  stages: ReadonlyMap<string, CaseStage>,
  waiting: ReadonlyMap<string, readonly Waiting[]>,
): WorkerLoad {
  const { today } = records
  const familyIds = records.families.flatMap(({ id, staff, state }) =>
    state === 'open' && staff.includes(staffId) ? [id] : [],
  )
  const served = new Set(familyIds)
  const own = records.cases.filter(({ workerId }) => workerId === staffId)
  const stageIs = (stage: CaseStage) =>
    own.flatMap(({ id }) => (stages.get(id) === stage ? [id] : []))
  const waits = (waiting.get(staffId) ?? []).toSorted((left, right) =>
    left.since.localeCompare(right.since),
  )
  const met = records.supervisions
    .filter(({ parties }) => parties[staffId] === 'supervisee')
    .toSorted((left, right) => right.on.localeCompare(left.on))[0]
  return {
    ...{ staffId, name, state: standing, familyIds, waiting: waits },
    casesByStage: {
      intake: stageIs('intake'),
      assessment: stageIs('assessment'),
      plan: stageIs('plan'),
      intervention: stageIs('intervention'),
      evaluation: stageIs('evaluation'),
      closure: stageIs('closure'),
      followUp: stageIs('followUp'),
    },
    openCases: own.filter((its) => !hasEnded(its)).length,
    groupIds: records.groups.flatMap(({ id, team, state }) =>
      state === 'running' && leads(team, staffId) ? [id] : [],
    ),
    concerns: records.concerns.filter(
      ({ familyId, state }) => state !== 'closed' && familyId !== null && served.has(familyId),
    ).length,
    risks: listCaseRisks(own, records.contacts),
    minutes: minutesOf(staffId, records, addDays(today, -loadDays)),
    toSupervise:
      standing === 'active' &&
      staffId !== records.readerId &&
      (activeSince === null || daysBetween(activeSince.slice(0, 10), today) >= settlingDays),
    supervisedOn: met?.on ?? null,
    nextOn: met?.nextOn ?? null,
    longest: Math.max(-1, ...waits.map(({ days }) => days)),
  }
}

function minutesOf(staffId: string, records: LoadRecords, from: Day): number | null {
  const heldOn = new Map(records.meetings.map(({ id, heldOn: on }) => [id, on]))
  const contacts = records.contacts.flatMap(({ workerId, on, minutes }) =>
    workerId === staffId && on >= from && minutes !== null ? [minutes] : [],
  )
  const rows = records.work.filter(
    (row) => row.staffId === staffId && (heldOn.get(row.meetingId) ?? '') >= from,
  )
  if (contacts.length + rows.length === 0) return null
  return contacts.reduce((sum, minutes) => sum + minutes, 0) + countWork(rows).total
}

/** Each case looks at its own family only: with 500 families looking at everything for each would take seconds. */
function factsByFamily(records: CaseFacts): ReadonlyMap<string, CaseFacts> {
  const by = ofFamilies
  const [pairs, profiles, plans] = [by(records.pairs), by(records.profiles), by(records.plans)]
  const [contacts, ratings] = [by(records.contacts), by(records.ratings)]
  const followUps = by(records.followUps)
  const ids = new Set([...pairs, ...plans, ...contacts, ...followUps].map(([id]) => id))
  return new Map(
    [...ids, ...profiles.keys(), ...ratings.keys()].map((id) => [
      id,
      {
        pairs: pairs.get(id) ?? [],
        profiles: profiles.get(id) ?? [],
        plans: plans.get(id) ?? [],
        contacts: contacts.get(id) ?? [],
        ratings: ratings.get(id) ?? [],
        followUps: followUps.get(id) ?? [],
      },
    ]),
  )
}

/** SUP-9: what a supervisor may want to see first about somebody, at most two things, none of them a judgement. */
export type LoadHint = 'notHere' | 'longWaiting' | 'noSupervision' | 'supervisionDue'

export function hintsOf(load: WorkerLoad, today: Day): readonly LoadHint[] {
  const { longest, supervisedOn, nextOn } = load
  const last = supervisedOn === null ? null : daysBetween(supervisedOn, today)
  return [
    ...(load.state === 'active' ? [] : (['notHere'] as const)),
    ...(longest >= 14 ? (['longWaiting'] as const) : []),
    ...(nextOn !== null && nextOn <= today ? (['supervisionDue'] as const) : []),
    ...(load.toSupervise && nextOn === null && (last === null || last > supervisionDays)
      ? (['noSupervision'] as const)
      : []),
  ]
}
