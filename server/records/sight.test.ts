import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Standing } from '../../core/access/standing.ts'
import { pullRequestShape } from '../../core/sync/pull.ts'
import { describeSight, scopesSeenAnew } from './sight.ts'

/** A manager sees groups from afar; in the team of one, more of it. */
function standingIn(groups: readonly string[], leads: readonly string[] = []): Standing {
  return {
    actor: { agencyId: randomUUID(), staffId: randomUUID(), roles: ['manager', 'coLeader'] },
    families: new Set(),
    groups: new Set(groups),
    leads: new Set(leads),
    concerns: new Set(),
    reported: new Set(),
    supervisions: new Set(),
  }
}

const groups = Array.from({ length: 30 }, () => randomUUID())
const held = groups.map((id) => `group:${id}`)

test('[S10] only the place where nearness has changed is seen anew', () => {
  const then = describeSight(standingIn(groups.slice(0, 5)), held)
  const now = describeSight(standingIn(groups.slice(0, 6)), held)
  expect(scopesSeenAnew(held, then, then)).toEqual([])
  expect(scopesSeenAnew(held, then, now)).toEqual([`group:${groups[5]}`])
  expect(scopesSeenAnew(held, now, then)).toEqual([`group:${groups[5]}`])
})

test('[S10] only the group that somebody leads now, or no longer, is seen anew', () => {
  const observes = describeSight(standingIn(groups), held)
  const leads = describeSight(standingIn(groups, groups.slice(0, 1)), held)
  expect(scopesSeenAnew(held, observes, leads)).toEqual([held[0]])
  expect(scopesSeenAnew(held, leads, observes)).toEqual([held[0]])
})

test('[S10] told by a digest, a change of nearness gives everything afresh, and no change nothing', () => {
  const few = describeSight(standingIn(groups.slice(0, 5)), held, 500)
  const many = describeSight(standingIn(groups.slice(0, 29)), held, 500)
  const more = describeSight(standingIn(groups), held, 500)
  expect(scopesSeenAnew(held, many, many)).toEqual([])
  expect(scopesSeenAnew(held, many, more)).toEqual(held)
  expect(scopesSeenAnew(held, few, many)).toEqual(held)
  expect(scopesSeenAnew(held, many, few)).toEqual(held)
})

test('whoever is named in fifty thousand places sends a sight that is taken', () => {
  const many = Array.from({ length: 50_000 }, () => randomUUID())
  const scopes = many.map((id) => `group:${id}`)
  const sight = describeSight(standingIn(many), scopes)
  const asked = { epoch: null, cursors: {}, deviceId: randomUUID(), deviceSeq: 0, sight }
  expect(pullRequestShape.safeParse(asked).success).toBe(true)
  expect(scopesSeenAnew(scopes, sight, sight)).toEqual([])
})
