// Supervision of staff (D12): for those who took part, and for nobody else at the same agency, whatever their role.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readingLogShape } from '../../core/access/reading-log.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { applied } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let home: Home
let founder: Person
let supervisor: Person
let supervisee: Person
let outsiders: readonly Person[]
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  founder = home.worker
  supervisor = await aColleague(founder, ['supervisor'])
  supervisee = await aColleague(founder, ['socialWorker'])
  outsiders = [
    founder,
    await aColleague(founder, ['agencyAdmin', 'manager']),
    await aColleague(founder, ['supervisor']),
    await aColleague(founder, ['socialWorker']),
    await aColleague(founder, ['evaluator']),
  ]
})
afterAll(() => house.close())

function written(parties: JsonObject): JsonObject {
  return { parties, on: '2026-03-02', question: '金丝雀：我很累', suggestion: '先休息两天' }
}

async function aSupervision(): Promise<string> {
  const id = freshId()
  const parties = { [supervisor.staffId]: 'supervisor', [supervisee.staffId]: 'supervisee' }
  await applied(supervisee, supervisee.change('supervisionRecord', id, 'create', written(parties)))
  return id
}

async function seen(person: Person, id: string): Promise<readonly string[]> {
  const { entries, cursors } = await person.pull()
  return [
    ...entries.filter((entry) => entry.id === id).map(({ kind }) => kind),
    ...Object.keys(cursors).filter((scope) => scope === `supervision:${id}`),
  ]
}

describe('a supervision record [SUP-5]', () => {
  test('reaches its two sides and nobody else; not even its place does', async () => {
    const id = await aSupervision()
    for (const person of [supervisor, supervisee])
      expect(await seen(person, id)).toEqual(['supervisionRecord', `supervision:${id}`])
    for (const person of outsiders) {
      const pulled = await person.pull()
      expect(JSON.stringify(pulled)).not.toContain('金丝雀')
      expect(await seen(person, id)).toEqual([])
    }
  })

  test('is neither written, signed nor taken over by whoever knows its number', async () => {
    const id = await aSupervision()
    for (const person of outsiders) {
      const own = { [person.staffId]: 'supervisor', [supervisee.staffId]: 'supervisee' }
      const { answers, entries } = await person.push(
        person.change('supervisionRecord', id, 'edit', { suggestion: '改掉' }),
        person.change('supervisionRecord', id, 'create', written(own)),
        person.change('supervisionRecord', id, 'sign', {}, {}, { words: 'x' }),
        person.change('supervisionQuestion', freshId(), 'create', {
          parties: { [supervisee.staffId]: 'supervisee' },
          words: '以别人的名义',
          on: '2026-03-02',
        }),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('refused'))
      expect(JSON.stringify(entries)).not.toContain('金丝雀')
    }
  })

  test('is nobody’s to be joined later: who takes part stands from its first moment', async () => {
    const id = await aSupervision()
    const stranger = outsiders[3]
    if (stranger === undefined) throw new Error('no stranger')
    const parties = { [stranger.staffId]: 'supervisee' }
    const { answers } = await supervisee.push(
      supervisee.change('supervisionRecord', id, 'edit', { parties }),
    )
    expect(answers).toMatchObject([{ status: 'refused' }])
    expect(await seen(stranger, id)).toEqual([])
  })

  test('leaves no line in the log that administrators and supervisors read', async () => {
    const id = await aSupervision()
    const read = {
      kind: 'supervisionRecord',
      id,
      purpose: 'view',
      claimedAt: '2026-03-02T08:00:00.000Z',
    }
    const ofFamily = { ...read, kind: 'family', id: home.familyId }
    await supervisor.pull()
    await supervisor.post('/api/reads', { reads: [read, ofFamily] })
    const asked = { familyId: null, staffId: null, from: null, to: null, delivered: true }
    for (const person of [founder, supervisor]) {
      const { body } = await person.post('/api/reading-log', { ...asked, before: null })
      const kinds = readingLogShape.parse(body).readings.map(({ kind }) => kind)
      expect(kinds).toContain('family')
      expect(kinds).not.toContain('supervisionRecord')
    }
  })
})

test('a question goes to the supervisor it is meant for, or to nobody [SUP-6]', async () => {
  const [kept, given] = [freshId(), freshId()]
  const question = { words: '金丝雀：怎么和外婆谈', on: '2026-03-02' }
  await applied(
    supervisee,
    supervisee.change('supervisionQuestion', kept, 'create', {
      ...question,
      parties: { [supervisee.staffId]: 'supervisee' },
    }),
    supervisee.change('supervisionQuestion', given, 'create', {
      ...question,
      parties: { [supervisee.staffId]: 'supervisee', [supervisor.staffId]: 'supervisor' },
    }),
  )
  expect(await seen(supervisor, kept)).toEqual([])
  expect(await seen(supervisor, given)).toEqual(['supervisionQuestion', `supervision:${given}`])
  for (const person of outsiders)
    expect([...(await seen(person, kept)), ...(await seen(person, given))]).toEqual([])
})
