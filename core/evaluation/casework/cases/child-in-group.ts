// The child of the small invented family in a group, for tests of what looks across rooms.
import { idOf, ids } from '../../../families/cases/family-world.ts'
import { meeting } from '../../../groupwork/meeting.ts'
import { seat } from '../../../groupwork/seat.ts'
import { homeVisit } from '../../../inquiry/observation/home-visit.ts'
import { fieldsAsJson } from '../../../kit/json-parse.ts'

export const group = idOf(500)

export const childSeat = {
  ...seat.read(
    fieldsAsJson({
      ...{ groupId: group, familyId: ids.family, personId: ids.child, strand: 'child' },
      ...{ displayName: '小明', joinedOn: '2026-01-01' },
    }),
  ),
  id: idOf(501),
}

export function meetingHeld(no: number, on: string) {
  const fields = {
    ...{ groupId: group, no, theme: 'Listening', stage: 'forming', form: 'joint' },
    ...{ strands: ['child', 'parent'], plannedOn: on, state: 'held', heldOn: on, minutes: 60 },
  }
  return { ...meeting.read(fieldsAsJson(fields)), id: idOf(510 + no) }
}

export function visitWith(safety: object) {
  const fields = {
    ...{ familyId: ids.family, onDay: '2026-03-01', visitorId: ids.staff },
    ...{ childIds: [ids.child], safety },
  }
  return { ...homeVisit.read(fieldsAsJson(fields)), id: idOf(504) }
}
