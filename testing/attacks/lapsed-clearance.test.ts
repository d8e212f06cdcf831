// Whoever's record check has lapsed, where the agency shuts children's records for them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { noteClearance, onAnotherDevice } from '../house/person.ts'
import { canaries, openVillage, type Village } from './village.ts'

let house: TestHouse
let village: Village
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  village = await openVillage(house, ['socialWorker', 'supervisor'])
})
afterAll(() => house.close())

test('it opens nothing of a child: no feed, no route, no change; renewed, it opens again at once [RIG-31, P16]', async () => {
  const { founder, home, members } = village
  await noteClearance(founder, house.open.house.today())
  for (const { person, near, role } of members.filter(
    (one) => one.near || one.role === 'supervisor',
  )) {
    const before = await onAnotherDevice(person).pull()
    expect(JSON.stringify(before.entries), `${role} ${near}`).toContain(canaries.child)
    const edit = (name: string, from: string) =>
      person.change('person', home.childId, 'edit', { name }, { name: from })
    await noteClearance(person, '2024-01-01')
    const set = (to: string, from: string) =>
      founder.change(
        'agency',
        founder.agencyId,
        'edit',
        { lapsedClearance: to },
        { lapsedClearance: from },
      )
    await applied(founder, set('suspended', 'reminded'))
    const after = await onAnotherDevice(person).pull(before.cursors, before.epoch)
    expect([...after.lost, ...after.afresh]).toContain(`family:${home.familyId}`)
    expect(JSON.stringify(after.entries)).not.toContain(canaries.child)
    expect(JSON.stringify((await onAnotherDevice(person).pull()).entries)).not.toContain(
      canaries.child,
    )
    expect((await person.push(edit('小亮', canaries.child))).answers[0]).toMatchObject({
      status: 'refused',
      refusal: { id: 'NotAllowed' },
    })
    const links = await person.post('/api/family-links/list', { familyId: home.familyId })
    expect(links.status).toBe(403)
    expect((await person.post('/api/urgent/find', { wanted: canaries.code })).status).toBe(403)
    await noteClearance(person, house.open.house.today())
    expect(JSON.stringify((await onAnotherDevice(person).pull()).entries)).toContain(canaries.child)
    await applied(founder, set('reminded', 'suspended'))
  }
})
