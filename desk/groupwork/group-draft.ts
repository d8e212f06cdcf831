import { type MovedMeeting, moveMeetings } from '../../core/groupwork/move-meetings.ts'
import type { MeetingEntry } from '../../core/groupwork/meeting.ts'
import { planGroup, type Rhythm } from '../../core/groupwork/plan-group.ts'
import type { Programme } from '../../core/groupwork/programme.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Draft } from '../../core/sync/device.ts'

type TeamRole = SupportGroup['team'][string]

/** What a worker decides when opening a group, before anything is saved. */
export interface GroupDraft {
  readonly programmeId: string
  readonly title: string
  readonly code: string
  readonly place: string
  readonly onlineTool: string
  readonly startsOn: string
  readonly everyDays: number
  readonly at: string
  readonly parentsApart: boolean
  readonly parentAfterDays: number
  readonly parentAt: string
  readonly pauses: Rhythm['pauses']
  readonly team: Readonly<Record<string, TeamRole>>
  /** Days that the worker moved by hand, by meeting id; gone when the rhythm changes. */
  readonly moved: Readonly<Record<string, MovedMeeting['fields']>>
}

export function rhythmOf(draft: GroupDraft): Rhythm {
  const parent = { afterDays: draft.parentAfterDays, at: draft.parentAt }
  return {
    everyDays: draft.everyDays,
    at: draft.at,
    strandTimes: draft.parentsApart ? { parent } : {},
    pauses: draft.pauses,
  }
}

export function proposeMeetings(
  groupId: string,
  programme: Programme | null,
  draft: GroupDraft,
): readonly MeetingEntry[] {
  if (programme === null || draft.startsOn === '') return []
  const place = { id: groupId, place: draft.place, onlineTool: draft.onlineTool }
  return planGroup(programme, place, draft.startsOn, rhythmOf(draft)).map((one) => ({
    ...one,
    ...draft.moved[one.id],
  }))
}

/** A day moved by hand takes the later meetings along. */
export function moveInDraft(
  draft: GroupDraft,
  meetings: readonly MeetingEntry[],
  moved: MeetingEntry,
  day: string,
): GroupDraft {
  const fresh = moveMeetings(meetings, moved, day, true).map(({ id, fields }) => [id, fields])
  return { ...draft, moved: { ...draft.moved, ...Object.fromEntries(fresh) } }
}

/** The group with all its meetings: one bundle, visible whole or not at all. */
export function draftsOfGroup(
  groupId: string,
  draft: GroupDraft,
  meetings: readonly MeetingEntry[],
): readonly Draft[] {
  const group = {
    kind: supportGroup,
    recordId: groupId,
    verb: 'create',
    input: {},
    fields: {
      title: draft.title.trim(),
      code: draft.code.trim(),
      programmeId: draft.programmeId === '' ? null : draft.programmeId,
      team: { ...draft.team },
      place: draft.place.trim(),
      onlineTool: draft.onlineTool.trim(),
      startsOn: meetings[0]?.plannedOn ?? draft.startsOn,
      endsOn: meetings.at(-1)?.plannedOn ?? null,
    },
  }
  return [
    group,
    ...meetings.map(({ id, ...fields }) => ({
      kind: meeting,
      recordId: id,
      verb: 'create',
      input: {},
      fields: fieldsAsJson(fields),
    })),
  ]
}
