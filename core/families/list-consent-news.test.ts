import { expect, test } from 'vitest'
import { decided, idOf, ids } from './cases/family-world.ts'
import { listConsentNews } from './list-consent-news.ts'

const word = (number: number, changes: Parameters<typeof decided>[0]) => ({
  ...decided({ proof: 'link', isNews: true, ...changes }),
  id: idOf(number),
})

test('what came by link is one item per child and person, a no before a yes (FAM-67)', () => {
  const yes = word(1, { givenById: ids.father, decidedOn: '2026-03-09' })
  const no = word(2, { purpose: 'photo', decision: 'refused' })
  const agreed = word(3, { purpose: 'group' })
  const back = word(4, { purpose: 'recording', withdrawnOn: '2026-03-05' })
  expect(listConsentNews([yes, no, agreed, back])).toEqual([
    {
      ...{ familyId: ids.family, childId: ids.child, givenById: ids.mother, on: '2026-03-05' },
      ids: [no, agreed, back].map(({ id }) => id),
      ...{ given: ['group'], refused: ['photo'], withdrawn: ['recording'], isNo: true },
    },
    {
      ...{ familyId: ids.family, childId: ids.child, givenById: ids.father, on: '2026-03-09' },
      ids: [yes.id],
      ...{ given: ['service'], refused: [], withdrawn: [], isNo: false },
    },
  ])
})

test('what somebody has seen, or wrote down themselves, is no news (FAM-67)', () => {
  expect(
    listConsentNews([word(1, { isNews: false }), decided({ proof: 'witnessedCall' })]),
  ).toEqual([])
})
