import { describe, expect, it } from 'vitest'
import { cardShown } from '../../core/contact/card-shown.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { contactPlan } from '../../core/contact/contact-plan.ts'
import { matchAccounts } from '../../core/contact/match-accounts.ts'
import { noContact } from '../../core/contact/no-contact.ts'
import { pledge } from '../../core/contact/pledge.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import { draftLogs } from './sample-answers.ts'
import { layGround } from './sample-ground.ts'
import { readSample } from './sample-parse.ts'
import { draftSteps } from './sample-steps.ts'

const [agencyId, workerId] = [
  '0198a000-0000-7000-8000-000000000001',
  '0198a000-0000-7000-8000-000000000002',
]
const sample = readSample('zh-CN')
const ground = layGround(sample, agencyId, workerId, '2026-06-03')
const steps = draftSteps(sample.steps, ground)

function made<Fields extends object>(kind: TypedKind<Fields>) {
  return steps.flatMap((step) =>
    step.kind === kind && step.verb === 'create'
      ? [{ ...kind.read(step.fields ?? {}), id: step.recordId }]
      : [],
  )
}

describe('contact in the sample village', () => {
  it('has a plan both agreed to, which a caregiver has seen, and one being worked out', () => {
    const said = steps.filter(({ kind, verb }) => kind === contactPlan && verb !== 'create')
    const [agreed, draft] = made(contactPlan)
    expect(said.map(({ recordId, verb }) => [recordId, verb])).toEqual([
      [agreed?.id, 'agree'],
      [agreed?.id, 'agree'],
      [agreed?.id, 'witness'],
    ])
    expect(draft?.windows).not.toEqual({})
  })

  it('tells one call in two ways, and nowhere twice what is one contact', () => {
    const own = made(contactEntry)
    const log = draftLogs(sample, ground).flatMap(({ recordId, fields }) => ({
      ...contactEntry.read(fields ?? {}),
      id: recordId,
    }))
    const ofPair = (pairId: string) => [...log, ...own].filter((one) => one.pairId === pairId)
    const told = matchAccounts(ofPair(own[0]?.pairId ?? ''), [])
    expect(told).toHaveLength(log.filter(({ pairId }) => pairId === own[0]?.pairId).length)
    const differing = told.filter(({ differences }) => differences.length > 0)
    expect(differing.map(({ differences }) => differences)).toEqual([['minutes', 'adultTone']])
  })

  it('has promises kept, moved and open, a week without contact, and cards that were given', () => {
    const settled = steps.filter(({ kind, verb }) => kind === pledge && verb === 'edit')
    expect(settled.map(({ fields }) => fields?.['state'])).toEqual(['kept', 'moved'])
    expect(made(pledge)).toHaveLength(4)
    expect(made(noContact)).toHaveLength(1)
    expect(made(cardShown)).toHaveLength(2)
  })
})
