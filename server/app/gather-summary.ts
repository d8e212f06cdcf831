// Gathers what the evaluation summary of one group needs. The route has asked the policy for the group.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { sheetsWithConsent } from '../../core/evaluation/consented-sheets.ts'
import type {
  GroupRecords,
  Known,
  WavesOfChange,
} from '../../core/evaluation/evaluation-records.ts'
import type { ChangeOptions } from '../../core/evaluation/evaluate-change.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting, settleNumbers } from '../../core/groupwork/meeting.ts'
import { groupGoal } from '../../core/groupwork/planning/group-goal.ts'
import { groupPlan, groupPlanId } from '../../core/groupwork/planning/group-plan.ts'
import { listAims } from '../../core/groupwork/planning/list-aims.ts'
import { programme } from '../../core/groupwork/programme.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave, type Wave } from '../../core/inquiry/wave.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { WrittenTexts } from '../../core/paperwork/evaluation-summary.ts'
import { satisfactionScale } from '../../core/paperwork/summarise-satisfaction.ts'
import type { SatisfactionAnswers, SummaryInput } from '../../core/paperwork/summary-input.ts'
import { gatherSources } from './gather-sources.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { House } from './house.ts'
import { lookFor, type Look } from './record-store.ts'

export interface SummaryAsk {
  readonly groupId: string
  readonly beforeWaveId: string
  readonly afterWaveId: string
  readonly followUpWaveId: string | null
  readonly options: ChangeOptions
  readonly scaleIds: readonly string[] | null
  readonly texts: WrittenTexts
  readonly language: 'zh-CN' | 'en'
}

async function findWaves(look: Look, ask: SummaryAsk): Promise<WavesOfChange | null> {
  const read = async (id: string | null): Promise<Known<Wave> | null> => {
    const found = id === null ? null : await look.one(wave, id)
    return found?.groupId === ask.groupId ? found : null
  }
  const before = await read(ask.beforeWaveId)
  const after = await read(ask.afterWaveId)
  const followUp = await read(ask.followUpWaveId)
  return before === null || after === null ? null : { before, after, followUp }
}

async function gatherRecords(
  look: Look,
  house: House,
  groupId: string,
  waves: WavesOfChange,
): Promise<GroupRecords> {
  const seats = await look.many(seat, { groupId })
  const familyIds = [...new Set(seats.map((one) => one.familyId))]
  const each = async <Row>(
    read: (familyId: string) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => (await Promise.all(familyIds.map(read))).flat()
  const waveIds = [
    waves.before.id,
    waves.after.id,
    ...(waves.followUp === null ? [] : [waves.followUp.id]),
  ]
  const sheets = (await Promise.all(waveIds.map((waveId) => look.many(answerSheet, { waveId }))))
    .flat()
    .filter((sheet) => familyIds.includes(sheet.familyId))
  const instrumentIds = [...new Set([...waves.before.instrumentIds, ...waves.after.instrumentIds])]
  const consents = await each((familyId) => look.many(consent, { familyId }))
  return {
    instruments: (await Promise.all(instrumentIds.map((id) => look.one(instrument, id)))).filter(
      (one) => one !== null,
    ),
    waves,
    sheets: sheetsWithConsent(sheets, consents, house.today()),
    families: (await Promise.all(familyIds.map((id) => look.one(family, id)))).flatMap((one) =>
      one === null ? [] : [{ id: one.id, code: one.code }],
    ),
    people: await each((familyId) => look.many(person, { familyId })),
    pairs: await each((familyId) => look.many(pair, { familyId })),
    seats,
    meetings: settleNumbers(await look.many(meeting, { groupId })),
    attendance: await look.many(attendance, { groupId }),
    contested: look.contested(),
  }
}

/** Whichever wave of the group asked how it was for its members: before, after, or one of its own. */
export async function gatherSatisfaction(
  look: Look,
  house: House,
  groupId: string,
): Promise<SatisfactionAnswers> {
  const waves = await look.many(wave, { groupId })
  const instrumentIds = [...new Set(waves.flatMap((one) => one.instrumentIds))]
  const instruments = (await Promise.all(instrumentIds.map((id) => look.one(instrument, id))))
    .filter((one) => one !== null)
    .filter((one) => satisfactionScale(one) !== null)
  const asked = new Set(instruments.map(({ id }) => id))
  const asking = waves.filter((one) => one.instrumentIds.some((id) => asked.has(id)))
  const sheets = (await Promise.all(asking.map(({ id }) => look.many(answerSheet, { waveId: id }))))
    .flat()
    .filter(({ instrumentId }) => asked.has(instrumentId))
  const familyIds = [...new Set(sheets.map(({ familyId }) => familyId))]
  const consents = await Promise.all(familyIds.map((familyId) => look.many(consent, { familyId })))
  return {
    instruments,
    waves: asking,
    sheets: sheetsWithConsent(sheets, consents.flat(), house.today()),
  }
}

/** Everything the summary is computed from, at one moment; refuses when the waves are not this group's. */
export async function gatherSummary(
  house: House,
  actor: Actor,
  ask: SummaryAsk,
): Promise<Outcome<SummaryInput>> {
  return lookFor(house, actor, async (look) => {
    const group = await look.one(supportGroup, ask.groupId)
    const home = await look.one(agency, actor.agencyId)
    const waves = await findWaves(look, ask)
    if (group === null || home === null) return refuse('NotFound')
    if (waves === null) return refuse('WavesNotOfGroup')
    const itsProgramme =
      group.programmeId === null ? null : await look.one(programme, group.programmeId)
    const team = await Promise.all(Object.keys(group.team).map((id) => look.one(staff, id)))
    const plan = await look.one(groupPlan, groupPlanId(ask.groupId))
    const goals = await look.many(groupGoal, { groupId: ask.groupId })
    return done({
      agency: home,
      group: { ...group, aims: listAims(group, plan, goals) },
      programmeTitle: itsProgramme?.title ?? '',
      staff: team.flatMap((one) => (one === null ? [] : [{ id: one.id, name: one.name }])),
      records: await gatherRecords(look, house, ask.groupId, waves),
      satisfaction: await gatherSatisfaction(look, house, ask.groupId),
      sources: await gatherSources(look, plan?.evidenceIds ?? []),
      meetingRecords: await look.many(meetingRecord, { groupId: ask.groupId }),
      options: ask.options,
      scaleIds: ask.scaleIds,
      texts: ask.texts,
      madeOn: house.today(),
      computedAt: house.now(),
      wording: { language: ask.language, translate: house.words(ask.language) },
    })
  })
}
