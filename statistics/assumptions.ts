/** What a method takes for granted. `id` is stable, for translation; `text` is plain English. */
export type Assumption = { id: string; text: string }

function assume(id: string, text: string): Assumption {
  return { id, text }
}

export const assumptions = {
  independentUnits: assume('independent-units', 'The units do not influence each other.'),
  intervalScale: assume(
    'interval-scale',
    'Equal steps of the number mean equal steps of the thing.',
  ),
  normalDifferences: assume(
    'normal-differences',
    'The differences come from a roughly normal distribution; matters most when n is small.',
  ),
  normalWithin: assume('normal-within', 'Values are roughly normal inside each group.'),
  symmetricDifferences: assume(
    'symmetric-differences',
    'Under no change, a difference is as likely up as down by the same amount.',
  ),
  equalVariances: assume('equal-variances', 'The groups have the same variance.'),
  equalSlopes: assume('equal-slopes', 'The covariate works the same way in every group.'),
  sameShape: assume('same-shape', 'The groups differ by a shift only, not in shape.'),
  oneDimension: assume(
    'one-dimension',
    'The items measure one thing (essentially tau-equivalent).',
  ),
  knownReliability: assume(
    'known-reliability',
    'Reliability and standard deviation hold for people like these.',
  ),
  bivariateNormal: assume('bivariate-normal', 'The two variables are jointly roughly normal.'),
  monotone: assume('monotone', 'The relation goes one way only.'),
  linear: assume('linear', 'The relation is a straight line.'),
  expectedCounts: assume('expected-counts', 'Expected counts are not small (five or more).'),
  fixedMargins: assume('fixed-margins', 'Row and column totals are taken as given.'),
  noSerialDependence: assume(
    'no-serial-dependence',
    'One measurement does not depend on the one before it.',
  ),
  sphericity: assume('sphericity', 'Differences between any two waves have the same variance.'),
} as const
