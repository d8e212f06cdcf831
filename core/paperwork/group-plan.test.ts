import { expect, it } from 'vitest'
import { paperInput } from './cases/paper-input.ts'
import { fillGroupPlan } from './papers/group-plan.ts'

it('a plan made by somebody without the right to the families’ files says so where the need stands [PAP-16]', () => {
  const { needs, means } = fillGroupPlan(paperInput({ start: 'closed' }))
  expect(JSON.stringify(needs)).toContain('a worker with the right to those files')
  expect(means).toEqual([])
  expect(fillGroupPlan(paperInput({ start: null }))['needs']).toEqual([])
})
