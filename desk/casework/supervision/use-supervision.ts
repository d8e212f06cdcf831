import { staff } from '../../../core/access/staff.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { hasEnded } from '../../../core/casework/case-shape.ts'
import type { SupervisionAbout } from '../../../core/casework/supervision/supervision-record.ts'
import { family } from '../../../core/families/family.ts'
import { type Person, person } from '../../../core/families/person.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { compareNames, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { useSubjectNames } from '../use-case.ts'

/** Colleagues who are there, those who supervise apart. */
export function useColleagues() {
  const all = useRecords(staff)
    .filter(({ state }) => state === 'active')
    .toSorted((left, right) => left.name.localeCompare(right.name))
  return { all, supervisors: all.filter(({ roles }) => roles.includes('supervisor')) }
}

/** What a case, group or family is called; what this person does not hold has no name here. */
export function useAboutNames(): (about: SupervisionAbout) => string {
  const cases = useRecords(caseFile)
  const groups = useRecords(supportGroup)
  const families = useRecords(family)
  const people = useRecords(person)
  const nameOf = useSubjectNames()
  const find = ({ kind, id }: SupervisionAbout): string | undefined => {
    switch (kind) {
      case 'case': {
        const its = cases.find((one) => one.id === id)
        return its === undefined ? undefined : nameOf(its)
      }
      case 'group':
        return groups.find((one) => one.id === id)?.title
      case 'family':
        return nameFamily(
          families.find((one) => one.id === id),
          people,
        )
    }
  }
  return (about) => find(about) ?? text('supervision:record.notVisible')
}

/** SUP-13: by its children, the code beside; where no name has reached this device, by the code alone. */
export function nameFamily(
  its: { readonly id: string; readonly code: string } | undefined,
  people: readonly Pick<Person, 'familyId' | 'role' | 'name'>[],
): string | undefined {
  if (its === undefined) return undefined
  const children = people.flatMap(({ familyId, role, name }) =>
    familyId === its.id && role === 'child' && name !== '' ? [name] : [],
  )
  return children.length === 0
    ? its.code
    : `${children.toSorted(compareNames).join(text('families:nameSeparator'))} · ${its.code}`
}

export interface AboutOption extends SupervisionAbout {
  readonly key: string
  readonly name: string
}

/** Cases and groups that these people work in; all of them while nobody is chosen. */
export function useAboutOptions(staffIds: readonly string[]): readonly AboutOption[] {
  const nameOf = useAboutNames()
  const isOne = (id: string) => staffIds.length === 0 || staffIds.includes(id)
  const cases = useRecords(caseFile)
    .filter((its) => !hasEnded(its) && isOne(its.workerId))
    .map(({ id }) => ({ kind: 'case' as const, id }))
  const groups = useRecords(supportGroup)
    .filter(({ team, state }) => state !== 'closed' && Object.keys(team).some(isOne))
    .map(({ id }) => ({ kind: 'group' as const, id }))
  return [...cases, ...groups].map((one) => ({
    ...one,
    key: `${one.kind}:${one.id}`,
    name: `${text(`supervision:record.kind.${one.kind}`)} · ${nameOf(one)}`,
  }))
}

/** `case:<id>` of an address, where it is one. */
export function readAbout(words: string | null): SupervisionAbout | null {
  const [kind, id] = (words ?? '').split(':')
  const known = (['case', 'group', 'family'] as const).find((one) => one === kind)
  return known === undefined || id === undefined || id === '' ? null : { kind: known, id }
}

export function wayTo({ kind, id }: SupervisionAbout): string {
  switch (kind) {
    case 'case':
      return `/casework/${id}`
    case 'group':
      return `/groupwork/groups/${id}`
    case 'family':
      return `/families/${id}`
  }
}
