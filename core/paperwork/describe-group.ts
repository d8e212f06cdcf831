import type { Agency } from '../access/agency.ts'
import type { Wording } from '../evaluation/write-numbers.ts'
import type { MeetingEntry } from '../groupwork/meeting.ts'
import type { SupportGroup } from '../groupwork/support-group.ts'
import type { Day } from '../kit/dates.ts'

export interface GroupOnPaper {
  readonly agency: Pick<Agency, 'name' | 'county' | 'sample'>
  readonly group: SupportGroup
  readonly programmeTitle: string
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly meetings: readonly Pick<MeetingEntry, 'heldOn'>[]
  readonly madeOn: Day
  readonly wording: Wording
}

/** Whose paper it is: agency, group, programme, place, days and team, as every form of a group begins. */
export function describeGroup(on: GroupOnPaper) {
  const { agency, group, staff, wording } = on
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.name ?? ''
  const team = Object.entries(group.team).filter(([id]) => nameOf(id) !== '')
  const days = on.meetings.flatMap(({ heldOn }) => heldOn ?? []).sort()
  const gap = wording.translate('paperwork:summary.nameGap')
  return {
    agencyName: agency.name,
    agencyCounty: agency.county,
    isSample: agency.sample,
    groupTitle: group.title,
    groupCode: group.code,
    nature: wording.translate('paperwork:summary.nature'),
    programme:
      group.programmeVersion === ''
        ? on.programmeTitle
        : `${on.programmeTitle} (${group.programmeVersion})`,
    place: group.place,
    onlineTool: group.onlineTool,
    startedOn: group.startedOn ?? days[0] ?? group.startsOn ?? '',
    // While it runs the last meeting held is not its end.
    endedOn: group.closedOn ?? [...days, group.endsOn ?? ''].sort().at(-1) ?? '',
    leaders: team
      .filter(([, role]) => role === 'leader')
      .map(([id]) => nameOf(id))
      .join(gap),
    team: team
      .map(([id, role]) => `${nameOf(id)} (${wording.translate(`paperwork:teamRole.${role}`)})`)
      .join(gap),
    madeOn: on.madeOn,
  }
}
