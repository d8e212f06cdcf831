// Gathers what a working paper of a group needs. The route has asked the policy for the group, and for the family whose file is opened.
import { agency } from '../../core/access/agency.ts'
import { couple } from '../../core/assessment/drawing/facts/couple.ts'
import { lifeFact } from '../../core/assessment/drawing/facts/life-fact.ts'
import { parentage } from '../../core/assessment/drawing/facts/parentage.ts'
import { relationQuality } from '../../core/assessment/drawing/facts/relation-quality.ts'
import { systemTie } from '../../core/assessment/drawing/facts/system-tie.ts'
import { staff } from '../../core/access/staff.ts'
import { goal } from '../../core/assessment/goals/goal.ts'
import { goalRating } from '../../core/assessment/goals/goal-rating.ts'
import { statedChange } from '../../core/evaluation/goals/stated-change.ts'
import { availability } from '../../core/families/availability.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { absenceFollowUp } from '../../core/groupwork/between/absence-follow-up.ts'
import { homeTaskReturn } from '../../core/groupwork/between/home-task-return.ts'
import { endKeptAway } from '../../core/groupwork/kept-away/end-kept-away.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meetingWork } from '../../core/groupwork/meeting-work.ts'
import { memberLine } from '../../core/groupwork/members/member-line.ts'
import { memberMark } from '../../core/groupwork/members/member-mark.ts'
import { meeting, settleNumbers } from '../../core/groupwork/meeting.ts'
import { groupGoal } from '../../core/groupwork/planning/group-goal.ts'
import { groupPlan, groupPlanId } from '../../core/groupwork/planning/group-plan.ts'
import { programme } from '../../core/groupwork/programme.ts'
import { observerTicks } from '../../core/groupwork/ratings/observer-ticks.ts'
import { pairRating } from '../../core/groupwork/ratings/pair-rating.ts'
import { recordComment } from '../../core/groupwork/record-comment.ts'
import { seat, type SeatEntry } from '../../core/groupwork/seat.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { FamilyOnPaper } from '../../core/paperwork/papers/family-on-paper.ts'
import type { GroupPaperInput } from '../../core/paperwork/papers/group-paper-input.ts'
import { groupPapers, type GroupPaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import { satisfactionScale } from '../../core/paperwork/summarise-satisfaction.ts'
import type { SatisfactionAnswers } from '../../core/paperwork/summary-input.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { readNotice } from './consent-notices.ts'
import { gatherSources } from './gather-sources.ts'
import { gatherSatisfaction } from './gather-summary.ts'
import { gatherStart } from './gather-start.ts'
import type { House } from './house.ts'
import { lookAt, lookFor, type Look } from './record-store.ts'

export interface PaperAsk {
  readonly form: GroupPaperForm
  readonly groupId: string
  readonly meetingId: string | null
  readonly strand: PlanStrand | null
  readonly seatId: string | null
  readonly familyId: string | null
  readonly texts: Readonly<Record<string, string>>
  readonly language: 'zh-CN' | 'en'
  /** Whether who asks may be told what stands in the files of all the group's families at once. */
  readonly mayReadFiles: boolean
}

/** Everything at one moment; a meeting of another group is as little there as one that never was. */
export async function gatherPaper(
  house: House,
  actor: Actor,
  ask: PaperAsk,
): Promise<Outcome<GroupPaperInput>> {
  const { groupId } = ask
  // Names are hidden whosever they are, also of a family that is left out of the rest.
  const people = ask.form === 'midReview' ? await readNames(house, actor, groupId) : []
  return lookFor(house, actor, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const group = await look.one(supportGroup, groupId)
    if (home === null || group === null) return refuse('NotFound')
    const meetings = settleNumbers(await look.many(meeting, { groupId }))
    const own = meetings.find(({ id }) => id === ask.meetingId) ?? null
    const { about } = groupPapers[ask.form]
    const ofMeeting = about === 'meeting' || about === 'strand'
    if (ofMeeting && own === null) return refuse('NotFound')
    const seats = await seatsOfPaper(look, groupId)
    const member = about === 'member' ? (seats.find(({ id }) => id === ask.seatId) ?? null) : null
    if (about === 'member' && member === null) return refuse('NotFound')
    const familyId = familyOf(ask, member)
    const file = familyId === null ? null : await openFile(look, familyId)
    if (familyId !== null && file === null) return refuse('NotFound')
    const familyIds = [...new Set(seats.map(({ familyId }) => familyId))]
    const families = await Promise.all(familyIds.map((id) => look.one(family, id)))
    const team = await Promise.all(Object.keys(group.team).map((id) => look.one(staff, id)))
    const its = group.programmeId === null ? null : await look.one(programme, group.programmeId)
    const maker = await look.one(staff, actor.staffId)
    return done({
      agency: home,
      group,
      programme: its,
      programmeTitle: its?.title ?? '',
      staff: team.filter((one) => one !== null),
      ...(await gatherPlan(look, house, ask)),
      meetings,
      seats,
      marks: await look.many(memberMark, { groupId }),
      taskReturns: await look.many(homeTaskReturn, { groupId }),
      attendance: await look.many(attendance, { groupId }),
      followUps: await look.many(absenceFollowUp, { groupId }),
      work: await look.many(meetingWork, { groupId }),
      meetingRecords: await look.many(meetingRecord, { groupId }),
      families: families.flatMap((one) => (one === null ? [] : [{ id: one.id, code: one.code }])),
      meeting: ofMeeting ? own : null,
      strand: ofMeeting ? ask.strand : null,
      seat: member,
      file,
      ...(await gatherAsked(look, house, ask, familyIds)),
      people,
      comments: await look.many(recordComment, { groupId }),
      notice: readNotice(ask.language),
      texts: ask.texts,
      madeOn: house.today(),
      madeBy: maker?.name ?? '',
      wording: { language: ask.language, translate: house.words(ask.language) },
    })
  })
}

/** FAM-61: a paper goes out to the group: whoever is kept away is in none, whoever makes it. */
async function seatsOfPaper(look: Look, groupId: string): Promise<readonly SeatEntry[]> {
  const seats = await look.many(seat, { groupId })
  const familyIds = [...new Set(seats.map(({ familyId }) => familyId))]
  return endKeptAway(seats, await look.every(restrictedParty, 'familyId', familyIds))
}

async function readNames(
  house: House,
  { agencyId }: Actor,
  groupId: string,
): Promise<GroupPaperInput['people']> {
  return lookAt(house, agencyId, async (look) => {
    const seats = await look.many(seat, { groupId })
    const familyIds = [...new Set(seats.map(({ familyId }) => familyId))]
    return look.every(person, 'familyId', familyIds)
  })
}

type AskedPart = Pick<
  GroupPaperInput,
  'satisfaction' | 'photoConsents' | 'pairs' | 'pairRatings' | 'observerTicks'
>

/** Answers and consents are read for the one paper that counts them. */
async function gatherAsked(
  look: Look,
  house: House,
  { form, groupId, mayReadFiles }: PaperAsk,
  familyIds: readonly string[],
): Promise<AskedPart> {
  const { about } = groupPapers[form]
  const ofMeeting = about === 'meeting' || about === 'strand'
  const each = async <Row>(
    read: (familyId: string) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => (await Promise.all(familyIds.map(read))).flat()
  return {
    satisfaction:
      form === 'satisfactionSheet'
        ? await askedOrShipped(look, house, groupId)
        : { instruments: [], waves: [], sheets: [] },
    photoConsents:
      form === 'photoLedger' ? await each((familyId) => look.many(consent, { familyId })) : [],
    pairs: mayReadFiles && ofMeeting ? await each((familyId) => look.many(pair, { familyId })) : [],
    pairRatings: form === 'processRecord' ? await look.many(pairRating, { groupId }) : [],
    observerTicks: form === 'processRecord' ? await look.many(observerTicks, { groupId }) : [],
  }
}

type PlanPart = Pick<GroupPaperInput, 'plan' | 'goals' | 'sources' | 'seenBy' | 'waves' | 'start'>

/** What is written down of the plan; the families' files are counted for the plan alone, and for whoever may read them. */
async function gatherPlan(look: Look, house: House, ask: PaperAsk): Promise<PlanPart> {
  const { groupId } = ask
  const plan = await look.one(groupPlan, groupPlanId(groupId))
  const seenBy = plan?.seenById == null ? null : await look.one(staff, plan.seenById)
  return {
    plan,
    goals: await look.many(groupGoal, { groupId }),
    sources: ask.form === 'groupPlan' ? await gatherSources(look, plan?.evidenceIds ?? []) : [],
    seenBy: seenBy?.name ?? '',
    waves: await look.many(wave, { groupId }),
    start: ask.form === 'groupPlan' ? await countStart(look, house, ask) : null,
  }
}

async function countStart(
  look: Look,
  house: House,
  { groupId, mayReadFiles }: PaperAsk,
): Promise<PlanPart['start']> {
  return mayReadFiles ? gatherStart(look, house, groupId) : 'closed'
}

/** What the group was asked; before anybody was, the questionnaire on the shelf. */
async function askedOrShipped(
  look: Look,
  house: House,
  groupId: string,
): Promise<SatisfactionAnswers> {
  const asked = await gatherSatisfaction(look, house, groupId)
  if (asked.instruments.length > 0) return asked
  const shelf = await look.many(instrument, { state: 'published' })
  return { ...asked, instruments: shelf.filter((one) => satisfactionScale(one) !== null) }
}

/** The family whose file a paper opens: that of the member, or the one named; most papers open none. */
export function familyOf(
  { form, familyId }: Pick<PaperAsk, 'form' | 'familyId'>,
  member: { readonly familyId: string } | null,
): string | null {
  const { about } = groupPapers[form]
  if (about === 'member') return member?.familyId ?? null
  return about === 'family' ? familyId : null
}

async function gatherDrawn(look: Look, familyId: string): Promise<FamilyOnPaper['drawn']> {
  return {
    guardianships: await look.many(guardianship, { familyId }),
    pairs: await look.many(pair, { familyId }),
    couples: await look.many(couple, { familyId }),
    parentages: await look.many(parentage, { familyId }),
    lifeFacts: await look.many(lifeFact, { familyId }),
    qualities: await look.many(relationQuality, { familyId }),
    ties: await look.many(systemTie, { familyId }),
  }
}

/** Everything of one family that papers print; null where there is none. */
export async function openFile(look: Look, familyId: string): Promise<FamilyOnPaper | null> {
  const its = await look.one(family, familyId)
  if (its === null) return null
  return {
    family: its,
    people: await look.many(person, { familyId }),
    migrations: await look.many(migration, { familyId }),
    availabilities: await look.many(availability, { familyId }),
    consents: await look.many(consent, { familyId }),
    memberLines: await look.many(memberLine, { familyId }),
    goals: await look.many(goal, { familyId }),
    ratings: await look.many(goalRating, { familyId }),
    statedChanges: await look.many(statedChange, { familyId }),
    drawn: await gatherDrawn(look, familyId),
  }
}
