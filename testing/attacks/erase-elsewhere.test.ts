// Words about a family in what outlives it: supervision, requests from outside, incidents. After its erasing every sealed byte of
// the agency is opened and looked through, and so is what everybody's device is given.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../core/kit/json.ts'
import { transact } from '../../server/database/transact.ts'
import { openBytes } from '../../server/records/seal.ts'
import { everySealedPlace, rowsOf } from '../../server/records/sealed-places.ts'
import { agreedErasing, anOldColleague, applied, archive } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
})
afterAll(() => house.close())

const canary = '金丝雀'

/** Every sealed value of the agency, opened with whatever keys there are. */
async function openAll({ agencyId }: Person): Promise<string> {
  const { pool, keyRing } = house.open.house
  return transact(pool, agencyId, async (transaction) => {
    const opened: string[] = []
    for (const place of everySealedPlace) {
      const rows = await transaction.rows<{ id: string; owner: string; sealed: Buffer | null }>(
        `select p.${place.id} as id, ${place.owner} as owner, ${place.value} as sealed from ${rowsOf(place)}`,
        [agencyId],
      )
      const full = rows.flatMap(({ id, owner, sealed }) =>
        sealed === null || sealed.length === 0 ? [] : [{ id, owner, sealed }],
      )
      const keys = await keyRing.keysToOpen(transaction, [
        ...new Set(full.map(({ owner }) => owner)),
      ])
      for (const { id, owner, sealed } of full) {
        const key = keys.get(owner)
        if (key === undefined) throw new Error(`no key of ${owner}`)
        opened.push(openBytes(key, sealed, place.context(agencyId, id)).toString('utf8'))
      }
    }
    return opened.join('\n')
  })
}

interface Written {
  readonly home: Home
  readonly worker: Person
  readonly supervisor: Person
  readonly manager: Person
  readonly ids: Readonly<Record<'own' | 'shared' | 'question' | 'request' | 'incident', string>>
}

const others = freshId()

/** A supervision about this family alone, one about another as well, a question, a request from outside and an incident. */
async function write(): Promise<Written> {
  const home = await aHome(house)
  const { worker: founder, familyId } = home
  const supervisor = await aColleague(founder, ['supervisor'])
  const manager = await anOldColleague(founder)
  const id = {
    ...{ own: freshId(), shared: freshId(), question: freshId() },
    ...{ request: freshId(), incident: freshId() },
  }
  const parties = { [supervisor.staffId]: 'supervisor', [founder.staffId]: 'supervisee' }
  const family = { kind: 'family', id: familyId }
  const action = { what: `${canary}：去小明家`, staffId: founder.staffId, dueOn: '2026-03-16' }
  const said = {
    parties,
    on: '2026-03-02',
    minutes: 50,
    question: `${canary}：小明不肯上学`,
    suggestion: `${canary}：先听他说`,
    feelings: `${canary}：我很累`,
    actions: { a: action },
  }
  const add = (kind: string, recordId: string, fields: JsonObject) =>
    founder.change(kind, recordId, 'create', fields)
  await applied(
    founder,
    add('supervisionRecord', id.own, { ...said, about: { f: family } }),
    add('supervisionRecord', id.shared, {
      ...{ parties, on: '2026-03-03' },
      question: '小明（Z-1）的妈妈陈芳不接电话；阿强这周到了',
      about: { f: family, g: { kind: 'family', id: others } },
    }),
    add('supervisionQuestion', id.question, {
      ...{ parties, on: '2026-03-02', about: family },
      words: `${canary}：怎么和奶奶谈？`,
    }),
    add('disclosure', id.request, {
      ...{ askedOn: '2026-03-02', asker: 'village', organisation: '村委会' },
      ...{ wanted: `${canary}：小明的情况`, fields: `${canary}：姓名`, ground: 'consent' },
      ...{ familyIds: [familyId], proposedById: founder.staffId },
    }),
    add('incident', id.incident, {
      ...{ sort: 'wrongRecipient', noticedAt: '2026-03-02T01:00:00.000Z' },
      ...{ noticedById: founder.staffId, facts: '陈芳的名单发错了群' },
      families: { [familyId]: { telling: 'notYet', on: null, words: canary } },
    }),
  )
  await founder.push(founder.change('supervisionRecord', id.own, 'edit', { discussion: canary }))
  return { home, worker: founder, supervisor, manager, ids: id }
}

async function eraseIt({ home, worker, manager }: Written): Promise<unknown> {
  await archive(home, manager)
  const { familyId } = home
  const approvalId = await agreedErasing(home, manager)
  const reply = await worker.post('/api/families/erase', { familyId, approvalId })
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}

async function fieldsOf(person: Person, id: string): Promise<JsonObject> {
  const found = (await person.pull()).entries.find((entry) => entry.id === id)
  if (found === undefined) throw new Error(`${id} was not given`)
  return found.fields
}

describe('words about an erased family [FAM-64]', () => {
  test('are in no record, no sent change and on no device; that a supervision took place stays', async () => {
    const written = await write()
    const { worker, supervisor, manager, ids } = written
    expect((await openAll(worker)).includes(canary)).toBe(true)
    expect(await eraseIt(written)).toMatchObject({ counts: { wordsElsewhere: 5 } })
    const left = await openAll(worker)
    expect([canary, '小明', '陈芳', 'Z-1'].filter((word) => left.includes(word))).toEqual([])
    for (const person of [worker, supervisor, manager]) {
      const given = JSON.stringify((await person.pull()).entries)
      expect([canary, '小明', '陈芳'].filter((word) => given.includes(word))).toEqual([])
    }
    expect(await fieldsOf(supervisor, ids.own)).toMatchObject({
      ...{ on: '2026-03-02', minutes: 50, about: {}, question: '', feelings: '' },
      actions: { a: { what: '–', staffId: worker.staffId } },
    })
    expect(await fieldsOf(worker, ids.shared)).toMatchObject({
      about: { g: { id: others } },
      question: '×××（×××）的妈妈×××不接电话；阿强这周到了',
    })
    expect(await fieldsOf(worker, ids.request)).toMatchObject({
      ...{ organisation: '村委会', ground: 'consent', familyIds: [], wanted: '', fields: '' },
    })
    expect(await fieldsOf(worker, ids.incident)).toMatchObject({
      facts: '×××的名单发错了群',
      families: { [written.home.familyId]: { telling: 'notNeeded', words: '–' } },
    })
  })

  test('are not brought back by a device that was away, neither into the record nor in a new one', async () => {
    const written = await write()
    const { worker, supervisor, home, ids } = written
    await eraseIt(written)
    const about = { kind: 'family', id: home.familyId }
    const parties = { [supervisor.staffId]: 'supervisor', [worker.staffId]: 'supervisee' }
    const { answers } = await worker.push(
      worker.change('supervisionRecord', ids.own, 'edit', { question: canary }),
      worker.change('supervisionRecord', ids.shared, 'edit', { about: { f: about } }),
      worker.change('supervisionRecord', freshId(), 'create', {
        ...{ parties, on: '2026-03-04', question: canary, about: { f: about } },
      }),
      worker.change('supervisionQuestion', freshId(), 'create', {
        ...{ parties, on: '2026-03-04', words: canary, about },
      }),
      worker.change('supervisionQuestion', ids.question, 'edit', { words: canary }),
      worker.change('disclosure', ids.request, 'edit', { wanted: canary }),
      worker.change('incident', ids.incident, 'edit', {
        families: { [home.familyId]: { telling: 'told', on: '2026-03-02', words: canary } },
      }),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill('refused'))
    expect((await openAll(worker)).includes(canary)).toBe(false)
  })
})
