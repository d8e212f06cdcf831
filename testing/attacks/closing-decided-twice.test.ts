// Two supervisors, each alone with their own device, decide on one closing: whichever arrives first stands, on the case and on what
// was handed in alike, and the other is told [SUP-10, S08].
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reviewId } from '../../core/assessment/review/review-shape.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { caseFileId, stateOfCase } from '../../core/casework/case-shape.ts'
import { fileReview } from '../../core/casework/supervision/file-review.ts'
import { stateOfClosingReview } from '../../core/casework/supervision/state-of-closing-review.ts'
import type { Change } from '../../core/sync/change.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

const told = async (by: Person, ...changes: readonly Change[]) => {
  const bundle = { id: freshId(), of: changes.length }
  const whole = changes.map((one) => (changes.length === 1 ? one : { ...one, bundle }))
  return (await by.push(...whole)).answers.map(({ status }) => status)
}

async function aClosing(home: Home) {
  const { worker, familyId, childId, pairId } = home
  const on = house.open.house.today()
  const caseId = caseFileId({ pairId, personId: null, no: 1 })
  const review = reviewId('caseFile', caseId)
  const ofCase = (by: Person, verb: string, input: object) =>
    by.change('caseFile', caseId, verb, {}, {}, { ...input })
  const ofReview = (by: Person, verb: string, input: object) =>
    by.change('fileReview', review, verb, {}, {}, { ...input })
  const agreed = worker.change('consent', freshId(), 'create', {
    ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'service' },
    ...{ textVersion: '2026-3', decision: 'given', givenById: home.motherId, decidedOn: on },
    ...{ proof: 'witnessedCall', witness: '李主任' },
  })
  expect(await told(worker, agreed)).toEqual(['applied'])
  const opened = worker.change('caseFile', caseId, 'create', {
    ...{ familyId, pairId, openedOn: on, openedById: worker.staffId, workerId: worker.staffId },
    ...{ problem: '母子很少说话', urgency: 'none' },
  })
  expect(await told(worker, opened)).toEqual(['applied'])
  const taken = ofCase(worker, 'decide', { decision: 'accept', on, reason: '孩子和妈妈都愿意' })
  expect(await told(worker, taken)).toEqual(['applied'])
  const ask = () => ofCase(worker, 'close', { on, reason: 'goalsMet', words: '每周的电话守住了' })
  const begun = worker.change('fileReview', review, 'create', {
    ...{ familyId, subjectKind: 'caseFile', subjectId: caseId },
  })
  expect(await told(worker, ask(), begun, ofReview(worker, 'submit', { note: '' }))).toEqual([
    ...['applied', 'applied', 'applied'],
  ])
  const approve = (by: Person, no: number) => [
    ofCase(by, 'approveClosing', { opinion: '同意' }),
    ofReview(by, 'approve', { no, opinion: '同意' }),
  ]
  const giveBack = (by: Person, no: number) => [
    ofCase(by, 'returnClosing', { opinion: '请写清楚' }),
    ofReview(by, 'sendBack', { no, opinion: '请写清楚' }),
  ]
  const read = async () => {
    const { entries } = await worker.pull()
    const its = caseFile.read(entries.find(({ id }) => id === caseId)?.fields ?? {})
    const handed = fileReview.read(entries.find(({ id }) => id === review)?.fields ?? {})
    const outcomes = Object.values(handed.submissions).map(({ outcome }) => outcome)
    return { state: stateOfCase(its), review: stateOfClosingReview(handed, its), outcomes }
  }
  return { ask, approve, giveBack, read, ofReview }
}

test('approved first, the other’s giving back changes nothing', async () => {
  const home = await aHome(house)
  const [one, other] = [
    await aColleague(home.worker, ['supervisor']),
    await aColleague(home.worker, ['supervisor']),
  ]
  const { approve, giveBack, read } = await aClosing(home)
  expect(await told(one, ...approve(one, 1))).toEqual(['applied', 'applied'])
  expect(await told(other, ...giveBack(other, 1))).not.toContain('applied')
  expect(await read()).toEqual({ state: 'closed', review: 'approved', outcomes: ['approved'] })
})

test('given back first, the other’s approval changes nothing; asked for again, both words are there', async () => {
  const home = await aHome(house)
  const { worker } = home
  const [one, other] = [
    await aColleague(worker, ['supervisor']),
    await aColleague(worker, ['supervisor']),
  ]
  const { ask, approve, giveBack, read, ofReview } = await aClosing(home)
  expect(await told(one, ...giveBack(one, 1))).toEqual(['applied', 'applied'])
  expect(await told(other, ...approve(other, 1))).not.toContain('applied')
  expect(await read()).toEqual({ state: 'open', review: 'returned', outcomes: ['returned'] })
  expect(await told(worker, ask(), ofReview(worker, 'submit', { note: '' }))).toEqual([
    ...['applied', 'applied'],
  ])
  expect(await read()).toMatchObject({ review: 'waiting', outcomes: ['returned', null] })
  expect(await told(other, ...approve(other, 2))).toEqual(['applied', 'applied'])
  expect(await read()).toEqual({
    ...{ state: 'closed', review: 'approved', outcomes: ['returned', 'approved'] },
  })
})
