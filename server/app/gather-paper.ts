// Gathers what a working paper of a group needs. The route has asked the policy for the group; no family's file is opened.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { family } from '../../core/families/family.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { homeTaskReturn } from '../../core/groupwork/between/home-task-return.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { memberMark } from '../../core/groupwork/members/member-mark.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { programme } from '../../core/groupwork/programme.ts'
import { seat } from '../../core/groupwork/seat.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { GroupPaperInput } from '../../core/paperwork/papers/group-paper-input.ts'
import { groupPapers, type GroupPaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'

export interface PaperAsk {
  readonly form: GroupPaperForm
  readonly groupId: string
  readonly meetingId: string | null
  readonly strand: PlanStrand | null
  readonly texts: Readonly<Record<string, string>>
  readonly language: 'zh-CN' | 'en'
}

/** Everything at one moment; a meeting of another group is as little there as one that never was. */
export async function gatherPaper(
  house: House,
  actor: Actor,
  ask: PaperAsk,
): Promise<Outcome<GroupPaperInput>> {
  const { groupId } = ask
  return lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const group = await look.one(supportGroup, groupId)
    if (home === null || group === null) return refuse('NotFound')
    const meetings = await look.many(meeting, { groupId })
    const own = meetings.find(({ id }) => id === ask.meetingId) ?? null
    const { about } = groupPapers[ask.form]
    if (about !== 'group' && own === null) return refuse('NotFound')
    const seats = await look.many(seat, { groupId })
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
      staff: team.flatMap((one) => (one === null ? [] : [{ id: one.id, name: one.name }])),
      meetings,
      seats,
      marks: await look.many(memberMark, { groupId }),
      taskReturns: await look.many(homeTaskReturn, { groupId }),
      attendance: await look.many(attendance, { groupId }),
      meetingRecords: await look.many(meetingRecord, { groupId }),
      families: families.flatMap((one) => (one === null ? [] : [{ id: one.id, code: one.code }])),
      meeting: about === 'group' ? null : own,
      strand: about === 'group' ? null : ask.strand,
      texts: ask.texts,
      madeOn: house.today(),
      madeBy: maker?.name ?? '',
      wording: { language: ask.language, translate: house.words(ask.language) },
    })
  })
}
