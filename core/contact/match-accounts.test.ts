import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { idOf, ids } from '../families/cases/family-world.ts'
import { contactEntry, type ContactEntry } from './contact-entry.ts'
import { contactMatch } from './contact-match.ts'
import { couldBeOne } from './could-be-one.ts'
import { foldAccounts } from './fold-accounts.ts'
import { type Account, matchAccounts } from './match-accounts.ts'
import { tellContact } from './tell-contact.ts'

const pairId = idOf(500)

function account(number: number, changes: Partial<ContactEntry>): Account {
  const fields = { familyId: ids.family, pairId, on: '2026-03-02', ...changes }
  return { ...contactEntry.read(fieldsAsJson(fields)), id: idOf(number) }
}

function decision(firstId: string, secondId: string, same: boolean) {
  return contactMatch.read({ familyId: ids.family, pairId, firstId, secondId, same })
}

function grouped(
  accounts: readonly Account[],
  decisions: Parameters<typeof matchAccounts>[1] = [],
) {
  return matchAccounts(accounts, decisions).map((contact) => contact.accounts.map(({ id }) => id))
}

describe('accounts of one contact [CON-5]', () => {
  const child = account(1, { toldBy: 'child', startedBy: 'child', minutes: 20 })
  const mother = account(2, { toldBy: 'adult', startedBy: 'adult', minutes: 5 })

  it('of child and parent on one day are brought together, and who began is disputed', () => {
    const [contact, ...more] = matchAccounts([child, mother], [])
    expect(more).toEqual([])
    expect(contact?.differences).toEqual(['startedBy', 'minutes'])
    expect(contact && tellContact(contact)).toMatchObject({ startedBy: 'disputed', minutes: 12.5 })
  })

  it('are the same in whatever order they arrive', () => {
    const third = account(3, { toldBy: 'adult', channel: 'voiceMessage' })
    const fourth = account(4, { toldBy: 'caregiver', on: '2026-03-03' })
    const all = [child, mother, third, fourth]
    const orders = [all, all.toReversed(), [third, child, fourth, mother]]
    expect(new Set(orders.map((order) => JSON.stringify(grouped(order)))).size).toBe(1)
  })

  it('of one person are two contacts, whatever else is alike', () => {
    expect(grouped([mother, account(3, { toldBy: 'adult' })])).toHaveLength(2)
  })

  it('of two caregivers are one contact, of one of them two; of whom only the part is known it may be either [CON-26]', () => {
    const grandmother = account(3, { toldBy: 'caregiver', tellerId: ids.grandmother, minutes: 5 })
    const grandfather = account(4, { toldBy: 'caregiver', tellerId: idOf(90), minutes: 40 })
    const [contact, ...more] = matchAccounts([grandmother, grandfather], [])
    expect(more).toEqual([])
    expect(contact?.differences).toEqual(['minutes'])
    expect(foldAccounts([grandmother, grandfather], [])).toMatchObject([{ minutes: 23 }])
    const again = account(5, { toldBy: 'caregiver', tellerId: ids.grandmother })
    expect(grouped([grandmother, again])).toHaveLength(2)
    expect(foldAccounts([grandmother, again], [])).toHaveLength(2)
    const before = account(6, { toldBy: 'caregiver' })
    expect(grouped([grandmother, before])).toHaveLength(2)
    expect(grouped([before, grandmother, grandfather])).toHaveLength(2)
  })

  it('likelier ones find each other first', () => {
    const video = account(3, { toldBy: 'adult', channel: 'videoCall', startedBy: 'child' })
    const seen = account(4, { toldBy: 'child', channel: 'videoCall', startedBy: 'child' })
    expect(grouped([child, mother, video, seen])).toEqual([
      [child.id, mother.id],
      [video.id, seen.id],
    ])
  })

  it('a day apart still fit when the way is the same, two days apart they do not', () => {
    const late = account(3, { toldBy: 'adult', on: '2026-03-03', startedBy: 'child', minutes: 20 })
    expect(grouped([child, late])).toHaveLength(1)
    expect(grouped([child, { ...late, on: '2026-03-04' }])).toHaveLength(2)
    expect(grouped([child, { ...late, channel: 'text' }])).toHaveLength(2)
  })

  it('do not make one contact of three days through the one in the middle', () => {
    const worker = account(3, { toldBy: 'staff', on: '2026-03-01', startedBy: 'unknown' })
    const late = account(4, { toldBy: 'adult', on: '2026-03-03', startedBy: 'unknown' })
    expect(grouped([worker, child, late])).toHaveLength(2)
  })

  it('of a try and a talk stay two, and of a try nobody asks which way it went', () => {
    const tried = account(3, { toldBy: 'adult', reached: false, startedBy: 'adult' })
    const seen = account(4, { toldBy: 'child', channel: 'videoCall', startedBy: 'adult' })
    expect(grouped([tried, seen])).toHaveLength(2)
    const [contact] = matchAccounts([tried, seen], [decision(tried.id, seen.id, true)])
    expect(contact?.differences).toEqual(['reached'])
  })

  it('of another pair never meet', () => {
    expect(grouped([child, { ...mother, pairId: idOf(501) }])).toHaveLength(2)
  })

  it('are what a person has decided, over what the days suggest', () => {
    expect(grouped([child, mother], [decision(mother.id, child.id, false)])).toHaveLength(2)
    const far = account(3, { toldBy: 'adult', on: '2026-03-07', channel: 'text' })
    expect(grouped([child, far], [decision(far.id, child.id, true)])).toHaveLength(1)
  })

  it('told apart do not meet through a third', () => {
    const caregiver = account(3, { toldBy: 'caregiver', startedBy: 'unknown' })
    const apart = [decision(child.id, mother.id, false)]
    for (const contact of matchAccounts([child, mother, caregiver], apart))
      expect(contact.accounts.map(({ id }) => id)).not.toEqual(
        expect.arrayContaining([child.id, mother.id]),
      )
  })
})

describe('what is taken for true [CON-6]', () => {
  it('is a contact when one of them says so', () => {
    const tried = account(1, { toldBy: 'adult', reached: false })
    const talked = account(2, { toldBy: 'child', topics: ['fun'] })
    expect(matchAccounts([tried, talked], [])).toHaveLength(2)
    const [contact] = matchAccounts([tried, talked], [decision(tried.id, talked.id, true)])
    expect(contact?.differences).toEqual(['reached'])
    expect(contact && tellContact(contact)).toMatchObject({ reached: true, topics: ['fun'] })
  })

  it('has a gap of tones only when both told, below none when the child heard it harsher', () => {
    const heard = account(1, { toldBy: 'child', adultTone: 2 })
    const own = account(2, { toldBy: 'adult', adultTone: 4 })
    const [both] = matchAccounts([heard, own], [])
    const [one] = matchAccounts([heard], [])
    expect(both && tellContact(both).toneGap).toBe(-2)
    expect(one && tellContact(one).toneGap).toBeNull()
  })
})

describe('whoever counts contacts', () => {
  it('counts two accounts of one call once, and the calls of other pairs', () => {
    const child = account(1, { toldBy: 'child', startedBy: 'child', minutes: 20 })
    const mother = account(2, { toldBy: 'adult', startedBy: 'adult', minutes: 5 })
    const aunt = account(3, { pairId: idOf(501) })
    expect(foldAccounts([child, mother, aunt], [])).toMatchObject([
      { id: child.id, startedBy: 'unknown', minutes: 13 },
      { id: aunt.id },
    ])
    expect(foldAccounts([child, mother], [decision(child.id, mother.id, false)])).toHaveLength(2)
  })
})

describe('two contacts that may be one after all [CON-5]', () => {
  const told = (accounts: readonly Account[]) => matchAccounts(accounts, [])

  it('lie a day apart at most and are told by different people', () => {
    const child = account(1, { toldBy: 'child', channel: 'voiceCall', part: 'morning' })
    const near = { toldBy: 'adult', channel: 'videoCall', part: 'late', on: '2026-03-03' } as const
    const pairOf = (other: Account) => {
      const [one, two] = told([child, other])
      return one !== undefined && two !== undefined && couldBeOne(one, two)
    }
    expect(pairOf(account(2, near))).toBe(true)
    expect(pairOf(account(2, { ...near, on: '2026-03-04' }))).toBe(false)
    expect(pairOf(account(2, { ...near, toldBy: 'child' }))).toBe(false)
  })

  it('are one again once somebody has said so', () => {
    const child = account(1, { toldBy: 'child' })
    const mother = account(2, { toldBy: 'adult' })
    expect(grouped([child, mother], [decision(child.id, mother.id, false)])).toHaveLength(2)
    expect(grouped([child, mother], [decision(child.id, mother.id, true)])).toHaveLength(1)
  })
})
