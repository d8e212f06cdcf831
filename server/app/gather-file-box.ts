// Gathers what the file box of one group needs, at one moment. The route has asked the policy for the group.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { sheetsWithConsent } from '../../core/evaluation/consented-sheets.ts'
import type { Known } from '../../core/evaluation/evaluation-records.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting, settleNumbers } from '../../core/groupwork/meeting.ts'
import { programme } from '../../core/groupwork/programme.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Audience } from '../../core/paperwork/file-box/file-box.ts'
import type { FileBoxInput, LoggedStep } from '../../core/paperwork/file-box/file-box-input.ts'
import { report } from '../../core/paperwork/report.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'
import { lookAt, lookFor, systemId, type Look } from './record-store.ts'

export interface FileBoxAsk {
  readonly groupId: string
  readonly audience: Audience
  readonly language: 'zh-CN' | 'en'
}

type Records = Omit<
  FileBoxInput,
  'steps' | 'staff' | 'madeOn' | 'madeAt' | 'madeBy' | 'version' | 'wording' | 'audience'
>

/** Everything the box is written from; refuses when the group is not there. */
export async function gatherFileBox(
  house: House,
  actor: Actor,
  ask: FileBoxAsk,
): Promise<Outcome<FileBoxInput>> {
  const records = await lookFor(house, actor, async (look) => {
    const group = await look.one(supportGroup, ask.groupId)
    const home = await look.one(agency, actor.agencyId)
    return group === null || home === null ? null : gatherRecords(look, house, group, home)
  })
  if (records === null) return refuse('NotFound')
  const log = await readSteps(house, actor.agencyId, records)
  const names = await nameStaff(house, actor.agencyId, [
    actor.staffId,
    ...Object.keys(records.group.team),
    ...log.map(({ actorId }) => actorId),
  ])
  return done({
    ...records,
    audience: ask.audience,
    staff: names,
    steps: log.map(({ actorId, ...step }) => ({ ...step, actor: nameOf(names, actorId) })),
    madeOn: house.today(),
    madeAt: house.now(),
    madeBy: nameOf(names, actor.staffId),
    version: house.version,
    wording: { language: ask.language, translate: house.words(ask.language) },
  })
}

async function gatherRecords(
  look: Look,
  house: House,
  group: Known<SupportGroup>,
  home: FileBoxInput['agency'],
): Promise<Records> {
  const groupId = group.id
  const seats = await look.many(seat, { groupId })
  const waves = await look.many(wave, { groupId })
  const familyIds = [...new Set(seats.map((one) => one.familyId))]
  const ofFamilies = async <Row>(
    read: (familyId: string) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => (await Promise.all(familyIds.map(read))).flat()
  const consents = await ofFamilies((familyId) => look.many(consent, { familyId }))
  const sheets = (await Promise.all(waves.map(({ id }) => look.many(answerSheet, { waveId: id }))))
    .flat()
    .filter((sheet) => familyIds.includes(sheet.familyId))
  const consented = sheetsWithConsent(sheets, consents, house.today())
  const { programmeId } = group
  return {
    agency: home,
    group,
    programme: programmeId === null ? null : await look.one(programme, programmeId),
    families: present(await Promise.all(familyIds.map((id) => look.one(family, id)))),
    people: await ofFamilies((familyId) => look.many(person, { familyId })),
    pairs: await ofFamilies((familyId) => look.many(pair, { familyId })),
    consents,
    seats,
    meetings: settleNumbers(await look.many(meeting, { groupId })),
    attendance: await look.many(attendance, { groupId }),
    meetingRecords: await look.many(meetingRecord, { groupId }),
    instruments: present(
      await Promise.all(
        [...new Set(waves.flatMap(({ instrumentIds }) => instrumentIds))].map((id) =>
          look.one(instrument, id),
        ),
      ),
    ),
    waves: waves.toSorted((left, right) => left.opensOn.localeCompare(right.opensOn)),
    sheets: consented,
    sheetsWithoutConsent: sheets.length - consented.length,
    reports: await look.many(report, { groupId }),
    contested: look.contested(),
  }
}

function present<Row>(rows: readonly (Row | null)[]): readonly Row[] {
  return rows.flatMap((row) => row ?? [])
}

interface StepRow {
  readonly kind: string
  readonly verb: string
  readonly record_id: string
  readonly actor_id: string
  readonly arrived_at: Date
}

/** What an evaluator asks about: when it was handed in, sent back, set aside. Writing a draft is nobody's business. */
const toldVerbs = {
  supportGroup: ['start', 'close', 'reopen'],
  meeting: ['hold', 'callOff'],
  meetingRecord: ['submit', 'reopen'],
  seat: ['leave', 'rejoin'],
  wave: ['close', 'reopen'],
  answerSheet: ['setAside'],
} as const

async function readSteps(
  house: House,
  agencyId: string,
  { group, meetings, meetingRecords, seats, waves, sheets }: Records,
): Promise<readonly (Omit<LoggedStep, 'actor'> & { readonly actorId: string })[]> {
  const recordIds = [group, ...meetings, ...meetingRecords, ...seats, ...waves, ...sheets]
  const told = Object.entries(toldVerbs).flatMap(([kind, verbs]) =>
    verbs.map((verb) => `${kind} ${verb}`),
  )
  const rows = await transact(house.pool, agencyId, (transaction) =>
    transaction.rows<StepRow>(
      "select kind, verb, record_id, actor_id, arrived_at from change_log where agency_id = $1 and record_id = any($2) and status = 'applied' and kind || ' ' || verb = any($3) order by arrived_at, device_seq",
      [agencyId, recordIds.map(({ id }) => id), told],
    ),
  )
  return rows.map(({ kind, verb, record_id, actor_id, arrived_at }) => ({
    at: arrived_at.toISOString(),
    kind,
    verb,
    recordId: record_id,
    actorId: actor_id,
  }))
}

async function nameStaff(
  house: House,
  agencyId: string,
  ids: readonly string[],
): Promise<FileBoxInput['staff']> {
  const wanted = [...new Set(ids)].filter((id) => id !== systemId)
  const found = await lookAt(house, agencyId, (look) =>
    Promise.all(wanted.map((id) => look.one(staff, id))),
  )
  return present(found).map(({ id, name }) => ({ id, name }))
}

function nameOf(names: FileBoxInput['staff'], staffId: string): string {
  return names.find(({ id }) => id === staffId)?.name ?? 'Kiteline'
}
