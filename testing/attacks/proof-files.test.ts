// Consent with somebody else's paper, or with none.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId } from '../house/person.ts'
import { storeFile } from './village.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function consentWith(home: Home, proofFileId: string): Promise<unknown> {
  const { worker, familyId, childId, motherId } = home
  const given = worker.change('consent', freshId(), 'create', {
    familyId,
    subjectId: childId,
    subjectBornOn: '2015-02-03',
    purpose: 'service',
    textVersion: '1',
    decision: 'given',
    givenById: motherId,
    decidedOn: '2026-01-02',
    proof: 'paperPhoto',
    proofFileId,
  })
  const [answer] = (await worker.push(given)).answers
  return answer?.status === 'applied' ? 'applied' : answer?.['refusal']
}

test('the paper behind a consent is there and is this family’s own; another family’s proves as little as none [FAM-9]', async () => {
  const home = await aHome(house)
  const { worker } = home
  const otherFamily = freshId()
  await worker.push(
    worker.change('family', otherFamily, 'create', {
      code: 'Z-2',
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
  )
  const stranger = await aHome(house)
  const refused = { id: 'ProofNotThere', details: {} }
  const theirs = await storeFile(house, worker, otherFamily)
  const foreign = await storeFile(house, stranger.worker, stranger.familyId)
  expect(await consentWith(home, freshId())).toEqual(refused)
  expect(await consentWith(home, theirs.fileId)).toEqual(refused)
  expect(await consentWith(home, foreign.fileId)).toEqual(refused)
  const own = await storeFile(house, worker, home.familyId)
  expect(await consentWith(home, own.fileId)).toBe('applied')
})
