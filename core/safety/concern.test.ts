import { describe, expect, it } from 'vitest'
import { hideAuthors } from '../access/hide-authors.ts'
import { grantsOf, mayAct, standNowhere } from '../access/standing.ts'
import { deriveId } from '../kit/ids.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { JsonObject } from '../kit/json.ts'
import { scopeOf, keyOwnerOf, type Entry } from '../sync/entry.ts'
import { verbOf, type Found } from '../sync/kind.ts'
import { roles } from '../access/roles.ts'
import { concern } from './concern.ts'
import { concernShape, type Concern } from './concern-shape.ts'
import { concernReport } from './concern-report.ts'
import { concernReporter } from './concern-reporter.ts'
import { concernKinds } from './index.ts'

const [lin, wu] = [deriveId('staff', 'Lin'), deriveId('staff', 'Wu')]
const concernId = deriveId('concern', '1')
const noticedAt = '2026-03-02T01:00:00.000Z'
const now = '2026-03-03T01:00:00.000Z'
const none = { of: () => [] }
const context = {
  actor: { agencyId: 'a', staffId: lin, roles: ['socialWorker'] },
  now,
  today: '2026-03-03',
  claimedAt: now,
} as const

function aConcern(fields: Partial<Concern> = {}): JsonObject {
  return fieldsAsJson(concernShape.parse({ noticedAt, ...fields }))
}

function run(before: JsonObject, verb: string, input: JsonObject = {}) {
  const outcome = verbOf(concern, verb)?.run(before, input, none, {
    ...context,
    recordId: concernId,
  })
  return outcome?.ok === true ? { ...before, ...outcome.value } : (outcome?.refusal.id ?? 'no verb')
}

function steps(...taken: readonly (readonly [string, JsonObject?])[]): JsonObject | string {
  return taken.reduce<JsonObject | string>(
    (at, [verb, input]) => (typeof at === 'string' ? at : run(at, verb, input)),
    aConcern(),
  )
}

const report = ['markReported', { at: now }] as const
const sorted = ['triage', { sort: 'neglect' }] as const
const answered = ['followUp', { answer: '已立案' }] as const
const closed = ['close', { reason: '孩子已安全' }] as const

describe('a concern', () => {
  it('lies in a scope and under a key of its own, and refers to no family, child or group [SAF-1]', () => {
    const fields = aConcern({ familyId: deriveId('f'), childId: deriveId('c') })
    expect(scopeOf(concern, concernId, fields)).toBe(`concern:${concernId}`)
    expect(keyOwnerOf(concern, concernId, fields)).toBe(`concern:${concernId}`)
    for (const kind of concernKinds)
      expect(Object.values(kind.references).filter((to) => to !== 'concern')).toEqual([])
  })

  it('is started with nothing but the moment, and names nobody at its birth [SAF-2]', () => {
    expect(concern.rule(aConcern(), null, none, context)).toBeNull()
    expect(concern.rule(aConcern({ handlers: { [wu]: 'named' } }), null, none, context)?.id).toBe(
      'FieldNeedsVerb',
    )
    expect(concern.rule(aConcern({ state: 'closed' }), null, none, context)?.id).toBe(
      'FieldNeedsVerb',
    )
  })

  it('is reported at once: unsorted, unsupervised, and a second time without a new date [SAF-5]', () => {
    expect(steps(report)).toMatchObject({ state: 'reported', reportedAt: now, sort: null })
    expect(steps(report, ['markReported', { at: noticedAt }])).toMatchObject({ reportedAt: now })
    expect(steps(report, sorted)).toMatchObject({ state: 'reported', sort: 'neglect' })
  })

  it('once reported is closed only when the authority has answered [SAF-6]', () => {
    expect(steps(report, closed)).toBe('AuthorityAnswerMissing')
    expect(steps(sorted, answered)).toBe('ConcernNotReported')
    expect(steps(report, answered, closed)).toMatchObject({ state: 'closed', closedAt: now })
    expect(steps(report, answered, report)).toMatchObject({ state: 'followedUp' })
  })

  it('reported offline while a supervisor closed it, is open again and its answer is owed [SAF-5]', () => {
    expect(steps(sorted, closed, report)).toMatchObject({
      ...{ state: 'reported', reportedAt: now, closedAt: null, closingReason: closed[1].reason },
    })
    expect(steps(sorted, closed, report, closed)).toBe('AuthorityAnswerMissing')
  })

  it('opened again stands where it stood [SAF-6]', () => {
    expect(steps(closed, ['reopen'])).toMatchObject({
      ...{ state: 'new', closedAt: null, closingReason: closed[1].reason },
    })
    expect(steps(sorted, closed, ['reopen'])).toMatchObject({ state: 'triaged' })
    expect(steps(report, answered, closed, ['reopen'])).toMatchObject({ state: 'followedUp' })
    expect(steps(['reopen'])).toBe('ConcernIsOpen')
  })

  it('keeps the child’s words as they were reported; empty fields may still be filled [SAF-7]', () => {
    const before = aConcern({ childsWords: '我怕回家', reportedAt: now, state: 'reported' })
    const edit = (fields: JsonObject) =>
      concern.rule({ ...before, ...fields }, before, none, context)
    expect(edit({ childsWords: '孩子说害怕' })?.id).toBe('ReportedWordsStay')
    expect(edit({ place: '学校门口' })).toBeNull()
    expect(edit({ additions: { [now]: '第二天又说了一次' } })).toBeNull()
    const unreported = aConcern({ childsWords: '我怕回家' })
    expect(concern.rule(aConcern({ childsWords: '我怕' }), unreported, none, context)).toBeNull()
  })

  it('is given to colleagues by name and taken from them by name', () => {
    const named = run(aConcern(), 'nameHandler', { staffId: wu })
    expect(named).toMatchObject({ handlers: { [wu]: 'named' } })
    expect(
      run(typeof named === 'string' ? {} : named, 'dismissHandler', { staffId: wu }),
    ).toMatchObject({ handlers: {} })
  })
})

describe('who raised it [SAF-3]', () => {
  const fields = { concernId, staffId: lin }

  it('is said by themselves, once', () => {
    expect(concernReporter.rule(fields, null, none, context)).toBeNull()
    expect(concernReporter.rule({ ...fields, staffId: wu }, null, none, context)?.id).toBe(
      'NotAllowed',
    )
    const there: Found = { of: (kind) => [kind.readEntry(entryOf(fields, lin))] }
    expect(concernReporter.rule(fields, null, there, context)?.id).toBe('NotAllowed')
  })

  it('is not told to a colleague who was named, neither by a record nor by the trail', () => {
    const entry = entryOf(fields, lin)
    const shown = (staffId: string, role: string) => hideAuthors(entry, { staffId, roles: [role] })
    expect(JSON.stringify(shown(wu, 'socialWorker').trail)).not.toContain(lin)
    expect(shown(lin, 'socialWorker')).toEqual(entry)
    expect(shown(wu, 'supervisor')).toEqual(entry)
    const elsewhere = { ...entry, scope: 'agency' }
    expect(hideAuthors(elsewhere, { staffId: wu, roles: [] })).toEqual(elsewhere)
  })
})

describe('who may see it [SAF-4]', () => {
  const place = { scope: `concern:${concernId}`, recordId: concernId, founding: null }
  const reads = (role: string, kind: string, near: 'no' | 'handler' | 'reporter') =>
    mayAct(
      {
        ...standNowhere({ agencyId: 'a', staffId: lin, roles: [role] }),
        families: new Set([concernId]),
        groups: new Set([concernId]),
        leads: new Set([concernId]),
        concerns: new Set(near === 'no' ? [] : [concernId]),
        reported: new Set(near === 'reporter' ? [concernId] : []),
      },
      grantsOf(kind, 'read'),
      place,
    )

  it('is the supervisor, whoever reported it and whoever was named; serving the family gives nothing', () => {
    for (const role of roles)
      for (const { name } of concernKinds)
        expect([role, name, reads(role, name, 'no')]).toEqual([role, name, role === 'supervisor'])
    for (const role of roles.filter((one) => one !== 'supervisor')) {
      expect(reads(role, concern.name, 'handler')).toBe(true)
      expect(reads(role, concernReport.name, 'handler')).toBe(true)
      expect(reads(role, concernReporter.name, 'handler')).toBe(false)
      expect(reads(role, concernReporter.name, 'reporter')).toBe(true)
    }
  })

  it('nobody removes one, whatever their role', () => {
    for (const { name } of concernKinds) expect(grantsOf(name, 'remove')).toEqual([])
  })
})

function entryOf(fields: JsonObject, actorId: string): Entry {
  const mark = {
    changeId: deriveId('x'),
    actorId,
    deviceId: deriveId('d'),
    claimedAt: now,
    fields: ['staffId'],
  }
  return {
    kind: 'concernReporter',
    id: deriveId('r'),
    scope: `concern:${concernId}`,
    position: 1,
    version: 1,
    fields,
    conflicts: [],
    trail: [mark],
    removed: false,
  }
}
