import { expect, test } from 'vitest'
import { allKinds } from './kinds.ts'
import { kindsInCopies, kindsWithheld } from './paperwork/rights-copy.ts'

const ofFamilies = allKinds
  .filter(
    ({ scope, key, fieldNames }) =>
      ['family', 'concern'].includes(key.of) ||
      ['family', 'concern'].includes(scope.of) ||
      fieldNames.includes('familyId'),
  )
  .map(({ name }) => name)

test.each(ofFamilies)('[RIG-4] somebody has decided whether a copy tells of: %s', (kind) => {
  const decided = [kindsInCopies.includes(kind), Object.hasOwn(kindsWithheld, kind)]
  expect(decided.filter((one) => one)).toHaveLength(1)
})

test('[RIG-4] nothing is decided that is no kind of a family', () => {
  const named = [...kindsInCopies, ...Object.keys(kindsWithheld)]
  expect(named.filter((kind) => !ofFamilies.includes(kind))).toEqual([])
})
