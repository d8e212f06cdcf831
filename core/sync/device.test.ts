import { describe, expect, test } from 'vitest'
import {
  caseNow,
  changeOf,
  lin,
  openCase,
  houseCreation,
  houseEdit,
  recordId,
  wu,
} from './cases/case-engine.ts'
import { house, visit } from './cases/kinds.ts'
import type { Change } from './change.ts'
import { absorbAnswer, makeChange, overlayEntry, type Draft, type OverlayItem } from './device.ts'
import type { Entry } from './entry.ts'
import { foundIn } from './find-needs.ts'
import type { VerbContext } from './kind.ts'

const stamp = { id: recordId('change'), bundle: null, deviceSeq: 1, deviceId: recordId('phone') }
const context: VerbContext = {
  actor: { agencyId: '', staffId: lin, roles: [] },
  now: '2046-01-01T00:00:00.000Z',
  today: '2046-01-01',
  claimedAt: '2046-01-01T00:00:00.000Z',
}

async function baseOf(...changes: readonly Change[]): Promise<Entry> {
  const server = openCase()
  await server.push(houseCreation('Z'), ...changes)
  const entry = server.entry(recordId('Z'))
  if (entry === undefined) throw new Error('no base')
  return entry
}

function item<Status extends OverlayItem['status'] = 'pending'>(change: Change, status?: Status) {
  return { change, status: status ?? ('pending' as const), refusal: null }
}

function make(
  draft: Partial<Draft>,
  before: Entry | null,
  others: readonly Entry[] = [],
): ReturnType<typeof makeChange> {
  const found = { verb: foundIn([]), rule: () => foundIn(others) }
  const whole = {
    kind: house,
    recordId: recordId('Z'),
    verb: 'edit',
    input: {},
    fields: {},
    ...draft,
  }
  return makeChange(whole, before, found, stamp, context)
}

describe('what the screen shows [S08]', () => {
  test('own unsent changes over the record of the server, marked as unsent', async () => {
    const base = await baseOf()
    const shown = overlayEntry(house, base, [
      item(houseEdit('Z', { note: { from: '', to: 'mine' } })),
    ])
    expect(shown).toMatchObject({
      unsent: true,
      fields: { note: 'mine', name: 'Z' },
      version: base.version,
    })
    expect(overlayEntry(house, base, [])).toEqual({ ...base, unsent: false })
  })

  test('a value from elsewhere that came first, with the own one offered beside it', async () => {
    const base = await baseOf(houseEdit('Z', { note: { from: '', to: 'theirs' } }, wu))
    const mine = houseEdit('Z', { note: { from: '', to: 'mine' } })
    const shown = overlayEntry(house, base, [item(mine)])
    expect(shown?.fields['note']).toBe('theirs')
    expect(shown?.conflicts).toMatchObject([
      { field: 'note', offers: [{ changeId: mine.id, value: 'mine' }] },
    ])
  })

  test('records that exist only here, also when an edit comes before their creation', () => {
    const creation = item(houseCreation('Z'))
    const edit = item(houseEdit('Z', { note: { from: '', to: 'n' } }), 'held')
    expect(overlayEntry(house, null, [edit])).toBeNull()
    expect(overlayEntry(house, null, [edit, creation])).toMatchObject({
      unsent: true,
      fields: { name: 'Z', note: 'n' },
    })
  })

  test('what the server has applied and no pull has brought, no longer marked as unsent [S09]', async () => {
    const base = await baseOf()
    const sent = item(houseEdit('Z', { note: { from: '', to: 'sent' } }), 'sent')
    expect(overlayEntry(house, base, [sent])).toMatchObject({
      unsent: false,
      fields: { note: 'sent' },
    })
    const later = item(houseEdit('Z', { name: { from: 'Z', to: 'Y' } }))
    expect(overlayEntry(house, base, [sent, later])).toMatchObject({
      unsent: true,
      fields: { note: 'sent', name: 'Y' },
    })
  })

  test('no refused change: it stands in its own list', async () => {
    const refused = item(houseEdit('Z', { note: { from: '', to: 'refused' } }), 'refused')
    expect(overlayEntry(house, await baseOf(), [refused])).toMatchObject({
      unsent: false,
      fields: { note: '' },
    })
  })

  test('a removed record stays removed under own late edits [S12]', async () => {
    const removal = changeOf({
      recordId: recordId('Z'),
      kind: 'house',
      verb: 'remove',
      actorId: wu,
    })
    const edit = item(houseEdit('Z', { note: { from: '', to: 'late' } }))
    expect(overlayEntry(house, await baseOf(removal), [edit])).toMatchObject({
      removed: true,
      fields: { note: '' },
    })
    const own = item(changeOf({ recordId: recordId('Z'), kind: 'house', verb: 'remove' }))
    expect(overlayEntry(house, await baseOf(), [own])).toMatchObject({
      removed: true,
      unsent: true,
    })
  })

  test('a named verb as done, never as a conflict to choose from', async () => {
    const base = await baseOf(
      changeOf({
        recordId: recordId('Z'),
        kind: 'house',
        verb: 'call',
        input: { times: 3 },
        actorId: wu,
      }),
    )
    const mine = changeOf({
      recordId: recordId('Z'),
      kind: 'house',
      verb: 'call',
      input: { times: 1 },
      fields: { calls: { from: 0, to: 1 } },
    })
    expect(overlayEntry(house, base, [item(mine)])).toMatchObject({
      fields: { calls: 1 },
      conflicts: [],
    })
  })

  test('a resolution closes the offers that were seen, and no other', async () => {
    const offers = ['a', 'b'].map((to) => houseEdit('Z', { note: { from: 'stale', to } }, wu))
    const base = await baseOf(...offers)
    const input = { seen: offers.slice(0, 1).map(({ id }) => id) }
    const mine = changeOf({
      recordId: recordId('Z'),
      kind: 'house',
      verb: 'resolve',
      input,
      fields: { note: { from: '', to: 'a' } },
    })
    const shown = overlayEntry(house, base, [item(mine)])
    expect(shown?.fields['note']).toBe('a')
    expect(
      shown?.conflicts.flatMap((conflict) => conflict.offers.map(({ value }) => value)),
    ).toEqual(['b'])
  })
})

describe('making a change', () => {
  test('notes what each field was read as; names of sets and keys of maps one by one', async () => {
    const base = await baseOf()
    const made = make({ fields: { name: 'Y', staff: [lin], marks: { one: 1 } } }, base)
    expect(made).toMatchObject({
      ok: true,
      value: {
        fields: {
          name: { from: 'Z', to: 'Y' },
          staff: { add: [], remove: [wu] },
          'marks.one': { from: null, to: 1 },
        },
        claimedAt: context.claimedAt,
        deviceSeq: 1,
      },
    })
  })

  test('of a form notes what stood when it was opened: a colleague is not written over [S07]', async () => {
    const server = openCase()
    await server.push(
      houseCreation('Z'),
      houseEdit('Z', { 'marks.one': { from: null, to: 1 }, note: { from: '', to: 'as opened' } }),
    )
    const opened = server.entry(recordId('Z'))?.fields ?? {}
    await server.push(
      houseEdit('Z', { note: { from: 'as opened', to: 'of a colleague' } }, wu),
      houseEdit('Z', { 'marks.one': { from: 1, to: 2 }, 'marks.two': { from: null, to: 2 } }, wu),
    )
    const before = server.entry(recordId('Z')) ?? null
    const form = { ...opened, name: 'Y', note: 'mine', marks: { one: 3 } }
    const made = make({ fields: form, base: opened }, before)
    if (!made.ok) throw new Error('refused')
    await server.push(made.value)
    const { fields, conflicts } = server.entry(recordId('Z')) ?? {}
    expect(fields).toMatchObject({ name: 'Y', note: 'of a colleague', marks: { one: 2, two: 2 } })
    expect(
      conflicts?.map(({ field, offers }) => [field, ...offers.map(({ value }) => value)]),
    ).toEqual([
      ['marks.one', 3],
      ['note', 'mine'],
    ])
  })

  test('of a form leaves out what only somebody else changed [S07]', async () => {
    const opened = (await baseOf()).fields
    const now = await baseOf(houseEdit('Z', { note: { from: '', to: 'theirs' } }, wu))
    const made = make({ fields: { ...opened, name: 'Y' }, base: opened }, now)
    expect(made).toMatchObject({ ok: true, value: { fields: { name: { from: 'Z', to: 'Y' } } } })
    expect(made.ok && Object.keys(made.value.fields)).toEqual(['name'])
  })

  test('of a choice between values notes the value that stood', async () => {
    const offer = houseEdit('Z', { note: { from: 'stale', to: 'theirs' } }, wu)
    const base = await baseOf(houseEdit('Z', { note: { from: '', to: 'mine' } }), offer)
    const draft = { verb: 'resolve', input: { seen: [offer.id] }, fields: { note: 'theirs' } }
    const fields = { note: { from: 'mine', to: 'theirs' } }
    expect(make(draft, base)).toMatchObject({ ok: true, value: { fields } })
  })

  test('runs the same verb as the server and says at once what it refuses', async () => {
    const closed = await baseOf(changeOf({ recordId: recordId('Z'), kind: 'house', verb: 'close' }))
    expect(make({ verb: 'close' }, closed)).toEqual({
      ok: false,
      refusal: { id: 'AlreadyClosed', details: {} },
    })
    expect(make({ verb: 'reopen' }, closed)).toMatchObject({
      ok: true,
      value: { fields: { state: { from: 'closed', to: 'open' } } },
    })
  })

  test('asks the same rules as the server', async () => {
    const base = await baseOf()
    expect(make({ fields: { startsOn: '2026-03-02', endsOn: '2026-03-01' } }, base)).toMatchObject({
      ok: false,
      refusal: { id: 'EndsBeforeStart' },
    })
    const closed = await baseOf(changeOf({ recordId: recordId('Z'), kind: 'house', verb: 'close' }))
    const fields = { houseId: recordId('Z'), day: '2026-03-01' }
    const draft = { kind: visit, recordId: recordId('visit'), verb: 'create', fields }
    expect(make(draft, null, [closed])).toMatchObject({ ok: false, refusal: { id: 'HouseClosed' } })
    expect(make(draft, null, [base])).toMatchObject({ ok: true })
  })

  test('keeps guarded fields out of edits, and says so when the record is gone', async () => {
    const base = await baseOf()
    expect(make({ fields: { calls: 7 } }, base)).toMatchObject({
      ok: false,
      refusal: { id: 'FieldNeedsVerb' },
    })
    expect(make({ fields: { note: 'n' } }, { ...base, removed: true })).toMatchObject({
      ok: false,
      refusal: { id: 'RecordRemoved' },
    })
    expect(make({ fields: { note: 'n' } }, null)).toMatchObject({
      ok: false,
      refusal: { id: 'RecordMissing' },
    })
  })

  test('what the device makes the server applies to the same end', async () => {
    const server = openCase()
    await server.push(houseCreation('Z'))
    const before = server.entry(recordId('Z')) ?? null
    const made = make({ verb: 'call', input: { times: 2 } }, before)
    if (!made.ok || before === null) throw new Error('refused')
    const shown = overlayEntry(house, before, [item(made.value)])
    await server.push(made.value)
    expect(server.entry(recordId('Z'))?.fields).toEqual(shown?.fields)
  })
})

describe('an answer of the server', () => {
  const waiting = item(houseEdit('Z', {}))
  const changeId = waiting.change.id
  const refusal = { id: 'NotAllowed', details: {} }

  test('takes only an applied change out of the outbox [S04]', () => {
    expect(absorbAnswer(waiting, { changeId, status: 'applied', conflicts: 0 })).toBeNull()
    expect(absorbAnswer(waiting, { changeId, status: 'held', waitsFor: [] })).toEqual({
      ...waiting,
      status: 'held',
    })
    expect(absorbAnswer(waiting, { changeId, status: 'refused', refusal })).toEqual({
      ...waiting,
      status: 'refused',
      refusal,
    })
    expect(absorbAnswer(waiting, { changeId, status: 'retry', refusal })).toEqual({
      ...waiting,
      refusal,
    })
  })
})

test('a device clock labels a change and decides nothing [S15]', async () => {
  const outcomes = new Set<string>()
  for (const claimedAt of [caseNow, '1970-01-01T00:00:00.000Z', '2099-12-31T23:59:59.999Z']) {
    const server = openCase()
    const edits = ['a', 'b'].map((to) => ({
      ...houseEdit('Z', { note: { from: '', to } }),
      claimedAt,
    }))
    await server.push(houseCreation('Z'), ...edits)
    const { fields, conflicts } = server.entry(recordId('Z')) ?? {}
    outcomes.add(
      JSON.stringify([fields, conflicts?.map(({ offers }) => offers.map(({ value }) => value))]),
    )
  }
  expect(outcomes.size).toBe(1)
})
