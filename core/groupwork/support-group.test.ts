import { describe, expect, it } from 'vitest'
import { staff } from '../access/staff.ts'
import type { JsonObject } from '../kit/json.ts'
import { foundIn } from '../sync/find-needs.ts'
import { context, entryOf, groupEntry, groupId, idOf, meetingFields } from './cases/group-case.ts'
import { meeting, meetingId } from './meeting.ts'
import { programme } from './programme.ts'
import { supportGroup } from './support-group.ts'

const planned: JsonObject = { state: 'planned', startedOn: null }
const nothing = foundIn([])

function ruleOf(fields: JsonObject, before: JsonObject | null = null): string | null {
  return supportGroup.rule(fields, before, nothing, context)?.id ?? null
}

describe('a group', () => {
  it('always has a leader [GRP-2]', () => {
    const group = groupEntry(planned).fields
    expect(ruleOf(group)).toBeNull()
    expect(ruleOf({ ...group, team: { [idOf('worker')]: 'observer' } }, group)).toBe(
      'GroupNeedsLeader',
    )
    expect(ruleOf({ ...group, team: {} })).toBe('GroupNeedsLeader')
  })

  it('is begun by whoever leads it; nobody without a record check joins it later, not by their own hand either [ACC-25]', () => {
    const me = context.actor.staffId
    const uncleared = foundIn([entryOf(staff, me, { name: '王静', roles: ['socialWorker'] })])
    const rule = (fields: JsonObject, before: JsonObject | null) =>
      supportGroup.rule(fields, before, uncleared, context)?.id ?? null
    const group = groupEntry({ ...planned, team: { [me]: 'leader' } }).fields
    expect(rule(group, null)).toBeNull()
    expect(rule({ ...group, notes: 'x' }, group)).toBeNull()
    const others = { ...group, team: { [idOf('other')]: 'leader' } }
    expect(rule({ ...others, team: { ...others.team, [me]: 'coLeader' } }, others)).toBe(
      'ClearanceMissing',
    )
  })

  it('does not end before it starts [GRP-3]', () => {
    const group = groupEntry({ ...planned, startsOn: '2026-03-07', endsOn: '2026-03-06' }).fields
    expect(ruleOf(group)).toBe('DaysInWrongOrder')
  })

  it('starts by its verb, which fixes the programme and its version [GRP-4]', () => {
    const shelf = entryOf(programme, idOf('programme'), {
      code: 'kites',
      version: '1.2',
      title: 'Kites',
    })
    const group = groupEntry({ ...planned, programmeId: shelf.id }).fields
    const start = supportGroup.verbs['start']
    const started = start?.run(group, { startedOn: '2026-05-01' }, foundIn([shelf]), context)
    expect(started).toEqual({
      ok: true,
      value: { state: 'running', startedOn: '2026-05-01', programmeVersion: '1.2' },
    })
    expect(start?.needs(group, { startedOn: '2026-05-01' }, '')).toEqual([
      { kind: 'programme', where: { id: shelf.id } },
    ])
    const running = groupEntry({ programmeId: shelf.id }).fields
    expect(ruleOf({ ...running, programmeId: idOf('other') }, running)).toBe('ProgrammeIsFixed')
    expect(ruleOf(running)).toBe('FieldNeedsVerb')
    // A second phone that starts it too says nothing new.
    expect(start?.run(running, { startedOn: '2026-05-01' }, nothing, context)).toEqual({
      ok: true,
      value: {},
    })
  })

  it('closes only when it runs, and not ahead of the day', () => {
    const close = supportGroup.verbs['close']
    const running = groupEntry().fields
    expect(close?.run(running, { closedOn: '2026-05-30' }, nothing, context)).toMatchObject({
      ok: true,
    })
    expect(close?.run(running, { closedOn: '2026-02-01' }, nothing, context)).toMatchObject({
      refusal: { id: 'DaysInWrongOrder' },
    })
    expect(close?.run(running, { closedOn: '2026-06-02' }, nothing, context)).toMatchObject({
      refusal: { id: 'DateInFuture' },
    })
    expect(
      close?.run(groupEntry(planned).fields, { closedOn: '2026-05-30' }, nothing, context),
    ).toMatchObject({ refusal: { id: 'GroupNotRunning' } })
  })
})

describe('a meeting', () => {
  const third = entryOf(meeting, meetingId(groupId, 3), meetingFields(3))

  it('has a number of its own in the group [GRP-10]', () => {
    expect(meeting.rule(third.fields, null, foundIn([third]), context)?.id).toBe(
      'MeetingNumberTaken',
    )
    expect(meeting.rule(third.fields, null, nothing, context)).toBeNull()
    expect(meeting.guarded).toContain('no')
  })

  it('takes place in a running group, today or before; saying it again corrects it [GRP-11]', () => {
    const hold = meeting.verbs['hold']
    const input = { heldOn: '2026-03-22', minutes: 80 }
    const running = foundIn([groupEntry()])
    expect(hold?.run(third.fields, input, running, context)).toMatchObject({
      ok: true,
      value: { state: 'held', ...input },
    })
    const held = { ...third.fields, state: 'held', heldOn: '2026-03-21', minutes: 60 }
    const seen = { state: 'held', heldOn: '2026-03-21', minutes: 60 }
    expect(hold?.run(held, { ...input, seen }, running, context)).toMatchObject({
      ok: true,
      value: input,
    })
    expect(hold?.run(third.fields, input, foundIn([groupEntry(planned)]), context)).toMatchObject({
      refusal: { id: 'GroupNotRunning' },
    })
    expect(
      hold?.run(third.fields, { ...input, heldOn: '2026-06-02' }, running, context),
    ).toMatchObject({ refusal: { id: 'DateInFuture' } })
  })

  it('that did not take place has a reason, and loses its day [GRP-12]', () => {
    const callOff = meeting.verbs['callOff']
    expect(callOff?.run(third.fields, { reason: 'weather' }, nothing, context)).toMatchObject({
      ok: true,
      value: { state: 'notHeld', heldOn: null, callOffReason: 'weather' },
    })
    expect(callOff?.run(third.fields, {}, nothing, context)).toMatchObject({
      refusal: { id: 'FieldNotValid' },
    })
  })

  it('keeps what two workers wrote about different strands apart', () => {
    expect(meeting.maps).toEqual(['strandTimes', 'plan'])
  })
})
