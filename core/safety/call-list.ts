import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'

const key = z.string().max(40)

const lineShape = z.strictObject({
  phone: z.string().max(60),
  note: z.string().max(200),
  /** When somebody called it and it was right. */
  checkedOn: dayShape.nullable(),
})
export type CallLine = z.infer<typeof lineShape>

const callListShape = z.strictObject({
  county: z.string().max(120).default(''),
  /** Families of these townships are served by it. */
  townships: z.array(z.string().min(1).max(80)).default([]),
  /** By the name of the line that the program brings; an empty number leaves the national one. */
  lines: z.record(key, lineShape).default({}),
  /** Further ones, such as the township's children's supervisor or the police station. */
  extra: z
    .record(
      key,
      z.strictObject({
        name: z.string().max(120),
        phone: z.string().max(60),
        note: z.string().max(200),
      }),
    )
    .default({}),
  /** What stood before, each under the moment it was replaced. */
  past: z.record(key, z.string().max(400)).default({}),
  /** How long a concern may lie unseen before supervisors, then a manager, are to be asked. Read from the agency's own list. */
  unseenHours: z.number().int().min(1).max(72).default(4),
  managerHours: z.number().int().min(1).max(168).default(24),
})
export type CallList = z.infer<typeof callListShape>

/** The county of the list that holds for the whole agency. */
export const agencyCallList = ''

export function callListId(agencyId: string, county: string): string {
  return deriveId('callList', agencyId, county)
}

/** Whom to call in a county. Says nothing about any child: it lies on the agency's shelf, for everybody who works here. */
export const callList = defineKind({
  name: 'callList',
  room: 'safety',
  shape: callListShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  maps: ['lines', 'extra', 'past'],
  sets: ['townships'],
  columns: ['county'],
  rule: (after, before) =>
    before !== null && before.county !== after.county
      ? refusal('CountyStays', { county: before.county })
      : null,
})

/** The set times of an agency, or those that hold until it has set any. */
export function hoursOf(
  lists: readonly Pick<CallList, 'county' | 'unseenHours' | 'managerHours'>[],
): {
  readonly unseen: number
  readonly manager: number
} {
  const own = lists.find(({ county }) => county === agencyCallList)
  return { unseen: own?.unseenHours ?? 4, manager: own?.managerHours ?? 24 }
}

/** The list for a township: its county's, else the one of the county named here, else the agency's; null when there is none. */
export function chooseCallList<List extends CallList>(
  lists: readonly List[],
  township: string,
  county: string,
): List | null {
  return (
    lists.find(({ townships }) => township !== '' && townships.includes(township)) ??
    lists.find((one) => county !== '' && one.county === county) ??
    lists.find((one) => one.county === agencyCallList) ??
    null
  )
}
