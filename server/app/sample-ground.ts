// What every part of the sample is drafted on: which agency, which day, who works there, which ids.
import { addDays } from '../../core/kit/dates.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Kind } from '../../core/sync/kind.ts'
import type { ServerDraft } from './record-store.ts'
import type { Sample } from './sample-parse.ts'
import type { SamplePerson, SampleStaff } from './sample-shapes.ts'

export interface SampleDraft extends ServerDraft {
  /** Who did it; the worker unless somebody else is named. */
  readonly staffId?: string
  /** The day on which it was done, where the record keeps it; today unless said otherwise. */
  readonly on?: string
  /** The moment of that day, where the record keeps that as well. */
  readonly now?: string
}

export interface SampleGround {
  readonly agencyId: string
  readonly today: string
  readonly staff: Readonly<Record<SampleStaff, string>>
  /** The same for the same agency, different in every other. */
  readonly idOf: (...parts: readonly string[]) => string
  readonly daysAgo: (days: number) => string
  readonly personId: (key: string) => string
  readonly familyId: (code: string) => string
  readonly familyIdOf: (personKey: string) => string
  readonly bornOn: (person: Pick<SamplePerson, 'age'>) => string | null
  readonly nameOf: (personKey: string) => string
}

export function create(kind: Kind, recordId: string, fields: object): SampleDraft {
  return { kind, recordId, verb: 'create', fields: fieldsAsJson(fields) }
}

/** A village that is alive on `today`, wherever today is. */
export function layGround(
  sample: Sample,
  agencyId: string,
  workerId: string,
  today: string,
): SampleGround {
  const idOf = (...parts: readonly string[]): string => deriveId('sample', agencyId, ...parts)
  const daysAgo = (days: number): string => addDays(today, -days)
  const people = new Map(
    sample.families.flatMap(({ code, people: members }) =>
      members.map((member) => [member.key, { code, member }] as const),
    ),
  )
  const known = (key: string) => {
    const found = people.get(key)
    if (found === undefined) throw new Error(`content/sample: nobody is called ${key}`)
    return found
  }
  const familyId = (code: string): string => idOf('family', code)
  return {
    agencyId,
    today,
    staff: {
      worker: workerId,
      coLeader: idOf('staff', 'coLeader'),
      supervisor: idOf('staff', 'supervisor'),
      colleague: idOf('staff', 'colleague'),
      volunteer: idOf('staff', 'volunteer'),
    },
    idOf,
    daysAgo,
    personId: (key) => idOf('person', known(key).member.key),
    familyId,
    familyIdOf: (key) => familyId(known(key).code),
    bornOn: ({ age }) => (age === null ? null : daysAgo(Math.round(age[0] * 365.25) + age[1])),
    nameOf: (key) => known(key).member.name,
  }
}
