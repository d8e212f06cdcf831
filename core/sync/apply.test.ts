import { beforeEach, describe, expect, test } from 'vitest'
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
import { turnIdOf, visitIdOf } from './cases/kinds.ts'
import type { Answer, Change } from './change.ts'

let server: CaseEngine

beforeEach(() => {
  server = openCase()
})

function visitCreation(house: string, day = '2026-03-01'): Change {
  const houseId = recordId(house)
  const fields = { houseId: { from: null, to: houseId }, day: { from: null, to: day } }
  return changeOf({ recordId: visitIdOf(houseId, day), kind: 'visit', verb: 'create', fields })
}

function call(name: string): Change {
  return changeOf({ recordId: recordId(name), kind: 'house', verb: 'call', input: { times: 1 } })
}

function bundled(...changes: readonly Change[]): readonly Change[] {
  const bundle = { id: recordId(`bundle of ${changes[0]?.id}`), of: changes.length }
  return changes.map((change) => ({ ...change, bundle }))
}

function statuses(answers: readonly Answer[]): readonly string[] {
  return answers.map((answer) => ('refusal' in answer ? answer.refusal.id : answer.status))
}

describe('exactly once', () => {
  test('a change that comes five times has one effect, one log row and always the same answer [S01, S02, S22]', async () => {
    const once = call('Z')
    await server.push(houseCreation('Z'))
    const { answers } = await server.push(once)
    for (let times = 0; times < 4; times += 1) {
      expect((await server.push(once, once)).answers).toEqual([...answers, ...answers])
    }
    expect(server.entry(recordId('Z'))?.fields['calls']).toBe(1)
    expect(server.state().log.filter(({ change }) => change.id === once.id)).toHaveLength(1)
  })

  test('a repeated change still brings its record along, so that the device can show it', async () => {
    const creation = houseCreation('Z')
    await server.push(creation)
    const { entries } = await server.push(creation)
    expect(entries.map(({ id }) => id)).toEqual([recordId('Z')])
  })

  test('an id used again for another content is refused and changes nothing [S01]', async () => {
    const creation = houseCreation('Z')
    await server.push(creation)
    const other = { ...creation, fields: { name: { from: null, to: 'other' } } }
    expect(statuses((await server.push(other)).answers)).toEqual(['ChangeIdReused'])
    expect(server.entry(recordId('Z'))?.fields['name']).toBe('Z')
  })

  test('a batch takes effect in the order of the device, however it is sorted', async () => {
    const creation = houseCreation('Z')
    const edit = houseEdit('Z', { note: { from: '', to: 'then' } })
    const { answers } = await server.push(edit, creation)
    expect(statuses(answers)).toEqual(['applied', 'applied'])
    expect(answers.map(({ changeId }) => changeId)).toEqual([edit.id, creation.id])
  })
})

describe('a bundle [S09]', () => {
  test('takes effect as a whole', async () => {
    const { answers } = await server.push(
      ...bundled(houseCreation('Z'), visitCreation('Z'), call('Z')),
    )
    expect(statuses(answers)).toEqual(['applied', 'applied', 'applied'])
  })

  test('is refused as a whole, naming the cause, when one part is refused', async () => {
    const [creation, visit] = [houseCreation('Z'), visitCreation('Z')]
    const broken = houseEdit('Z', { name: { from: 'Z', to: 1 } })
    const { answers } = await server.push(...bundled(creation, visit, broken))
    expect(statuses(answers)).toEqual(['BundleRefused', 'BundleRefused', 'FieldNotValid'])
    expect(server.state().entries.size).toBe(0)
    expect(server.state().log).toEqual([])
  })

  test('waits as a whole, and comes as a whole when what it waited for arrives', async () => {
    const parts = bundled(houseCreation('Z'), visitCreation('Y'))
    expect(statuses((await server.push(...parts)).answers)).toEqual(['held', 'held'])
    expect(server.entry(recordId('Z'))).toBeUndefined()
    await server.push(houseCreation('Y'))
    expect(statuses((await server.push(...parts)).answers)).toEqual(['applied', 'applied'])
  })

  test('of which a part is missing is sent again: nothing of it is kept [S25]', async () => {
    const [first, second] = bundled(houseCreation('Z'), visitCreation('Z'))
    if (first === undefined || second === undefined) throw new Error('no bundle')
    expect(statuses((await server.push(first)).answers)).toEqual(['BundleIncomplete'])
    expect(server.state().answers.size).toBe(0)
    expect(statuses((await server.push(first, second)).answers)).toEqual(['applied', 'applied'])
  })
})

describe('what waits for a record [S05]', () => {
  test('is kept, and applied when the record arrives from anybody', async () => {
    const visit = visitCreation('Z')
    const { answers } = await server.push(visit)
    expect(answers).toEqual([{ changeId: visit.id, status: 'held', waitsFor: [recordId('Z')] }])
    await server.push(houseCreation('Z', wu))
    expect(statuses((await server.push(visit)).answers)).toEqual(['applied'])
  })

  test('is released also when the record is made and changed in one batch', async () => {
    const visit = visitCreation('Z')
    await server.push(visit)
    await server.push(houseCreation('Z', wu), houseEdit('Z', { note: { from: '', to: 'n' } }, wu))
    expect(server.entry(visit.recordId)).toBeDefined()
  })

  test('is released in one batch with what it waited for', async () => {
    const visit = visitCreation('Z')
    const { answers } = await server.push(visit, houseCreation('Z'))
    expect(statuses(answers)).toEqual(['applied', 'applied'])
  })

  test('is released in a chain, in the order of its device', async () => {
    const [circle, house] = [recordId('circle'), recordId('Z')]
    const turn = turnIdOf(circle, house)
    const fields = { circleId: { from: null, to: circle }, houseId: { from: null, to: house } }
    const creation = changeOf({ recordId: turn, kind: 'turn', verb: 'create', fields })
    const edit = changeOf({
      recordId: turn,
      kind: 'turn',
      verb: 'edit',
      fields: { note: { from: '', to: 'n' } },
    })
    await server.push(edit)
    await server.push(creation)
    await server.push(houseCreation('Z'))
    expect(server.entry(turn)).toBeUndefined()
    const name = { name: { from: null, to: 'c' } }
    await server.push(changeOf({ recordId: circle, kind: 'circle', verb: 'create', fields: name }))
    expect(server.entry(turn)?.fields['note']).toBe('n')
  })

  test('is released once, also by a store that remembers it as waiting to the end of the transaction', async () => {
    const waiting = call('Z')
    await server.push(waiting)
    server.wrapPort = (port) => {
      const remembered: Change[] = []
      return {
        ...port,
        heldFor: async (ids) => {
          remembered.push(...(await port.heldFor(ids)))
          return ids.includes(recordId('Z')) ? remembered : []
        },
      }
    }
    const creation = houseCreation('Z', wu)
    const edit = houseEdit('Z', { note: { from: '', to: 'n' } }, wu)
    await server.pushTogether([creation], [edit])
    expect(server.entry(recordId('Z'))?.fields['calls']).toBe(1)
  })

  test('may still be refused when its turn comes', async () => {
    const visit = visitCreation('Z')
    await server.push(visit)
    const creation = houseCreation('Z', wu)
    const closing = changeOf({ recordId: recordId('Z'), kind: 'house', verb: 'close', actorId: wu })
    await server.push(...bundled(creation, closing))
    expect(statuses((await server.push(visit)).answers)).toEqual(['HouseClosed'])
  })
})

describe('a refused change [S19]', () => {
  test('is kept aside with its reason, and what is independent of it goes on', async () => {
    await server.push(houseCreation('Z'))
    const poison = [
      changeOf({ recordId: recordId('Z'), kind: 'unheardOf', verb: 'edit' }),
      houseEdit('Z', { note: { from: '', to: 'NUL \0' } }),
      houseEdit('Z', { note: { from: '', to: 'half a pair \uD800' } }),
      houseEdit('Z', { calls: { from: 0, to: 99 } }),
    ]
    const { answers } = await server.push(...poison, call('Z'))
    expect(statuses(answers)).toEqual([
      'UnknownKind',
      'TextNotStorable',
      'TextNotStorable',
      'FieldNeedsVerb',
      'applied',
    ])
    for (const { id } of poison)
      expect(server.state().answers.get(id)?.answer.status).toBe('refused')
  })

  test('breaks a rule that looks at another record', async () => {
    await server.push(
      houseCreation('Z'),
      changeOf({ recordId: recordId('Z'), kind: 'house', verb: 'close' }),
    )
    expect(statuses((await server.push(visitCreation('Z'))).answers)).toEqual(['HouseClosed'])
  })

  test('of a newer app is not refused: it waits on its device until the server has caught up', async () => {
    const newer = { ...houseCreation('Z'), schemaVersion: 2 }
    const { answers } = await server.push(newer)
    expect(answers).toMatchObject([{ status: 'retry', refusal: { id: 'NewerThanServer' } }])
    expect(server.state().answers.size).toBe(0)
  })
})

describe('rights [S10]', () => {
  test('are asked with each change, before anything is said about the record', async () => {
    await server.push(
      houseCreation('Z'),
      changeOf({ recordId: recordId('Z'), kind: 'house', verb: 'remove' }),
    )
    server.allow = (actorId) => actorId !== wu
    const { answers, entries } = await server.push(
      houseEdit('Z', { name: { from: 'Z', to: 1 } }, wu),
    )
    expect(statuses(answers)).toEqual(['NotAllowed'])
    expect(entries).toEqual([])
  })

  test('are asked again when a waiting change is released', async () => {
    const visit = visitCreation('Z')
    await server.push(visit)
    server.allow = (actorId) => actorId !== lin
    await server.push(houseCreation('Z', wu))
    expect(statuses((await server.push(visit)).answers)).toEqual(['NotAllowed'])
  })

  test('an answer shows no record that its author may not read, and none of another author', async () => {
    await server.push(visitCreation('Z'))
    server.allow = (_actorId, kind, verb) => verb !== 'read' || kind !== 'circle'
    const fields = { name: { from: null, to: 'c' } }
    const circle = changeOf({
      recordId: recordId('c'),
      kind: 'circle',
      verb: 'create',
      fields,
      actorId: wu,
    })
    const { entries } = await server.push(houseCreation('Z', wu), circle)
    expect(entries.map(({ id }) => id)).toEqual([recordId('Z')])
  })

  test('a stranger may nothing', async () => {
    const { answers } = await server.push(houseCreation('Z', recordId('stranger')))
    expect(statuses(answers)).toEqual(['NotAllowed'])
  })
})

describe('the count of a device [S25]', () => {
  test('a number that never arrives is named with each answer until it comes', async () => {
    const [first, second, third] = [1, 2, 3].map((deviceSeq) => ({
      ...houseCreation(`home ${deviceSeq}`),
      deviceSeq,
    }))
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('no changes')
    expect((await server.push(first)).missing).toEqual([])
    expect((await server.push(third)).missing).toEqual([2])
    expect((await server.push(third)).missing).toEqual([2])
    expect((await server.push(second)).missing).toEqual([])
  })

  test('what was refused or is held has arrived; what has to come again has not', async () => {
    const refused = { ...houseCreation('Z'), deviceSeq: 1, fields: {} }
    const held = { ...visitCreation('Y'), deviceSeq: 2 }
    const newer = { ...houseCreation('X'), deviceSeq: 3, schemaVersion: 9 }
    const last = { ...houseCreation('W'), deviceSeq: 4 }
    expect((await server.push(refused, held, newer, last)).missing).toEqual([3])
  })
})
