import { z } from 'zod'
import { moveMeetings } from '../../core/groupwork/move-meetings.ts'
import type { MeetingEntry } from '../../core/groupwork/meeting.ts'
import { planGroup, type Rhythm } from '../../core/groupwork/plan-group.ts'
import type { Programme } from '../../core/groupwork/programme.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { strandShape } from '../../core/groupwork/strand.ts'
import { supportGroup, teamRoles } from '../../core/groupwork/support-group.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Draft } from '../../core/sync/device.ts'

const text = z.string()
const pauseShape = z.strictObject({ from: text, until: text })
const movedShape = z.strictObject({
  plannedOn: text,
  strandTimes: z.partialRecord(strandShape, z.strictObject({ on: text, at: text, place: text })),
})

/** What a worker decides when opening a group, before anything is saved; a half-filled one waits on the device. */
export const groupDraftShape = z.strictObject({
  groupId: text,
  programmeId: text,
  title: text,
  code: text,
  place: text,
  onlineTool: text,
  startsOn: text,
  everyDays: z.number(),
  at: text,
  parentsApart: z.boolean(),
  parentAfterDays: z.number(),
  parentAt: text,
  pauses: z.array(pauseShape),
  team: z.record(text, z.enum(teamRoles)),
  /** Days that the worker moved by hand, by meeting id; gone when the rhythm changes. */
  moved: z.record(text, movedShape),
})
export type GroupDraft = z.infer<typeof groupDraftShape>

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
  programme: Programme | null,
  draft: GroupDraft,
): readonly MeetingEntry[] {
  if (programme === null || draft.startsOn === '') return []
  const place = { id: draft.groupId, place: draft.place, onlineTool: draft.onlineTool }
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
  draft: GroupDraft,
  meetings: readonly MeetingEntry[],
): readonly Draft[] {
  const group = {
    kind: supportGroup,
    recordId: draft.groupId,
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
