import { meeting, type MeetingEntry } from '../../core/groupwork/meeting.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { equalJson, type JsonObject } from '../../core/kit/json.ts'
import type { Draft } from '../../core/sync/device.ts'

export type GroupHead = Pick<SupportGroup, 'title' | 'code' | 'place' | 'onlineTool' | 'team'>

/** What changed, as one bundle; meetings still ahead that were to be at the old place move to the new one. */
export function changeGroupHead(
  group: GroupHead & { readonly id: string },
  meetings: readonly MeetingEntry[],
  head: GroupHead,
): readonly Draft[] {
  const trimmed: JsonObject = {
    title: head.title.trim(),
    code: head.code.trim(),
    place: head.place.trim(),
    onlineTool: head.onlineTool.trim(),
    team: { ...head.team },
  }
  const before: JsonObject = { ...group, team: { ...group.team } }
  const changed = Object.entries(trimmed).filter(
    ([field, value]) => !equalJson(value, before[field] ?? null),
  )
  if (changed.length === 0) return []
  const edit = { verb: 'edit', input: {} }
  const fields = Object.fromEntries(changed)
  return [
    { kind: supportGroup, recordId: group.id, ...edit, fields },
    ...meetings.flatMap((one) => {
      const moves = placeFields(one, fields, group)
      return one.state === 'planned' && Object.keys(moves).length > 0
        ? [{ kind: meeting, recordId: one.id, ...edit, fields: moves }]
        : []
    }),
  ]
}

function placeFields(one: MeetingEntry, fields: JsonObject, group: GroupHead): JsonObject {
  const moves: Record<string, JsonObject[string]> = {}
  for (const field of ['place', 'onlineTool'] as const) {
    const value = fields[field]
    if (value !== undefined && one[field] === group[field]) moves[field] = value
  }
  return moves
}
