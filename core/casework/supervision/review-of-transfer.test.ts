import { describe, expect, it } from 'vitest'
import { staff } from '../../access/staff.ts'
import { foundWith, idOf, ids, today } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { colleague, family, sayOf } from '../cases/case-world.ts'
import { transfer } from '../transfer/transfer.ts'
import type { Transfer } from '../transfer/transfer-shape.ts'
import { fileReview } from './file-review.ts'
import { readReviewed } from './reviewed-in-file.ts'

const transferId = idOf(950)

function transferWith(changes: Partial<Transfer> = {}) {
  const fields = {
    ...{ familyId: ids.family, draftedById: ids.staff, draftedOn: today, what: 'wholeCase' },
    ...{ subjectIds: [ids.child], receiverOrg: '东莞市长安镇社工站', receiverPerson: '何社工' },
    ...{ reason: '母亲在东莞', purpose: '继续个案服务', parts: ['scores', 'basics'], ...changes },
  }
  return { ...transfer.read(fieldsAsJson(fields)), id: transferId }
}

function reviewWith(submissions: object = {}) {
  const fields = {
    familyId: ids.family,
    subjectKind: 'transfer',
    subjectId: transferId,
    submissions,
  }
  return { ...fileReview.read(fieldsAsJson(fields)), id: idOf(801) }
}

const handedIn = reviewWith({ 1: { on: today, byId: idOf(3), paragraphs: [] } })

function say(verb: string, its: Transfer & { readonly id: string }, review = handedIn) {
  const input = verb === 'submit' ? {} : { no: 1, opinion: '收窄资料' }
  return sayOf(fileReview, review, verb, input, [
    ...family,
    [transfer, its],
    [staff, colleague(2, ['supervisor'])],
  ])
}

describe('a referral handed in [SUP-1, TRF-2]', () => {
  it('is read paragraph by paragraph, parts and ground as codes', () => {
    const paragraphs = readReviewed(handedIn, foundWith([...family, [transfer, transferWith()]]))
    const said = paragraphs?.filter(({ words }) => words !== '').map(({ id, words }) => [id, words])
    expect(said).toEqual([
      ['whom', '东莞市长安镇社工站 · 何社工'],
      ['aboutWhom', expect.stringMatching(/./u)],
      ['why', '母亲在东莞'],
      ['purpose', '继续个案服务'],
      ['shared', 'basics\nscores'],
      ['ground', 'consent'],
    ])
  })

  it('is none of another family’s', () => {
    const foreign = { ...transferWith(), familyId: idOf(99) }
    expect(readReviewed(handedIn, foundWith([[transfer, foreign]]))).toBeNull()
  })

  it('is handed in once it is asked for: from then on nobody changes its words', () => {
    expect(say('submit', transferWith(), reviewWith())).toBe('TransferNotAsked')
    expect(say('submit', transferWith({ state: 'asked' }), reviewWith())).toMatchObject({
      submissions: { 1: { byId: ids.staff } },
    })
  })
})

describe('the decision on a referral [SUP-3, TRF-4]', () => {
  it('is the transfer’s own, in the same step: nothing is approved twice', () => {
    expect(say('approve', transferWith({ state: 'asked' }))).toBe('TransferDecidedItself')
    expect(say('approve', transferWith({ state: 'approved' }))).toMatchObject({
      submissions: { 1: { outcome: 'approved' } },
    })
  })

  it('is given back on the transfer, so that it can be written on', () => {
    expect(say('sendBack', transferWith({ state: 'asked' }))).toBe('TransferDecidedItself')
    expect(say('sendBack', transferWith({ state: 'drafted' }))).toMatchObject({
      submissions: { 1: { outcome: 'returned' } },
    })
  })
})
