import type { Day } from '../kit/dates.ts'
import type { Guardianship } from './guardianship.ts'

type Bond = Pick<Guardianship, 'childId' | 'adultId' | 'kind' | 'until'>

/** Is this bond a guardianship on that day? Its last day is the day on which it is no more. */
export function isGuardianship({ kind, until }: Pick<Bond, 'kind' | 'until'>, day: Day): boolean {
  return kind === 'legalGuardian' && (until === null || until > day)
}

/** The day since which somebody is guardian of a child no longer; null who still is, or never was on record. */
export function guardianUntil(
  bonds: readonly Bond[],
  childId: string,
  adultId: string,
  day: Day,
): Day | null {
  const own = bonds.filter(
    (bond) => bond.kind === 'legalGuardian' && bond.childId === childId && bond.adultId === adultId,
  )
  if (own.some((bond) => isGuardianship(bond, day))) return null
  return (
    own
      .flatMap(({ until }) => until ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
