import { z } from 'zod'
import { peopleReader } from '../../../families/person-shape.ts'
import { deriveId } from '../../../kit/ids.ts'
import { refusal, type Refusal } from '../../../kit/outcome.ts'
import { defineKind, type Found, readerOf } from '../../../sync/kind.ts'
import { needDrawn, refuseDrawn } from './refuse-drawn.ts'

export const parentageNatures = ['birth', 'adopted', 'fostered', 'unclear'] as const

const parentageShape = z.strictObject({
  familyId: z.uuid(),
  parentId: z.uuid(),
  childId: z.uuid(),
  nature: z.enum(parentageNatures).default('birth'),
})
export type Parentage = z.infer<typeof parentageShape>

const parentages = readerOf('parentage', parentageShape)

/** Who is whose parent, over as many generations as the family is drawn in. */
export const parentage = defineKind({
  name: 'parentage',
  room: 'assessment',
  shape: parentageShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['nature'],
  references: { familyId: 'family', parentId: 'person', childId: 'person' },
  columns: ['familyId', 'parentId', 'childId'],
  ruleNeeds: (after) => [
    ...needDrawn(after.familyId, [after.parentId, after.childId]),
    { kind: 'parentage', where: { familyId: after.familyId } },
  ],
  rule: (after, _before, found, context) =>
    refuseDrawn([after.parentId, after.childId], found, context) ??
    refuseTooYoung(after, found) ??
    refuseAncestry(after, found),
})

/** The same two people are parent and child once, whoever writes it down first. */
export function parentageId(parentId: string, childId: string): string {
  return deriveId('parentage', parentId, childId)
}

/** DRA-3: a parent by birth is born before the child. */
function refuseTooYoung({ parentId, childId, nature }: Parentage, found: Found): Refusal | null {
  const people = found.of(peopleReader)
  const parent = people.find(({ id }) => id === parentId)?.bornOn ?? null
  const child = people.find(({ id }) => id === childId)?.bornOn ?? null
  return nature === 'birth' && parent !== null && child !== null && parent >= child
    ? refusal('ParentNotOlder')
    : null
}

/** DRA-4: two parents by birth at most; nobody is among their own ancestors. */
function refuseAncestry(after: Parentage, found: Found): Refusal | null {
  const id = parentageId(after.parentId, after.childId)
  const others = found
    .of(parentages)
    .filter(
      (one) => one.id !== id && !(one.parentId === after.parentId && one.childId === after.childId),
    )
  const byBirth = others.filter(
    ({ childId, nature }) => childId === after.childId && nature === 'birth',
  )
  if (after.nature === 'birth' && byBirth.length >= 2) return refusal('TooManyBirthParents')
  const above = new Set([after.parentId])
  for (const one of above)
    for (const { parentId, childId } of others) if (childId === one) above.add(parentId)
  return above.has(after.childId) ? refusal('OwnAncestor') : null
}
