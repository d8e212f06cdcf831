import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  changeOf,
  houseCreation,
  houseEdit,
  lin,
  openCase,
  recordId,
  wu,
  type CaseEngine,
} from './cases/case-engine.ts'
import type { Change } from './change.ts'
import { proposeChange, refuseByRule } from './decide.ts'
import type { Entry } from './entry.ts'
import { foundIn } from './find-needs.ts'
import { defineKind } from './kind.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { refusal } from '../kit/outcome.ts'

const letterShape = z.strictObject({
  house: z.string(),
  words: z.string().default(''),
  signed: z.boolean().default(false),
})
const letter = defineKind({
  name: 'letter',
  room: 'families',
  shape: letterShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  frozen: ({ signed }) => signed,
  rule: (after, before) =>
    before?.signed === true && after.words !== before.words ? refusal('AlreadySigned') : null,
})

describe('words that stand [S07]', () => {
  const late = (fields: object, to: string) => {
    const before: Entry = {
      ...{ kind: 'letter', id: recordId('letter'), scope: 'agency', position: 1, version: 1 },
      ...{ fields: letter.read(fieldsAsJson(fields)), conflicts: [], trail: [], removed: false },
    }
    const change = changeOf({
      ...{ recordId: before.id, kind: 'letter', verb: 'edit', actorId: wu },
      fields: { words: { from: 'as it was', to } },
    })
    const context = {
      ...{ actor: { agencyId: '', staffId: wu, roles: [] }, today: '2046-01-01' },
      ...{ now: '2046-01-01T00:00:00.000Z', claimedAt: '2046-01-01T00:00:00.000Z' },
    }
    const proposal = proposeChange(letter, before, change, foundIn([]), context)
    if (!proposal.ok) return proposal.refusal.id
    return refuseByRule(letter, before, proposal.value, () => foundIn([]), context)?.id ?? 'offered'
  }

  test('take no offer beside them: whoever comes too late hears why', () => {
    expect(late({ house: 'Z', words: 'newer', signed: true }, 'late')).toBe('AlreadySigned')
    expect(late({ house: 'Z', words: 'newer', signed: true }, 'newer')).toBe('offered')
  })

  test('only from then on: before, both are kept for a person to choose', () => {
    expect(late({ house: 'Z', words: 'newer' }, 'late')).toBe('offered')
  })
})

let server: CaseEngine
const house = recordId('Z')

beforeEach(async () => {
  server = openCase()
  await server.push(houseCreation('Z'))
})

function refusalOf(answer: Awaited<ReturnType<CaseEngine['push']>>): string {
  const [first] = answer.answers
  return first !== undefined && 'refusal' in first ? first.refusal.id : (first?.status ?? 'none')
}

async function verb(name: string, input: Change['input'] = {}): Promise<string> {
  return refusalOf(
    await server.push(changeOf({ recordId: house, kind: 'house', verb: name, input })),
  )
}

async function quarrel(): Promise<readonly Change[]> {
  const values: readonly (readonly [string, string])[] = [
    ['first', lin],
    ['second', wu],
    ['third', wu],
  ]
  const changes = values.map(([to, by]) => houseEdit('Z', { note: { from: '', to } }, by))
  for (const change of changes) await server.push(change)
  return changes
}

function resolve(to: string, seen: readonly Change[], actorId: string, from = 'first'): Change {
  return changeOf({
    recordId: house,
    kind: 'house',
    verb: 'resolve',
    input: { seen: seen.map(({ id }) => id) },
    fields: { note: { from, to } },
    actorId,
  })
}

function note(): { value: unknown; offers: readonly unknown[] } {
  const entry = server.entry(house)
  const offers = entry?.conflicts.find(({ field }) => field === 'note')?.offers ?? []
  return { value: entry?.fields['note'], offers: offers.map(({ value }) => value) }
}

describe('a conflict [S07]', () => {
  test('keeps the earlier value and every later one, with author and both times', async () => {
    const [, second] = await quarrel()
    expect(note()).toEqual({ value: 'first', offers: ['second', 'third'] })
    expect(server.entry(house)?.conflicts[0]?.offers[0]).toMatchObject({
      changeId: second?.id,
      actorId: wu,
      claimedAt: second?.claimedAt,
      arrivedAt: '2026-03-02T01:00:00.000Z',
    })
  })

  test('ends when a person has chosen, be it an offer or the value that stood', async () => {
    const [, second, third] = await quarrel()
    if (second === undefined || third === undefined) throw new Error('no offers')
    await server.push(resolve('third', [second, third], wu))
    expect(note()).toEqual({ value: 'third', offers: [] })
    expect(server.entry(house)).toMatchObject({ conflicts: [], version: 5 })
  })

  test('stays open for offers that the person had not seen', async () => {
    const [, second] = await quarrel()
    if (second === undefined) throw new Error('no offer')
    await server.push(resolve('first', [second], lin))
    expect(note()).toEqual({ value: 'first', offers: ['third'] })
  })

  test('two people who choose at the same time are both kept, also when the first let the value stand', async () => {
    for (const firstChoice of ['second', 'first']) {
      server = openCase()
      await server.push(houseCreation('Z'))
      const [, second, third] = await quarrel()
      if (second === undefined || third === undefined) throw new Error('no offers')
      await server.push(resolve(firstChoice, [second, third], lin))
      await server.push(resolve('third', [second, third], wu))
      expect(note()).toEqual({ value: firstChoice, offers: ['third'] })
    }
  })

  test('is not a way to write what nobody offered', async () => {
    const [, second] = await quarrel()
    if (second === undefined) throw new Error('no offer')
    expect(refusalOf(await server.push(resolve('fourth', [second], lin)))).toBe('NotAnOfferedValue')
  })

  test('offers nothing that the shape forbids', async () => {
    const answer = await server.push(houseEdit('Z', { name: { from: 'stale', to: 42 } }))
    expect(refusalOf(answer)).toBe('FieldNotValid')
  })
})

describe('a removed record [S12]', () => {
  beforeEach(async () => {
    await server.push(changeOf({ recordId: house, kind: 'house', verb: 'remove' }))
  })

  test('stays removed: late edits, verbs, resolutions and second creations are refused with a reason', async () => {
    expect(refusalOf(await server.push(houseEdit('Z', { note: { from: '', to: 'late' } })))).toBe(
      'RecordRemoved',
    )
    expect(refusalOf(await server.push(houseCreation('Z')))).toBe('RecordRemoved')
    expect(await verb('close')).toBe('RecordRemoved')
    expect(server.entry(house)?.removed).toBe(true)
  })

  test('keeps its content for those who may read it', () => {
    expect(server.entry(house)?.fields['name']).toBe('Z')
  })
})

describe('guarded fields', () => {
  const reopening = { state: { from: 'open', to: 'closed' } }

  test('are changed by their verb', async () => {
    expect(await verb('close')).toBe('applied')
    expect(server.entry(house)?.fields['state']).toBe('closed')
    expect(await verb('close')).toBe('AlreadyClosed')
  })

  test('cannot be written by an edit, a resolution or a second creation', async () => {
    for (const name of ['edit', 'resolve', 'create']) {
      const change = changeOf({
        recordId: house,
        kind: 'house',
        verb: name,
        fields: reopening,
        input: { seen: [] },
      })
      expect(refusalOf(await server.push(change))).toBe('FieldNeedsVerb')
    }
    expect(server.entry(house)?.fields['state']).toBe('open')
  })

  test('are left alone by a second creation that carries their default', async () => {
    await verb('close')
    const again = houseCreation('Z', wu)
    const answer = await server.push({
      ...again,
      fields: { ...again.fields, state: { from: null, to: 'open' } },
    })
    expect(refusalOf(answer)).toBe('applied')
    expect(server.entry(house)).toMatchObject({ fields: { state: 'closed' }, conflicts: [] })
  })
})

describe('what does not fit', () => {
  test('is refused by name: unknown verb, unknown field, wrong value, names for what is no set', async () => {
    expect(await verb('explode')).toBe('UnknownVerb')
    expect(await verb('constructor')).toBe('UnknownVerb')
    expect(refusalOf(await server.push(houseEdit('Z', { nonsense: { from: null, to: 1 } })))).toBe(
      'UnknownFields',
    )
    expect(refusalOf(await server.push(houseEdit('Z', { note: { add: ['x'], remove: [] } })))).toBe(
      'UnknownFields',
    )
    expect(refusalOf(await server.push(houseEdit('Z', { name: { from: 'Z', to: null } })))).toBe(
      'FieldNotValid',
    )
    expect(await verb('call', { times: 'often' })).toBe('FieldNotValid')
  })

  test('a record never moves to another scope', async () => {
    await server.push(houseCreation('Y'))
    const visit = recordId('visit')
    const fields = { houseId: { from: null, to: house }, day: { from: null, to: '2026-03-01' } }
    await server.push(changeOf({ recordId: visit, kind: 'visit', verb: 'create', fields }))
    const move = { houseId: { from: house, to: recordId('Y') } }
    expect(
      refusalOf(
        await server.push(changeOf({ recordId: visit, kind: 'visit', verb: 'edit', fields: move })),
      ),
    ).toBe('ScopeIsFixed')
  })

  test('the trail says who wrote each field that holds', async () => {
    const edit = houseEdit('Z', { note: { from: '', to: 'by Wu' } }, wu)
    await server.push(edit)
    const [first, second] = server.entry(house)?.trail ?? []
    expect(first).toMatchObject({ actorId: lin, fields: expect.not.arrayContaining(['note']) })
    expect(second).toMatchObject({ changeId: edit.id, actorId: wu, fields: ['note'] })
  })
})
