// A father who is kept away has a seat in a group: what goes out to the group goes without him, and a co-leader is not told why (FAM-61).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'
import { wordsOfWord } from '../house/read-word.ts'
import { seatFamily, type SeatedFamily } from '../house/seated-family.ts'

const father = '王强'
const telling = /限制|受限|法院|保护令|restrict|court/i

let house: TestHouse
let home: Home
let coLeader: Person
let group: SeatedFamily
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  coLeader = await aColleague(home.worker, ['coLeader'])
  group = await seatFamily(home, [coLeader])
})
afterAll(() => house.close())

function paper(by: Person, form: string) {
  return by.post('/api/papers/group', {
    ...{ form, groupId: group.groupId, meetingId: group.meetingId, strand: 'joint' },
    ...{ seatId: null, familyId: null, texts: {}, language: 'zh-CN', templateId: null },
  })
}

const named = ['signInSheet', 'homeTaskCards', 'groupContract']

test('[FAM-61] papers of the group name and address him no longer, whoever makes them, and say nothing about it', async () => {
  for (const form of named)
    expect([form, wordsOfWord((await paper(home.worker, form)).body)]).toEqual([
      form,
      expect.stringContaining(father),
    ])
  await applied(
    home.worker,
    home.worker.change('restrictedParty', freshId(), 'create', {
      ...{ familyId: home.familyId, personId: group.fatherId, ground: 'courtOrder' },
      ...{ since: '2026-03-05', reviewOn: '2026-12-01' },
    }),
  )
  for (const by of [home.worker, coLeader])
    for (const form of named) {
      const words = wordsOfWord((await paper(by, form)).body)
      expect([form, words]).toEqual([form, expect.stringContaining('陈芳')])
      expect([form, words]).toEqual([form, expect.not.stringContaining(father)])
      expect(words).not.toMatch(telling)
    }
})

test('[FAM-52] a co-leader who lets him leave and come back is refused without the reason', async () => {
  const { father: seat } = group.seats
  const { worker } = home
  const ended = { leftOn: '2026-03-08', reason: 'other', note: '' }
  await applied(worker, worker.change('seat', seat, 'leave', {}, {}, ended))
  await coLeader.pull()
  const back = coLeader.change('seat', seat, 'rejoin', {}, {}, { on: '2026-03-20' })
  const reply = await coLeader.push(back)
  expect(reply.answers[0]).toMatchObject({ status: 'refused', refusal: { id: 'SeatNeedsWorker' } })
  const seen = await coLeader.pull()
  expect(JSON.stringify([reply, seen])).not.toMatch(/restrictedParty|courtOrder/)
})
