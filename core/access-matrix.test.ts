import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allKinds } from './kinds.ts'
import type { Actor } from './sync/actor.ts'
import { writeAccessMatrix } from './access/access-matrix.ts'
import { recordPolicy, type Relation } from './access/policy.ts'
import { roles } from './access/roles.ts'
import { grantsOf, mayAct, mayRead, type Standing } from './access/standing.ts'

const family = '11111111-1111-8111-8111-111111111111'
const group = '22222222-2222-8222-8222-222222222222'
const staffId = '33333333-3333-8333-8333-333333333333'

function standing(role: string, near: Relation): Standing {
  const actor: Actor = { agencyId: 'a', staffId, roles: [role] }
  return {
    actor,
    families: new Set(near === 'assigned' ? [family] : []),
    groups: new Set(near === 'team' || near === 'lead' ? [group] : []),
    leads: new Set(near === 'lead' ? [group] : []),
    concerns: new Set(near === 'handler' || near === 'reporter' ? [group] : []),
    reported: new Set(near === 'reporter' ? [group] : []),
    supervisions: new Set(near === 'party' ? [group] : []),
  }
}

function scopeFor(kindName: string): string {
  const kind = allKinds.find((one) => one.name === kindName)
  switch (kind?.scope.of) {
    case 'family':
      return `family:${family}`
    case 'group':
      return `group:${group}`
    case 'survey':
      return `survey:${group}`
    case 'concern':
      return `concern:${group}`
    case 'supervision':
      return `supervision:${group}`
    default:
      return 'agency'
  }
}

describe('the policy', () => {
  test('every record kind has a row, and every row a kind that exists', () => {
    const kinds = allKinds.map((kind) => kind.name)
    expect(kinds.filter((name) => recordPolicy[name] === undefined)).toEqual([])
    expect(Object.keys(recordPolicy).filter((name) => !kinds.includes(name))).toEqual([])
  })

  test('every named verb of a kind is granted to somebody, and nothing is granted that does not exist', () => {
    for (const kind of allKinds) {
      expect([kind.name, Object.keys(recordPolicy[kind.name]?.verbs ?? {}).sort()]).toEqual([
        kind.name,
        Object.keys(kind.verbs).sort(),
      ])
    }
  })

  test('the document that people read says what the policy does', () => {
    expect(readFileSync(new URL('../docs/rules/access-matrix.md', import.meta.url), 'utf8')).toBe(
      writeAccessMatrix(),
    )
  })

  test('a role that stands nowhere near reads no family and no group file', () => {
    const open = new Set(['supervisor'])
    for (const kind of allKinds.filter(({ scope }) => scope.of === 'family')) {
      for (const role of roles.filter((one) => !open.has(one))) {
        expect([
          kind.name,
          role,
          mayRead(standing(role, 'any'), kind.name, scopeFor(kind.name), family),
        ]).toEqual([kind.name, role, false])
      }
    }
  })

  test('the reason of a step for two people is read by those who ask and decide, not by every colleague', () => {
    const reads = (role: string) => mayRead(standing(role, 'any'), 'approval', 'agency', family)
    for (const role of ['coLeader', 'volunteer', 'evaluator', 'researcher'])
      expect([role, reads(role)]).toEqual([role, false])
    for (const role of ['supervisor', 'manager', 'agencyAdmin', 'socialWorker'])
      expect([role, reads(role)]).toEqual([role, true])
  })

  test('[A029] the administrator by role opens no family, group, answer or record', () => {
    for (const kind of allKinds.filter(({ scope }) => scope.of !== 'agency')) {
      for (const near of ['any', 'assigned', 'team', 'lead'] as const) {
        expect([
          kind.name,
          mayRead(standing('agencyAdmin', near), kind.name, scopeFor(kind.name), family),
        ]).toEqual([kind.name, false])
      }
    }
  })

  test('[GRP-32] whoever observes a group reads nothing about its members and writes only their own', () => {
    const place = { scope: `group:${group}`, recordId: group, founding: null }
    for (const role of ['socialWorker', 'coLeader', 'volunteer']) {
      const may = (near: Relation, kind: string, verb: string) =>
        mayAct(standing(role, near), grantsOf(kind, verb), place)
      for (const [kind, verb] of [
        ...['memberMark', 'pairRating', 'homeTaskReturn', 'absenceFollowUp'].flatMap((kind) =>
          ['read', 'create', 'edit', 'remove'].map((each) => [kind, each] as const),
        ),
        ...['attendance', 'meeting', 'seat', 'supportGroup'].map((kind) => [kind, 'edit'] as const),
        ['meetingRecord', 'submit'],
        ['meeting', 'hold'],
        ['supportGroup', 'close'],
      ] as const) {
        expect([kind, verb, role, may('team', kind, verb)]).toEqual([kind, verb, role, false])
        const leads = role !== 'volunteer'
        expect([kind, verb, role, may('lead', kind, verb)]).toEqual([kind, verb, role, leads])
      }
      expect(may('team', 'observerTicks', 'create')).toBe(true)
    }
  })

  test('nobody may do what is not in the table', () => {
    for (const role of roles) {
      for (const verb of ['eraseEverything', 'constructor', '__proto__', 'toString']) {
        expect(
          mayAct(standing(role, 'assigned'), grantsOf('family', verb), {
            scope: `family:${family}`,
            recordId: family,
            founding: null,
          }),
        ).toBe(false)
      }
      expect(grantsOf('constructor', 'read')).toEqual([])
    }
  })

  test('a volunteer, evaluator or researcher never writes a family file', () => {
    for (const kind of allKinds.filter(({ scope }) => scope.of === 'family')) {
      for (const role of [
        'volunteer',
        'evaluator',
        'researcher',
        'manager',
        'agencyAdmin',
        'coLeader',
      ]) {
        for (const verb of ['create', 'edit', 'remove']) {
          const place = { scope: scopeFor(kind.name), recordId: family, founding: null }
          expect([
            kind.name,
            role,
            verb,
            mayAct(standing(role, 'assigned'), grantsOf(kind.name, verb), place),
          ]).toEqual([kind.name, role, verb, false])
        }
      }
    }
  })
})
