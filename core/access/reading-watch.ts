import { z } from 'zod'

/** One colleague's readings in a period, as numbers: a nudge to ask, never a finding (P19). */
export const readingWatchShape = z.object({
  days: z.number().int(),
  people: z.array(
    z.object({
      staffId: z.uuid(),
      opened: z.number().int(),
      outside: z.number().int(),
      sameSurname: z.number().int(),
      sameVillage: z.number().int(),
      busiestHour: z.number().int(),
      urgent: z.number().int(),
    }),
  ),
})
export type ReadingWatch = z.infer<typeof readingWatchShape>
export type WatchedPerson = ReadingWatch['people'][number]

export interface OneReading {
  readonly staffId: string
  readonly familyId: string
  readonly at: string
  readonly urgent: boolean
}

export interface WatchedFamily {
  readonly familyId: string
  readonly staff: readonly string[]
  readonly village: string
  readonly names: readonly string[]
}

export interface Watcher {
  readonly staffId: string
  readonly name: string
  /** Whoever answers for every family reads them all: that says nothing. */
  readonly oversees: boolean
  readonly homeVillage: string
}

const manyInAnHour = 20

/**
 * RIG-22: of each colleague how many families' files they opened, how many of them are not theirs, have a person of their own
 * surname who is not theirs to serve, or lie in their own village; and the most in one hour. Only those for whom there is
 * something to ask are listed, by name order of whoever shows it: no score, no ranking.
 */
export function watchReadings(
  readings: readonly OneReading[],
  families: readonly WatchedFamily[],
  people: readonly Watcher[],
): readonly WatchedPerson[] {
  const byId = new Map(families.map((family) => [family.familyId, family]))
  return people
    .map((person): WatchedPerson => {
      const own = readings.filter(({ staffId }) => staffId === person.staffId)
      const opened = [...new Set(own.map(({ familyId }) => familyId))]
      const strange = opened.flatMap((id) => {
        const family = byId.get(id)
        return family === undefined || family.staff.includes(person.staffId) ? [] : [family]
      })
      const surname = surnameOf(person.name)
      const village = person.homeVillage.trim()
      return {
        staffId: person.staffId,
        opened: opened.length,
        outside: person.oversees ? 0 : strange.length,
        sameSurname: strange.filter(({ names }) =>
          names.some((name) => surnameOf(name) === surname),
        ).length,
        sameVillage: strange.filter((family) => village !== '' && family.village.trim() === village)
          .length,
        busiestHour: mostInAnHour(own),
        urgent: own.filter(({ urgent }) => urgent).length,
      }
    })
    .filter(
      ({ outside, sameSurname, sameVillage, busiestHour, urgent }) =>
        outside + sameSurname + sameVillage + urgent > 0 || busiestHour >= manyInAnHour,
    )
}

/** Surnames of two signs that are common enough to meet. */
const doubleSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '皇甫',
  '司徒',
  '夏侯',
  '尉迟',
  '公孙',
  '令狐',
]

function surnameOf(name: string): string {
  return doubleSurnames.find((one) => name.startsWith(one)) ?? [...name][0] ?? ''
}

/** Different families in any sixty minutes. */
function mostInAnHour(readings: readonly OneReading[]): number {
  const ordered = readings
    .map(({ at, familyId }) => ({ at: Date.parse(at), familyId }))
    .sort((left, right) => left.at - right.at)
  let most = 0
  let from = 0
  for (let to = 0; to < ordered.length; to += 1) {
    const end = ordered[to]?.at ?? 0
    while ((ordered[from]?.at ?? end) < end - 3_600_000) from += 1
    const within = new Set(ordered.slice(from, to + 1).map(({ familyId }) => familyId))
    most = Math.max(most, within.size)
  }
  return most
}
