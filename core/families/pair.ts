import { z } from 'zod'
import { deriveId } from '../kit/ids.ts'
import { defineKind } from '../sync/kind.ts'
import { needPeople, refuseBond } from './same-family.ts'

export const pairRelations = [
  'mother',
  'father',
  'stepmother',
  'stepfather',
  'grandmother',
  'grandfather',
  'aunt',
  'uncle',
  'sibling',
  'otherCaregiver',
] as const

const pairShape = z.strictObject({
  familyId: z.uuid(),
  childId: z.uuid(),
  adultId: z.uuid(),
  relation: z.enum(pairRelations),
})
export type Pair = z.infer<typeof pairShape>

/** A child and one adult: the unit that is assessed, planned for and followed (MISSION decision 1). */
export const pair = defineKind({
  name: 'pair',
  room: 'families',
  shape: pairShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  references: { familyId: 'family', childId: 'person', adultId: 'person' },
  columns: ['familyId', 'childId', 'adultId'],
  ruleNeeds: (after) => needPeople(after.familyId, [after.childId, after.adultId]),
  rule: (after, _before, found) => refuseBond(after, found),
})

/** Two phones that pair the same two people make one pair. */
export function pairId(childId: string, adultId: string): string {
  return deriveId('pair', childId, adultId)
}
