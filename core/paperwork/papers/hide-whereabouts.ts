import { hiderOfWhereabouts, type Whereabouts } from '../../families/hide-whereabouts.ts'
import type { FieldValues } from '../field-values.ts'
import { mapTexts } from './family/map-texts.ts'

/** FAM-54: a paper of this family as it may leave the office; what is addressed (`asTheyStand`) stays. */
export function hideWhereabouts(
  values: FieldValues,
  known: Whereabouts,
  asTheyStand: readonly string[] = [],
): FieldValues {
  const hide = hiderOfWhereabouts(known)
  return hide === null ? values : mapTexts(values, hide, asTheyStand)
}
