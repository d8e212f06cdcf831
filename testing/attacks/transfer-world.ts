// An approved transfer of a small family, and one that was handed over by link.
import { expect } from 'vitest'
import { z } from 'zod'
import { digestTransfer } from '../../core/casework/transfer/build-parts.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { lookAt } from '../../server/app/record-store.ts'
import { gatherTransfer } from '../../server/app/transfer-records.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import type { TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

export const madeShape = z.object({ address: z.string(), code: z.string() })
export const withConsent = { ground: 'consent', overrideCategory: null, overrideWords: '' } as const
const overridden = {
  ...{ ground: 'override', overrideCategory: 'emergency', overrideWords: '当晚需要安置' },
}

export interface Handed {
  readonly worker: Person
  readonly familyId: string
  readonly transferId: string
  readonly path: string
  readonly address: string
  readonly code: string
}

export async function say(person: Person, transferId: string, verb: string, input: object) {
  const reply = await person.post('/api/sync/push', {
    changes: [person.change('transfer', transferId, verb, {}, {}, fieldsAsJson(input))],
  })
  return z.object({ answers: z.array(z.looseObject({ status: z.string() })) }).parse(reply.body)
    .answers[0]
}

export async function anApproved(house: TestHouse, changes: object = {}, ofAgency: object = {}) {
  const home = await aHome(house)
  const { worker, familyId, childId } = home
  const supervisor = await aColleague(worker, ['supervisor'])
  const { agencyId } = worker
  if (Object.keys(ofAgency).length > 0) {
    const own = (await worker.pull()).entries.find(({ kind }) => kind === 'agency')?.fields
    const about = worker.change('agency', agencyId, 'edit', fieldsAsJson(ofAgency), own)
    expect((await worker.push(about)).answers[0]).toMatchObject({ status: 'applied' })
  }
  const [transferId, consentId] = [freshId(), freshId()]
  const agreed = worker.change('consent', consentId, 'create', {
    ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'transfer' },
    ...{ textVersion: '2026-3', decision: 'given', givenById: home.motherId },
    ...{ decidedOn: house.open.house.today(), proof: 'witnessedCall', witness: '李主任' },
  })
  expect((await worker.push(agreed)).answers[0]).toMatchObject({ status: 'applied' })
  const draft = worker.change('transfer', transferId, 'create', {
    ...{ familyId, draftedById: worker.staffId, draftedOn: house.open.house.today() },
    ...{ what: 'wholeCase', subjectIds: [childId], receiverOrg: '东莞市长安镇社工站' },
    ...{ reason: '母亲在东莞', purpose: '继续个案服务', parts: ['basics', 'family'] },
    ...overridden,
    ...changes,
  })
  expect((await worker.push(draft)).answers[0]).toMatchObject({ status: 'applied' })
  expect(await say(worker, transferId, 'ask', {})).toMatchObject({ status: 'applied' })
  const digest = await lookAt(house.open.house, worker.agencyId, async (look) => {
    const its = await look.one(transfer, transferId)
    if (its === null) throw new Error('no transfer')
    return digestTransfer(its, await gatherTransfer(look, familyId, house.open.house.today()))
  })
  const approved = await say(supervisor, transferId, 'approve', { digest, opinion: '' })
  expect(approved).toMatchObject({ status: 'applied' })
  return { ...home, supervisor, transferId, consentId }
}

export async function aHanded(
  house: TestHouse,
  changes: object = {},
  ofAgency: object = {},
): Promise<Home & Handed & { readonly supervisor: Person; readonly consentId: string }> {
  const its = await anApproved(house, changes, ofAgency)
  const { worker, familyId, transferId } = its
  const made = await worker.post('/api/transfers/link', { familyId, transferId, days: 7 })
  const { address, code } = madeShape.parse(made.body)
  return { ...its, address, code, path: new URL(address).pathname }
}
