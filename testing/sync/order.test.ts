import { expect, test } from 'vitest'
import { canonicalJson, type Json, type JsonObject } from '../../core/kit/json.ts'
import { applyBatch } from '../../core/sync/apply.ts'
import {
  caseKindByName,
  circle,
  house,
  turn,
  turnIdOf,
  visit,
  visitIdOf,
} from '../../core/sync/cases/kinds.ts'
import { createMemoryStore } from '../../core/sync/cases/memory-store.ts'
import type { Change } from '../../core/sync/change.ts'
import { diffFields } from '../../core/sync/merge.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { createGate, supervisorId } from './members.ts'
import { createRandom, type Random } from './random.ts'

const now = '2026-03-02T01:00:00.000Z'

/** A family, its visits, a group and its turn: records that need each other, and edits that do not touch. */
function rollChanges(random: Random): readonly Change[] {
  const deviceId = random.id()
  const changes: Change[] = []
  const add = (
    kind: Kind,
    recordId: string,
    verb: string,
    from: JsonObject,
    to: JsonObject,
  ): void => {
    const fields = diffFields(kind, from, { ...from, ...to })
    const deviceSeq = changes.length + 1
    changes.push({
      id: random.id(),
      recordId,
      kind: kind.name,
      verb,
      input: {},
      fields,
      bundle: null,
      deviceSeq,
      schemaVersion: 1,
      actorId: supervisorId,
      deviceId,
      claimedAt: now,
    })
  }
  for (let homes = 1 + random.int(3); homes > 0; homes -= 1) {
    const [houseId, circleId] = [random.id(), random.id()]
    add(house, houseId, 'create', {}, { name: 'home', marks: { one: 1 } })
    add(house, houseId, 'edit', { name: 'home' }, { name: 'renamed' })
    add(house, houseId, 'edit', { note: '' }, { note: 'a note' })
    add(house, houseId, 'edit', { marks: { one: 1 } }, { marks: { one: 1, two: 2 } })
    add(house, houseId, 'edit', { staff: [] }, { staff: [supervisorId] })
    add(visit, visitIdOf(houseId, '2026-03-01'), 'create', {}, { houseId, day: '2026-03-01' })
    add(visit, visitIdOf(houseId, '2026-03-01'), 'edit', { mood: null }, { mood: 3 })
    add(circle, circleId, 'create', {}, { name: 'circle' })
    add(turn, turnIdOf(circleId, houseId), 'create', {}, { circleId, houseId })
    add(turn, turnIdOf(circleId, houseId), 'edit', { presence: null }, { presence: 'present' })
  }
  return changes
}

function shuffled(changes: readonly Change[], random: Random): readonly Change[] {
  return changes
    .map((change) => ({ change, at: random.next() }))
    .sort((left, right) => left.at - right.at)
    .map(({ change }) => change)
}

/** Delivers in this order, in batches of any size; answers what the records say. */
async function deliver(changes: readonly Change[], random: Random): Promise<string> {
  const store = createMemoryStore('11111111-1111-4111-8111-111111111111')
  for (let from = 0; from < changes.length; ) {
    const batch = changes.slice(from, from + 1 + random.int(4))
    const { port, commit } = store.begin(now)
    await applyBatch({ port, gate: createGate(port, now), kindByName: caseKindByName }, batch)
    commit()
    from += batch.length
  }
  const said = [...store.state().entries.values()].map(
    ({ id, fields, conflicts }): Json => [id, fields, conflicts.length],
  )
  const statuses = [...store.state().answers.values()].map(({ answer }) => answer.status)
  expect(new Set(statuses)).toEqual(new Set(['applied']))
  return said.map(canonicalJson).sort().join('\n')
}

test('independent changes commute and dependent ones wait for what they need, in any order of arrival [S05]', async () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = createRandom(seed)
    const changes = rollChanges(random)
    const expected = await deliver(changes, random)
    for (let order = 0; order < 4; order += 1) {
      expect(await deliver(shuffled(changes, random), random)).toBe(expected)
    }
  }
})
