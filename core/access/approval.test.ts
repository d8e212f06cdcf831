import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { foundIn } from '../sync/find-needs.ts'
import type { Found, VerbContext } from '../sync/kind.ts'
import { approval } from './approval.ts'

const asker = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'

const drafted = fieldsAsJson(
  approval.read({
    action: 'eraseFamily',
    subjectKind: 'family',
    subjectId: '00000000-0000-4000-8000-000000000003',
  }),
)

function contextAt(now: string, staffId = asker): VerbContext {
  const actor = { agencyId: other, staffId, roles: ['supervisor'] }
  return { actor, now, today: now.slice(0, 10), claimedAt: '2020-01-01T00:00:00Z' }
}

const longAgo = '2026-01-01T00:00:00Z'

function staffNow(...states: readonly string[]): Found {
  return staffSince(longAgo, ...states)
}

function staffSince(activeSince: string | null, ...states: readonly string[]): Found {
  return staffWith({ activeSince }, ...states)
}

function staffWith(times: Record<string, string | null>, ...states: readonly string[]): Found {
  return foundIn(
    states.map((state, index) => ({
      kind: 'staff',
      id: index === 0 ? asker : other,
      scope: 'agency',
      position: 1,
      version: 1,
      fields: {
        name: 'A',
        roles: ['supervisor'],
        state,
        ...times,
        suspendedAt: state === 'suspended' ? (times['suspendedAt'] ?? null) : null,
      },
      conflicts: [],
      trail: [],
      removed: false,
    })),
  )
}

const requestedAt = '2026-03-10T08:00:00Z'
const requested = act('request', drafted, {}, contextAt(requestedAt))

function act(
  verb: string,
  fields: typeof drafted,
  input: Record<string, string>,
  context: VerbContext,
  found: Found = staffNow('active', 'active'),
) {
  const outcome = approval.verbs[verb]?.run(fields, input, found, {
    ...context,
    recordId: String(fields['subjectId']),
  })
  if (outcome === undefined) throw new Error(`no verb ${verb}`)
  return outcome.ok ? { ...fields, ...outcome.value } : { refused: outcome.refusal.id }
}

describe('approval', () => {
  it('takes its time from the deciding side, never from the device', () => {
    expect(requested).toMatchObject({ state: 'requested', requestedById: asker, requestedAt })
  })

  it('is born as a draft: nobody creates an approved one', () => {
    const born = { ...drafted, state: 'approved' }
    const refused = approval.rule(born, null, staffNow(), contextAt(requestedAt))
    expect(refused?.id).toBe('FieldNeedsVerb')
  })

  it('is never decided by the person who asked [ACC-10]', () => {
    const own = contextAt('2026-03-10T09:00:00Z')
    expect(act('approve', requested, {}, own)).toEqual({ refused: 'OwnRequest' })
    expect(act('refuse', requested, { answer: 'no' }, own)).toEqual({ refused: 'OwnRequest' })
    const second = contextAt('2026-03-10T09:00:00Z', other)
    expect(act('approve', requested, {}, second)).toMatchObject({
      state: 'approved',
      decidedById: other,
    })
  })

  it('is carried out at once when approved, and not at all when refused', () => {
    const second = contextAt('2026-03-10T09:00:00Z', other)
    const approved = act('approve', requested, {}, second)
    const turnedDown = act('refuse', requested, { answer: 'no' }, second)
    const soon = contextAt('2026-03-10T09:01:00Z')
    expect(act('carryOut', approved, {}, soon)).toMatchObject({ state: 'carriedOut', alone: false })
    expect(act('carryOut', turnedDown, {}, soon)).toEqual({ refused: 'WrongApprovalState' })
  })

  it('is not agreed to by an account that somebody has taken into use within a day [ACC-19]', () => {
    const second = contextAt('2026-03-10T09:00:00Z', other)
    const approve = (since: string | null) =>
      act('approve', requested, {}, second, staffSince(since, 'active', 'active'))
    expect(approve('2026-03-09T09:00:01Z')).toEqual({ refused: 'SecondPersonTooNew' })
    expect(approve(null)).toEqual({ refused: 'SecondPersonTooNew' })
    expect(approve('2026-03-09T09:00:00Z')).toMatchObject({ state: 'approved' })
  })

  it('lets the only member of staff go on after 24 hours, marked as done alone [ACC-11]', () => {
    const early = contextAt('2026-03-11T07:59:59Z')
    const late = contextAt('2026-03-11T08:00:00Z')
    const alone = staffNow('active', 'suspended')
    expect(act('carryOut', requested, {}, early, alone)).toEqual({ refused: 'WaitBeforeAlone' })
    expect(act('carryOut', requested, {}, late, alone)).toMatchObject({
      state: 'carriedOut',
      alone: true,
    })
  })

  it('is not carried out alone by suspending the second person: the 24 hours count from there [ACC-11]', () => {
    const late = contextAt('2026-03-12T08:00:00Z')
    const carryOut = (suspendedAt: string) =>
      act('carryOut', requested, {}, late, staffWith({ suspendedAt }, 'active', 'suspended'))
    expect(carryOut('2026-03-12T07:59:00Z')).toEqual({ refused: 'WaitBeforeAlone' })
    expect(carryOut('2026-03-11T08:00:01Z')).toEqual({ refused: 'WaitBeforeAlone' })
    expect(carryOut('2026-03-11T08:00:00Z')).toMatchObject({ state: 'carriedOut', alone: true })
    expect(approval.verbs['carryOut']?.needs(requested, {}, '')).toContainEqual({
      kind: 'staff',
      where: { state: 'suspended' },
    })
  })

  it('waits for the second person as long as there is one, however late it gets', () => {
    const late = contextAt('2026-06-01T08:00:00Z')
    const two = staffNow('active', 'active')
    expect(act('carryOut', requested, {}, late, two)).toEqual({ refused: 'SecondPersonNeeded' })
  })
})
