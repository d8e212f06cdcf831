import { describe, expect, test } from 'vitest'
import { foundIn } from '../sync/find-needs.ts'
import { answerKindOf } from './answer-kind-of.ts'
import { listRightsDue, workingDaysAfter } from './rights-due.ts'
import { rightsRequest } from './rights-request.ts'

const id = (no: number): string => `0199f000-0000-8000-8000-00000000000${no}`
const context = {
  actor: { agencyId: 'a', staffId: id(9), roles: ['socialWorker'] },
  now: '2026-11-22T00:00:00.000Z',
  today: '2026-11-22',
  claimedAt: '2026-11-22T00:00:00.000Z',
  recordId: id(1),
}
const fresh = rightsRequest.read({
  familyId: id(2),
  subjectId: id(3),
  askedById: id(4),
  relation: 'parent',
  right: 'copy',
  receivedOn: '2026-11-20',
  dueOn: '2026-12-11',
})
const run = (verb: string, input: object, fields: object = fresh) =>
  rightsRequest.verbs[verb]?.run({ ...fresh, ...fields }, { ...input }, foundIn([]), context)

describe('[RIG-1] the day by which a request is answered', () => {
  test('counts Monday to Friday and assumes no holiday', () => {
    expect(workingDaysAfter('2026-11-20', 1)).toBe('2026-11-23')
    expect(workingDaysAfter('2026-11-22', 15)).toBe('2026-12-11')
  })

  test('puts the most urgent first and says for whom it waits; what is answered waits for nobody', () => {
    const due = (state: typeof fresh.state, dueOn: string) => ({ state, dueOn })
    const listed = listRightsDue(
      [due('received', '2026-12-01'), due('inReview', '2026-11-20'), due('answered', '2026-11-01')],
      '2026-11-22',
    )
    expect(listed.map(({ inDays, waitsFor }) => [inDays, waitsFor])).toEqual([
      [-2, 'supervisor'],
      [9, 'worker'],
    ])
  })
})

describe('[RIG-2] [RIG-3] a request about data', () => {
  test('is not handed on before anybody has made sure who asks, unless that is why it is refused', () => {
    const granted = { outcome: 'granted', ground: null }
    expect(run('submit', granted)).toMatchObject({ refusal: { id: 'IdentityFirst' } })
    expect(run('submit', granted, { identity: 'idSeen' })).toMatchObject({ ok: true })
    expect(run('submit', { outcome: 'refused', ground: 'identityNotShown' })).toMatchObject({
      ok: true,
    })
  })

  test('is refused only on a ground, and granted without one', () => {
    const known = { identity: 'idSeen' }
    expect(run('submit', { outcome: 'refused', ground: null }, known)).toMatchObject({
      refusal: { id: 'RefusalGroundNeeded' },
    })
    expect(run('submit', { outcome: 'granted', ground: 'lawKeeps' }, known)).toMatchObject({
      refusal: { id: 'RefusalGroundNeeded' },
    })
  })

  test('says in words which part was done, where it was only a part', () => {
    const part = { outcome: 'partly', ground: 'othersRights', doneWords: '  ' }
    const known = { identity: 'idSeen' }
    expect(run('submit', part, known)).toMatchObject({ refusal: { id: 'PartNeedsWords' } })
    const told = { ...part, doneWords: '给了静怡自己的，没有给别人说的话。' }
    expect(run('submit', told, known)).toMatchObject({ ok: true, value: { state: 'inReview' } })
  })

  test('is reviewed as what it is: a copy, something done, or a refusal, which has no copy to look through', () => {
    expect(answerKindOf({ right: 'access', outcome: 'granted' })).toBe('copy')
    expect(answerKindOf({ right: 'copy', outcome: 'partly' })).toBe('copy')
    expect(answerKindOf({ right: 'deletion', outcome: 'granted' })).toBe('done')
    expect(answerKindOf({ right: 'deletion', outcome: 'refused' })).toBe('refused')
    expect(answerKindOf({ right: 'copy', outcome: 'refused' })).toBe('refused')
  })

  test('is answered only after its review, and returned only with words', () => {
    const answer = { on: '2026-11-22', handedTo: '陈芳' }
    expect(run('answer', answer, { state: 'inReview' })).toMatchObject({
      refusal: { id: 'WrongRequestState' },
    })
    expect(run('review', { agrees: false }, { state: 'inReview' })).toMatchObject({
      refusal: { id: 'ReasonNeeded' },
    })
    expect(run('review', { agrees: true }, { state: 'inReview' })).toMatchObject({
      value: { state: 'reviewed', reviewedById: id(9) },
    })
    expect(run('answer', answer, { state: 'reviewed' })).toMatchObject({
      value: { state: 'answered', handedById: id(9) },
    })
  })
})
