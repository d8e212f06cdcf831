import { family } from '../../../core/families/family.ts'
import type { Duplicate } from '../../../core/families/find-duplicates.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair, pairId } from '../../../core/families/pair.ts'
import { person, type Person } from '../../../core/families/person.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { Kind } from '../../../core/sync/kind.ts'
import { newId } from '../../sync/index.ts'
import { type AdultForm, type FamilyForm, isPaired } from './family-form.ts'

export function draftRemoval(kind: Kind, recordId: string): Draft {
  return { kind, recordId, verb: 'remove', input: {}, fields: {} }
}

export const roleOf: Readonly<Record<AdultForm['relation'], Person['role']>> = {
  mother: 'parent',
  father: 'parent',
  stepmother: 'parent',
  stepfather: 'parent',
  grandmother: 'grandparent',
  grandfather: 'grandparent',
  aunt: 'relative',
  uncle: 'relative',
  sibling: 'relative',
  otherCaregiver: 'other',
}

export const sexOf: Readonly<Record<AdultForm['relation'], Person['sex']>> = {
  mother: 'female',
  father: 'male',
  stepmother: 'female',
  stepfather: 'male',
  grandmother: 'female',
  grandfather: 'male',
  aunt: 'female',
  uncle: 'male',
  sibling: 'unknown',
  otherCaregiver: 'unknown',
}

/** The whole form as one bundle: visible to others whole or not at all. Lookalikes that were shown and saved beside all the same are others (FAM-31). */
export function draftFamily(
  form: FamilyForm,
  staffId: string,
  today: string,
  toldApart: readonly Pick<Duplicate, 'left' | 'right'>[] = [],
): readonly Draft[] {
  const { id: familyId } = form
  const children = form.children.filter(({ name }) => name.trim() !== '')
  const adults = form.adults.filter(({ name }) => name.trim() !== '')
  return [
    draftRecord(family, familyId, {
      code: form.code.trim(),
      village: form.village.trim(),
      township: form.township.trim(),
      staff: [staffId],
      registeredOn: today,
    }),
    ...children.map(({ id, name, sex, bornOn, phone }) =>
      draftRecord(person, id, {
        familyId,
        role: 'child',
        name: name.trim(),
        sex,
        bornOn,
        phone: phone.trim(),
        notSameAs: othersOf(id, toldApart),
      }),
    ),
    ...adults.flatMap((adult) => draftAdult(adult, familyId)),
    ...adults.flatMap((adult) =>
      children.flatMap((child) => draftBonds(adult, child.id, familyId)),
    ),
  ]
}

function othersOf(
  childId: string,
  toldApart: readonly Pick<Duplicate, 'left' | 'right'>[],
): string[] {
  const others = toldApart.flatMap(({ left, right }) =>
    left.id === childId ? [right.id] : right.id === childId ? [left.id] : [],
  )
  return [...new Set(others)].sort()
}

function draftAdult(adult: AdultForm, familyId: string): readonly Draft[] {
  const { id, name, phone, email, relation, away, livesHere, province, city } = adult
  const someone = draftRecord(person, id, {
    familyId,
    role: roleOf[relation],
    sex: sexOf[relation],
    name: name.trim(),
    phone: phone.trim(),
    email: email.trim(),
    livesHere: livesHere === true && !away,
  })
  if (!away) return [someone]
  const { since, returnRhythm, acrossTownship } = adult
  const stay = { familyId, personId: id, province, city, since, returnRhythm, acrossTownship }
  return [someone, draftRecord(migration, newId(), stay)]
}

function draftBonds(adult: AdultForm, childId: string, familyId: string): readonly Draft[] {
  const bond = { familyId, childId, adultId: adult.id }
  const drafts: Draft[] = []
  if (adult.guardianBasis !== null)
    drafts.push(
      draftRecord(guardianship, newId(), {
        ...bond,
        kind: 'legalGuardian',
        basis: adult.guardianBasis,
      }),
    )
  if (adult.careBasis !== null)
    drafts.push(
      draftRecord(guardianship, newId(), { ...bond, kind: 'caregiver', basis: adult.careBasis }),
    )
  if (isPaired(adult))
    drafts.push(draftRecord(pair, pairId(childId, adult.id), { ...bond, relation: adult.relation }))
  return drafts
}
