import { describe, expect, it } from 'vitest'
import { caseFileShape } from '../casework/case-shape.ts'
import { deriveId } from '../kit/ids.ts'
import { listOpenWork } from './list-open-work.ts'

const today = '2026-03-10'
const familyId = deriveId('family', 'one')

function aCase(id: string, fields: object) {
  const said = {
    familyId,
    personId: familyId,
    openedById: familyId,
    workerId: familyId,
    openedOn: '2026-01-05',
    no: 1,
  }
  return { ...caseFileShape.parse({ ...said, ...fields }), id }
}

function aSeat(id: string, groupId: string, leftOn: string | null = null) {
  return { id, groupId, displayName: '小雨', leftOn }
}

describe('what has no end yet when a family is archived', () => {
  const asked = {
    ...{ today, plans: [], seats: [], cases: [], meetings: [] },
    endedGroupIds: new Set<string>(),
  }

  it('is a case that runs or waits for its closing, not one that is closed or was never taken [FAM-18]', () => {
    const cases = [
      aCase('runs', { decision: 'accept' }),
      aCase('closing', { decision: 'accept', closeAskedOn: '2026-03-01' }),
      aCase('closed', { decision: 'accept', closedOn: '2026-03-01' }),
      aCase('advised', { decision: 'advise' }),
    ]
    expect(listOpenWork({ ...asked, cases })).toEqual([
      { of: 'case', id: 'runs', state: 'open' },
      { of: 'case', id: 'closing', state: 'closing' },
    ])
  })

  it('is a plan without an end, and a seat in a group that goes on, with the next meeting [FAM-18]', () => {
    const left = listOpenWork({
      ...asked,
      plans: [
        { id: 'plan', closedOn: null },
        { id: 'old', closedOn: '2026-01-01' },
      ],
      seats: [
        aSeat('one', 'a'),
        aSeat('left', 'a', '2026-02-01'),
        aSeat('over', 'b'),
        aSeat('two', 'c'),
      ],
      meetings: [
        { groupId: 'a', state: 'planned', plannedOn: '2026-03-18' },
        { groupId: 'a', state: 'planned', plannedOn: '2026-03-11' },
        { groupId: 'a', state: 'held', plannedOn: '2026-03-10' },
        { groupId: 'c', state: 'planned', plannedOn: '2026-03-09' },
      ],
      endedGroupIds: new Set(['b']),
    })
    expect(left).toEqual([
      { of: 'plan', id: 'plan' },
      { of: 'seat', id: 'one', groupId: 'a', name: '小雨', on: '2026-03-11' },
      { of: 'seat', id: 'two', groupId: 'c', name: '小雨', on: null },
    ])
  })
})
