import { describe, expect, it } from 'vitest'
import { idOf, ids, today } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { listTransfersDue } from './list-transfers-due.ts'
import { listMissing, needsWord, refuseUnfinished } from './refuse-transfer.ts'
import { standingOfTransfer } from './step-of-transfer.ts'
import { transfer } from './transfer.ts'
import { type Transfer, transferStates } from './transfer-shape.ts'

function transferWith(changes: Partial<Transfer>) {
  const fields = {
    ...{ familyId: ids.family, draftedById: ids.staff, draftedOn: '2026-03-01', what: 'wholeCase' },
    ...changes,
  }
  return { ...transfer.read(fieldsAsJson(fields)), id: idOf(950) }
}

describe('what a transfer still needs [TRF-2]', () => {
  it('is asked by its kind: of a whole case why, of one service what shall be done', () => {
    expect(listMissing(transferWith({}))).toEqual([
      ...['receiverOrg', 'reason', 'purpose', 'subjectIds', 'parts'],
    ])
    const service = transferWith({ what: 'service', receiverOrg: '县医院', parts: ['basics'] })
    expect(listMissing(service)).toEqual(['expectation', 'purpose', 'subjectIds'])
    expect(needsWord(service, 'reason')).toBe(false)
    expect(needsWord(service, 'expectation')).toBe(true)
  })

  it('blank words are missing words, and the first is named in the refusal', () => {
    const its = transferWith({ receiverOrg: ' ', reason: '母亲在东莞', subjectIds: [ids.child] })
    expect(refuseUnfinished(its)).toMatchObject({ details: { field: 'receiverOrg' } })
    const whole = { receiverOrg: '站', purpose: '个案', parts: ['basics'] }
    expect(refuseUnfinished({ ...its, ...whole })).toBe(null)
  })
})

describe('where a transfer stands [TRF-12]', () => {
  it('names since when and what is next, and nothing more of what has ended', () => {
    const days = {
      ...{ askedOn: '2026-03-02', approvedOn: '2026-03-03', handedOn: '2026-03-04' },
      ...{ answeredOn: '2026-03-05', completedOn: '2026-03-06', revokedOn: '2026-03-07' },
    }
    const standings = transferStates.map((state) =>
      Object.values(standingOfTransfer(transferWith({ state, ...days }))).join(' '),
    )
    expect(standings).toEqual([
      ...['2026-03-01 ask', '2026-03-02 approve', '2026-03-03 handOver', '2026-03-04 receipt'],
      ...['2026-03-05 lookAfter', '2026-03-05 again', '2026-03-06 ', '2026-03-07 '],
    ])
  })

  it('stays on Today after a no, until somebody has acted on it [TRF-8]', () => {
    const declined = transferWith({ state: 'declined', answeredOn: '2026-03-05' })
    const due = (its: ReturnType<typeof transferWith>) =>
      listTransfersDue([its], today, () => false).map(({ what, on }) => `${what} ${on}`)
    expect(due(declined)).toEqual(['declined 2026-03-05'])
    expect(due({ ...declined, state: 'completed' })).toEqual([])
  })
})
