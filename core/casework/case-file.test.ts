import { describe, expect, it } from 'vitest'
import { staff } from '../access/staff.ts'
import { consent } from '../families/consent.ts'
import {
  decided,
  idOf,
  ids,
  judge,
  somebody,
  theChild,
  today,
} from '../families/cases/family-world.ts'
import { pair } from '../families/pair.ts'
import { person } from '../families/person.ts'
import { caseFile } from './case-file.ts'
import { type CaseFileEntry, caseFileId, stateOfCase } from './case-shape.ts'
import { caseId, caseWith, colleague, family, mother, sayOf, taken } from './cases/case-world.ts'

const asked = {
  ...taken,
  closeReason: 'goalsMet',
  closeWords: 'They call by themselves',
  closeAskedOn: '2026-03-09',
  closeAskedById: ids.staff,
} as const
const closed = {
  ...asked,
  ...{ closedOn: '2026-03-10', closeApprovedById: idOf(3), closeOpinion: 'Agreed' },
}

const withMore = (its: CaseFileEntry): CaseFileEntry => ({ ...its, need: 'more' })

describe('a case [CAS-1]', () => {
  it('is on one pair or one person of its family', () => {
    expect(judge(caseFile, caseWith(), family)).toBeNull()
    expect(judge(caseFile, caseWith({ pairId: null, personId: ids.child }), family)).toBeNull()
    expect(judge(caseFile, caseWith({ pairId: null }), family)).toBe('CaseNeedsSubject')
    expect(judge(caseFile, caseWith({ personId: ids.child }), family)).toBe('CaseNeedsSubject')
    const stranger = somebody(idOf(90), { familyId: idOf(91) })
    const other = caseWith({ pairId: null, personId: stranger.id })
    expect(judge(caseFile, other, [...family, [person, stranger]])).toBe('NotInThisFamily')
  })

  it('is kept with consent to serve this child, and not written on after a withdrawal', () => {
    const without = [
      [pair, mother],
      [person, theChild()],
    ] as const
    expect(judge(caseFile, caseWith(), without)).toBe('ConsentNotAsked')
    const back = [
      ...without,
      [consent, decided({ purpose: 'service', withdrawnOn: '2026-03-09' })],
    ] as const
    const before = caseWith(taken)
    expect(judge(caseFile, withMore(before), back, before)).toBe('ConsentWithdrawn')
    expect(judge(caseFile, caseWith(asked), back, before)).toBeNull()
    expect(judge(caseFile, before, back, caseWith(closed))).toBe('ConsentWithdrawn')
  })

  it('is one at a time, opened by whoever opens it, and one on two phones', () => {
    const other = { ...caseWith(taken), id: idOf(901) }
    expect(judge(caseFile, caseWith({ no: 2 }), [...family, [caseFile, other]])).toBe('CaseGoesOn')
    const ended = { ...caseWith(closed), id: idOf(901) }
    expect(judge(caseFile, caseWith({ no: 2 }), [...family, [caseFile, ended]])).toBeNull()
    expect(judge(caseFile, caseWith({ openedById: idOf(3) }), family)).toBe('CaseOpenedForAnother')
    expect(judge(caseFile, caseWith(taken), family)).toBe('FieldNeedsVerb')
    expect(caseFileId(caseWith())).toBe(caseFileId(caseWith({ problem: 'x' })))
    expect(caseFileId(caseWith())).not.toBe(caseFileId(caseWith({ no: 2 })))
  })
})

describe('what proposed a case [CAS-11]', () => {
  const found = {
    trigger: 'silence',
    ground: '2026-02-01',
    since: '2026-02-01',
    count: 18,
  } as const
  const reason = { ...found, on: today }
  const later = { ...reason, on: '2026-03-11' }

  it('is kept when it is opened, with the facts of that day, and never edited', () => {
    expect(judge(caseFile, caseWith({ proposedBy: [reason] }), family)).toBeNull()
    expect(judge(caseFile, caseWith({ proposedBy: [later] }), family)).toBe('DateInFuture')
    expect(caseFile.guarded).toContain('proposedBy')
  })

  it('is added to the earlier reasons when what has ended is opened again', () => {
    const before = caseWith({ ...closed, proposedBy: [{ ...reason, on: '2026-02-02' }] })
    const again = (proposedBy: readonly object[]) =>
      sayOf(caseFile, before, 'reopen', { reason: 'Silent again', proposedBy })
    expect(again([reason])).toMatchObject({ proposedBy: [{ on: '2026-02-02' }, { on: today }] })
    expect(again([])).toMatchObject({ proposedBy: [{ on: '2026-02-02' }] })
    expect(again([later])).toBe('DateInFuture')
  })
})

describe('deciding on a case [CAS-2]', () => {
  const decide = (its: object, decision: string, on = today) =>
    sayOf(caseFile, its, 'decide', { decision, on, reason: 'Wanted by both' })

  it('says who, when and why; only what waits is decided again', () => {
    expect(decide(caseWith(), 'accept')).toEqual({
      decision: 'accept',
      decidedOn: today,
      decidedById: ids.staff,
      decisionReason: 'Wanted by both',
    })
    expect(decide(caseWith({ ...taken, decision: 'waiting' }), 'accept')).toBeTypeOf('object')
    expect(decide(caseWith(taken), 'refer')).toBe('CaseDecided')
    expect(decide(caseWith({ ...taken, decision: 'advise' }), 'accept')).toBe('CaseDecided')
  })

  it('takes no case of which nothing is said, or how urgent it is, or before it was opened', () => {
    expect(decide(caseWith({ problem: ' ' }), 'advise')).toBe('CaseSaysNothing')
    expect(decide(caseWith({ urgency: null }), 'accept')).toBe('CaseNotScreened')
    expect(decide(caseWith({ urgency: null }), 'advise')).toBeTypeOf('object')
    expect(decide(caseWith(), 'accept', '2026-03-11')).toBe('DateInFuture')
    expect(decide(caseWith(), 'accept', '2026-01-31')).toBe('CaseNotYetOpened')
  })
})

describe('closing a case [CAS-3]', () => {
  const supervisor = [staff, colleague(3, ['supervisor'])] as const
  const approve = (its: object, records: Parameters<typeof sayOf>[4]) =>
    sayOf(caseFile, its, 'approveClosing', { opinion: 'Well done' }, records)

  it('is asked for with reason and words, of a case that is open', () => {
    const input = { on: today, reason: 'moved', words: 'To the city' }
    expect(sayOf(caseFile, caseWith(taken), 'close', input)).toMatchObject({
      closeAskedOn: today,
      closeReason: 'moved',
    })
    expect(sayOf(caseFile, caseWith(), 'close', input)).toBe('CaseNotOpen')
    expect(sayOf(caseFile, caseWith(taken), 'close', { ...input, on: '2026-02-01' })).toBe(
      'CaseNotYetOpened',
    )
  })

  it('is approved by another supervisor, and alone only where there is none', () => {
    expect(approve(caseWith(asked), [supervisor])).toBe('OwnClosing')
    expect(approve(caseWith({ ...asked, closeAskedById: idOf(4) }), [supervisor])).toMatchObject({
      closedOn: today,
      closeApprovedById: ids.staff,
      closedAlone: false,
    })
    const worker = [staff, colleague(4, ['socialWorker'])] as const
    expect(approve(caseWith(asked), [worker])).toMatchObject({ closedAlone: true })
    expect(approve(caseWith(taken), [])).toBe('ClosingNotAsked')
  })

  it('is given back with a word, and the case goes on', () => {
    const given = sayOf(caseFile, caseWith(asked), 'returnClosing', { opinion: 'One more visit' })
    const { closeReason, closeWords } = asked
    const stays = { closeReason, closeWords }
    expect(given).toMatchObject({ closeAskedOn: null, closeOpinion: 'One more visit', ...stays })
    expect(stateOfCase(caseWith(taken))).toBe('open')
  })

  it('leaves nothing to write on, until it is opened again with a reason that stays', () => {
    const before = caseWith(closed)
    expect(judge(caseFile, withMore(before), family, before)).toBe('CaseEnded')
    const reason = { reason: 'The father left too' }
    expect(sayOf(caseFile, before, 'reopen', reason)).toMatchObject({
      ...{ closedOn: null, closeOpinion: '' },
      reopened: [
        {
          ...{ on: today, byId: ids.staff, endedOn: '2026-03-10', ...reason },
          ...{ approvedById: before.closeApprovedById, opinion: before.closeOpinion },
        },
      ],
    })
    expect(
      sayOf(caseFile, caseWith({ ...taken, decision: 'refer' }), 'reopen', reason),
    ).toMatchObject({ decision: null })
    expect(sayOf(caseFile, caseWith(taken), 'reopen', reason)).toBe('CaseNotEnded')
    const next = { ...caseWith({ ...taken, no: 2 }), id: idOf(901) }
    expect(sayOf(caseFile, before, 'reopen', reason, [[caseFile, next]])).toBe('CaseGoesOn')
    expect(caseId).not.toBe(next.id)
  })
})
