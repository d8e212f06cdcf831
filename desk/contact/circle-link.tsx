import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { findCircleFor } from '../../core/groupwork/guardian-circle.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { formatDay, text } from '../kit/index.ts'
import { useMayAct, useRecords, useToday } from '../sync/index.ts'

/** What may help where two do not reach each other: the guardian at home, who can carry the telephone between them. */
export function CircleLink({ familyId }: { readonly familyId: string }) {
  const may = useMayAct()
  const today = useToday()
  const found = findCircleFor(familyId, {
    groups: useRecords(supportGroup),
    seats: useRecords(seat, { familyId }),
    meetings: useRecords(meeting),
    today,
  })
  if (found === null) return null
  const { groupId, next } = found
  if (next !== null)
    return (
      <Anchor component={Link} to={`/groupwork/meetings/${next.id}`} size="sm">
        {text('contact:home.toCircle', { day: formatDay(next.plannedOn) })}
      </Anchor>
    )
  if (!may('meeting', 'create', `group:${groupId}`)) return null
  return (
    <Anchor component={Link} to={`/groupwork/groups/${groupId}?circle=1`} size="sm">
      {text('contact:home.planCircle')}
    </Anchor>
  )
}
