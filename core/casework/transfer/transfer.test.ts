import { describe, expect, it } from 'vitest'
import { staff } from '../../access/staff.ts'
import { consent } from '../../families/consent.ts'
import {
  decided,
  foundWith,
  ids,
  idOf,
  judge,
  somebody,
  theChild,
  today,
} from '../../families/cases/family-world.ts'
import { person } from '../../families/person.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { caseFile } from '../case-file.ts'
import { caseWith, colleague, family, sayOf } from '../cases/case-world.ts'
import { digestFound } from './agreed-words.ts'
import { listTransfersDue } from './list-transfers-due.ts'
import { transfer } from './transfer.ts'
import { stateWordOf, type Transfer, type TransferEntry, wayOfRevoking } from './transfer-shape.ts'

const shared = [consent, decided({ purpose: 'transfer' })] as const

function transferWith(changes: Partial<Transfer> = {}): TransferEntry {
  const fields = {
    ...{ familyId: ids.family, draftedById: ids.staff, draftedOn: today, what: 'wholeCase' },
    ...{ subjectIds: [ids.child], receiverOrg: '东莞市长安镇社工站', reason: '母亲在东莞' },
    ...{ purpose: '继续个案服务', parts: ['basics'], ...changes },
  }
  return { ...transfer.read(fieldsAsJson(fields)), id: idOf(950) }
}

/** As the side that decides counts it, from the family in hand. */
const digest = digestFound(transferWith(), foundWith([...family, shared]), today)

const asked = { state: 'asked', askedOn: today, askedById: ids.staff } as const
const approved = {
  ...asked,
  state: 'approved',
  approvedOn: today,
  approvedById: idOf(3),
  approvedDigest: digest,
} as const
const handed = { ...approved, state: 'handedOver', handedOn: today, channel: 'link' } as const
const supervisor = [staff, colleague(3, ['supervisor'])] as const

function say(
  its: TransferEntry,
  verb: string,
  input: object,
  records: Parameters<typeof sayOf>[4] = [...family, shared],
  trail: Parameters<typeof sayOf>[5] = [],
) {
  return sayOf(transfer, its, verb, input, records, trail)
}

describe('a transfer', () => {
  it('is about people, a case and papers of one family [TRF-1]', () => {
    const world = [...family, [caseFile, caseWith()]] as const
    expect(judge(transfer, transferWith(), world)).toBe(null)
    expect(judge(transfer, transferWith({ subjectIds: [idOf(77)] }), world)).toBe('NotInThisFamily')
    expect(judge(transfer, transferWith({ parts: [`plan:${idOf(8)}`] }), world)).toBe(
      'PartOfAnotherFamily',
    )
    const foreign = [person, somebody(idOf(77), { familyId: idOf(20) })] as const
    expect(judge(transfer, transferWith({ subjectIds: [idOf(77)] }), [...world, foreign])).toBe(
      'NotInThisFamily',
    )
  })

  it('is begun by whoever drafts it and never in a later state [TRF-1]', () => {
    expect(judge(transfer, transferWith({ draftedById: idOf(9) }), family)).toBe(
      'TransferForAnother',
    )
    expect(judge(transfer, transferWith(approved), family)).toBe('FieldNeedsVerb')
  })

  it('knows no part for concerns, reports, quotes or risk [TRF-9]', () => {
    for (const part of ['concerns', 'reports', 'quotes', 'risk', 'plan:x'])
      expect(transfer.parse(fieldsAsJson({ ...fieldsOf(transferWith()), parts: [part] })).ok).toBe(
        false,
      )
  })

  it('is asked for only when receiver, reason, purpose, people and parts are said [TRF-2]', () => {
    expect(say(transferWith(), 'ask', {})).toMatchObject({ state: 'asked', askedOn: today })
    for (const field of ['receiverOrg', 'reason', 'purpose'] as const)
      expect(say(transferWith({ [field]: ' ' }), 'ask', {})).toBe('TransferUnfinished')
    expect(say(transferWith({ parts: [] }), 'ask', {})).toBe('TransferUnfinished')
    expect(say(transferWith({ subjectIds: [] }), 'ask', {})).toBe('TransferUnfinished')
  })

  it('rests on consent to exactly this, also of the day it is handed over [TRF-3] [TRF-5]', () => {
    const other = [consent, decided({ purpose: 'shareSchool' })] as const
    const gone = [
      consent,
      decided({ purpose: 'transfer', withdrawnOn: today, withdrawnBy: 'mother' }),
    ] as const
    expect(say(transferWith(), 'ask', {}, [...family, other])).toBe('ConsentNotAsked')
    expect(say(transferWith(), 'ask', {}, [...family, gone])).toBe('ConsentWithdrawn')
    const handOver = { channel: 'link', digest }
    expect(say(transferWith(approved), 'handOver', handOver)).toMatchObject({ state: 'handedOver' })
    expect(say(transferWith(approved), 'handOver', handOver, [...family, gone])).toBe(
      'ConsentWithdrawn',
    )
  })

  it('goes without consent only on a ground of the law in words, with a second person [TRF-3]', () => {
    const bare = transferWith({ ground: 'override', overrideCategory: 'emergency' })
    expect(say(bare, 'ask', {}, [...family])).toBe('OverrideNeedsWords')
    const its = { ...bare, overrideWords: '孩子独自在家，需当晚安置' }
    expect(say(its, 'ask', {}, [...family])).toMatchObject({ state: 'asked' })
    const alone = { ...its, ...asked }
    expect(say(alone, 'approve', { digest }, [...family])).toBe('OverrideNeedsSecond')
  })

  it('is agreed to by a supervisor who neither wrote nor asked for it; alone it stays marked [TRF-4]', () => {
    const mine = transferWith(asked)
    expect(say(mine, 'approve', { digest }, [...family, shared, supervisor])).toBe('OwnTransfer')
    expect(say(mine, 'approve', { digest })).toMatchObject({ approvedAlone: true })
    const theirs = transferWith({ ...asked, askedById: idOf(9), draftedById: idOf(9) })
    expect(say(theirs, 'approve', { digest }, [...family, shared, supervisor])).toMatchObject({
      ...{ state: 'approved', approvedAlone: false, approvedDigest: digest },
    })
  })

  it('is agreed to by nobody who wrote any of its words that stand [TRF-4]', () => {
    const theirs = transferWith({ ...asked, askedById: idOf(9), draftedById: idOf(9) })
    const wrote = (fields: readonly string[]) => [
      {
        ...{ changeId: idOf(70), actorId: ids.staff, deviceId: idOf(71), claimedAt: today },
        fields: [...fields],
      },
    ]
    const records = [...family, shared, supervisor]
    const approve = (fields: readonly string[]) =>
      say(theirs, 'approve', { digest }, records, wrote(fields))
    expect(approve(['receiverOrg'])).toBe('OwnTransfer')
    expect(approve(['parts'])).toBe('OwnTransfer')
    expect(approve(['followUpOn', 'opinion'])).toMatchObject({ approvedAlone: false })
    expect(
      say(theirs, 'approve', { digest }, [...family, shared], wrote(['reason'])),
    ).toMatchObject({ approvedAlone: true })
  })

  it('is agreed to and handed over in the lines that stand, whatever digest a device says [TRF-5]', () => {
    const theirs = transferWith({ ...asked, askedById: idOf(9), draftedById: idOf(9) })
    const forged = 'b'.repeat(64)
    expect(say(theirs, 'approve', { digest: forged })).toBe('TransferLinesChanged')
    const changed = [
      ...family.filter(([kind]) => kind !== person),
      shared,
      [person, { ...theChild(), phone: '13800000009' }],
    ] as const
    expect(say(theirs, 'approve', { digest }, changed)).toBe('TransferLinesChanged')
    const handOver = { channel: 'paper', digest }
    expect(say(transferWith(approved), 'handOver', handOver, changed)).toBe('TransferChanged')
  })

  it('hands over what was agreed to, word for word, and is written on only as a draft [TRF-5]', () => {
    const other = 'b'.repeat(64)
    expect(say(transferWith(approved), 'handOver', { channel: 'paper', digest: other })).toBe(
      'TransferChanged',
    )
    const before = transferWith(approved)
    expect(judge(transfer, { ...before, ...{ parts: ['scores'] } }, family, before)).toBe(
      'TransferAsked',
    )
    expect(judge(transfer, { ...before, ...{ followUpOn: today } }, family, before)).toBe(null)
    expect(say(before, 'change', {})).toMatchObject({ state: 'drafted', approvedDigest: '' })
  })

  it('is answered once, not before it was handed over [TRF-6]', () => {
    const yes = { answer: 'accepted', on: today, name: '周敏', source: 'phone' }
    expect(say(transferWith(handed), 'receipt', yes)).toMatchObject({ state: 'accepted' })
    expect(say(transferWith(approved), 'receipt', yes)).toBe('WrongTransferState')
    expect(say(transferWith({ ...handed, state: 'accepted' }), 'receipt', yes)).toBe(
      'WrongTransferState',
    )
    expect(say(transferWith(handed), 'receipt', { ...yes, on: '2026-03-09' })).toBe(
      'AnsweredTooEarly',
    )
    expect(say(transferWith(handed), 'receipt', { ...yes, source: 'link' })).toBe('FieldNotValid')
  })

  it('is taken back in the words of what the receiver holds [TRF-7]', () => {
    const way = (changes: Parameters<typeof transferWith>[0]) =>
      wayOfRevoking(transferWith(changes))
    expect(way({ state: 'drafted' })).toBe('draft')
    expect(way(approved)).toBe('before')
    expect(way({ ...handed, channel: 'paper' })).toBe('paper')
    expect(way({ ...handed, channel: 'link' })).toBe('link')
    expect(stateWordOf(transferWith({ state: 'revoked' }))).toBe('dropped')
    expect(stateWordOf(transferWith({ ...handed, state: 'revoked' }))).toBe('revoked')
    expect(stateWordOf(transferWith(handed))).toBe('handedOver')
    expect(stateWordOf(transferWith({}))).toBe('drafted')
    expect(stateWordOf(transferWith({ opinion: '请写清要对方做什么' }))).toBe('givenBack')
  })

  it('is revoked at any moment before its end, and ended with how it went [TRF-7] [TRF-8]', () => {
    for (const state of ['drafted', 'asked', 'approved', 'handedOver', 'accepted'] as const)
      expect(say(transferWith({ state }), 'revoke', { reason: '母亲改变主意' })).toMatchObject({
        ...{ state: 'revoked', revokedOn: today },
      })
    expect(say(transferWith({ state: 'drafted' }), 'revoke', {})).toMatchObject({
      ...{ state: 'revoked', revokeReason: '' },
    })
    expect(say(transferWith(approved), 'revoke', { reason: ' ' })).toBe('RevokingNeedsReason')
    expect(say(transferWith({ state: 'revoked' }), 'revoke', { reason: 'x' })).toBe(
      'WrongTransferState',
    )
    expect(say(transferWith(handed), 'complete', { words: '已接上' })).toMatchObject({
      state: 'completed',
    })
    expect(say(transferWith(approved), 'complete', { words: '已接上' })).toBe('WrongTransferState')
  })
})

describe('what waits in transfers [TRF-8]', () => {
  it('are approvals for whoever may, handing over, a missing receipt after a week, and the look afterwards', () => {
    const due = (changes: Partial<Transfer>, approves = false) =>
      listTransfersDue([transferWith(changes)], today, () => approves).map(({ what }) => what)
    expect(due(asked)).toEqual([])
    expect(due(asked, true)).toEqual(['approve'])
    expect(due(approved)).toEqual(['handOver'])
    expect(due(handed)).toEqual([])
    expect(due({ ...handed, handedOn: '2026-03-03' })).toEqual(['receipt'])
    expect(due({ ...handed, state: 'accepted', followUpOn: '2026-03-15' })).toEqual(['followUp'])
    expect(due({ ...handed, state: 'completed', followUpOn: '2026-03-01' })).toEqual([])
  })
})

function fieldsOf({ id: _id, ...fields }: TransferEntry) {
  return fields
}
