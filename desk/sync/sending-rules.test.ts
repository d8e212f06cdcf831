import { afterEach, describe, expect, it } from 'vitest'
import type { Change } from '../../core/sync/change.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { waitSeconds } from './courier.ts'
import { readFragment } from './fragment.ts'
import { batchesOf } from './push.ts'
import type { StoredItem } from './stored-parse.ts'
import { agencyDay } from './clock.ts'
import { ageOn } from '../../core/kit/dates.ts'
import { usualZone } from '../../core/kit/zone.ts'
import { learnZone } from '../kit/zone.ts'

function item(deviceSeq: number, bundle: Change['bundle'] = null, device = 'phone'): StoredItem {
  const change: Change = {
    id: deriveId('change', device, String(deviceSeq)),
    recordId: deriveId('record'),
    kind: 'family',
    verb: 'edit',
    input: {},
    fields: {},
    bundle,
    deviceSeq,
    schemaVersion: 1,
    actorId: deriveId('actor'),
    deviceId: deriveId(device),
    claimedAt: '2026-03-01T08:00:00.000Z',
  }
  return { change, status: 'pending', refusal: null }
}

const numbers = (items: readonly StoredItem[]) =>
  batchesOf(items).map((batch) => batch.map(({ change }) => change.deviceSeq))

describe('batches', () => {
  it('hold at most a hundred changes', () => {
    const items = Array.from({ length: 230 }, (_, index) => item(index + 1))
    expect(batchesOf(items).map((batch) => batch.length)).toEqual([100, 100, 30])
  })

  it('never split a bundle (S09)', () => {
    const bundle = { id: deriveId('bundle'), of: 60 }
    const items = [
      ...Array.from({ length: 70 }, (_, index) => item(index + 1)),
      ...Array.from({ length: 60 }, (_, index) => item(index + 71, bundle)),
    ]
    expect(batchesOf(items).map((batch) => batch.length)).toEqual([70, 60])
  })

  it('carry one device each, so that rescued changes keep their own count', () => {
    expect(numbers([item(1, null, 'old'), item(2, null, 'old'), item(1)])).toEqual([[1, 2], [1]])
  })
})

describe('waiting after trouble', () => {
  it('doubles with dice, stays below five minutes, and never undercuts what the server asked for', () => {
    expect([1, 2, 3].map((failures) => waitSeconds(failures, null, 1))).toEqual([2, 4, 8])
    expect(waitSeconds(3, null, 0)).toBe(4)
    expect(waitSeconds(50, null, 1)).toBe(300)
    expect(waitSeconds(1, 120, 0)).toBe(120)
  })
})

describe('what comes after the # of an address', () => {
  it('is a one-time code for setting up or for an invitation, or nothing', () => {
    expect(readFragment('#setup=AB-12')).toEqual({ setup: 'AB-12', activate: null })
    expect(readFragment('#activate=C%2B1')).toEqual({ setup: null, activate: 'C+1' })
    expect(readFragment('#content')).toEqual({ setup: null, activate: null })
    expect(readFragment('')).toEqual({ setup: null, activate: null })
  })
})

describe('today', () => {
  afterEach(() => learnZone(usualZone))

  it('is the day where the agency works, whatever zone the device stands on', () => {
    const zone = process.env['TZ']
    for (const there of ['UTC', 'America/Lima', 'Asia/Shanghai']) {
      process.env['TZ'] = there
      expect(agencyDay({ now: () => Date.parse('2026-02-28T15:59:59Z') })).toBe('2026-02-28')
      expect(agencyDay({ now: () => Date.parse('2026-02-28T16:00:00Z') })).toBe('2026-03-01')
    }
    process.env['TZ'] = zone
  })

  it('a child turns 14 with that day, not eight hours later', () => {
    const at = (instant: string) =>
      ageOn('2012-03-01', agencyDay({ now: () => Date.parse(instant) }))
    expect(at('2026-02-28T15:59:59Z')).toBe(13)
    expect(at('2026-02-28T16:00:00Z')).toBe(14)
  })

  it('follows another zone that the server names, and the usual one when this browser knows no such zone', () => {
    const now = () => Date.parse('2026-02-28T22:30:00Z')
    learnZone('UTC')
    expect(agencyDay({ now })).toBe('2026-02-28')
    learnZone('Moon/Tranquility')
    expect(agencyDay({ now })).toBe('2026-03-01')
  })
})
