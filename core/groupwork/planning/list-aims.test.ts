import { expect, it } from 'vitest'
import { listAims } from './list-aims.ts'

it('the aims of a group are its own, then the plan’s, each goal with its measure and no empty part', () => {
  const goals = [
    { id: 'b', text: 'Both ends call', indicator: '', baseline: '', hopedFor: '' },
    { id: 'a', text: 'More calls', indicator: 'calls a week', baseline: '1', hopedFor: '3' },
  ]
  expect(listAims({ aims: ['Own aim'] }, { overallGoal: 'Closer' }, goals)).toEqual([
    'Own aim',
    'Closer',
    'More calls · calls a week · 1 → 3',
    'Both ends call',
  ])
  expect(listAims({ aims: [] }, null, [])).toEqual([])
})
