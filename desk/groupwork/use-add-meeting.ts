import { meeting as meetingKind } from '../../core/groupwork/meeting.ts'
import { type ExtraMeeting, planExtraMeeting } from '../../core/groupwork/plan-extra-meeting.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { type Doing, useDoing } from '../kit/index.ts'
import { newId, useAct } from '../sync/index.ts'
import type { GroupFile } from './use-group.ts'

/** Saves one more meeting, and lets the group last as long as its last one; answers the id, or null when nothing was saved. */
export function useAddMeeting({ group, meetings }: GroupFile): {
  readonly doing: Doing
  readonly add: (extra: ExtraMeeting) => Promise<string | null>
} {
  const act = useAct()
  const doing = useDoing()
  const add = async (extra: ExtraMeeting) => {
    const { id, ...fields } = planExtraMeeting(group, meetings, extra, newId())
    const base = { recordId: id, verb: 'create', input: {} }
    const created = { kind: meetingKind, ...base, fields: fieldsAsJson(fields) }
    const isLast = group.endsOn !== null && extra.plannedOn > group.endsOn
    const longer = { kind: supportGroup, recordId: group.id, verb: 'edit', input: {} }
    const drafts = isLast
      ? [created, { ...longer, fields: { endsOn: extra.plannedOn } }]
      : [created]
    return (await doing.run(() => act(drafts))) === null ? null : id
  }
  return { doing, add }
}
