// Observations as the screens need them: newest first, with where they lie and who of the family may be named.
import { useMemo } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { consent, type ConsentPurpose } from '../../../core/families/consent.ts'
import { refuseWithoutConsent } from '../../../core/families/consent-state.ts'
import { person, type Person } from '../../../core/families/person.ts'
import { compareNames, text } from '../../kit/index.ts'
import { type LocalRecord, useRecords, useToday } from '../../sync/index.ts'

export type PersonRecord = LocalRecord<Person>

/** Where a record lies, as rights are asked. */
export function scopeOf(familyId: string | null): string {
  return familyId === null ? 'agency' : `family:${familyId}`
}

export interface Nameable {
  readonly children: readonly PersonRecord[]
  readonly adults: readonly PersonRecord[]
  /** Children who may not be named yet, because consent is missing. */
  readonly closed: readonly PersonRecord[]
}

/** Who of a family may be named in an observation: children only while consent for it holds. */
export function useNameable(familyId: string | null, purpose: ConsentPurpose): Nameable {
  const today = useToday()
  const people = useRecords(person, { familyId: familyId ?? '' })
  const consents = useRecords(consent, { familyId: familyId ?? '' })
  return useMemo(() => {
    const living = [...people]
      .filter(({ alive }) => alive)
      .sort((left, right) => compareNames(left.name, right.name))
    const children = living.filter(({ role }) => role === 'child')
    const isOpen = ({ id }: PersonRecord): boolean =>
      refuseWithoutConsent(consents, id, purpose, today) === null
    return {
      children: children.filter(isOpen),
      adults: living.filter(({ role }) => role !== 'child'),
      closed: children.filter((child) => !isOpen(child)),
    }
  }, [people, consents, purpose, today])
}

/** Names of colleagues; whoever is not known here is said to be somebody. */
export function useStaffNames(): (id: string) => string {
  const all = useRecords(staff)
  return useMemo(() => {
    const names = new Map(all.map(({ id, name }) => [id, name]))
    return (id) => names.get(id) ?? text('observation:someone')
  }, [all])
}

export function newestFirst<One extends { readonly onDay: string }>(
  all: readonly One[],
): readonly One[] {
  return [...all].sort((left, right) => right.onDay.localeCompare(left.onDay))
}
