import { describe, expect, it } from 'vitest'
import { openZone, usualZone } from './zone.ts'

describe('the clock of a zone', () => {
  it('shows the day there, not the day in Greenwich', () => {
    const there = openZone(usualZone)
    expect(there.dayAt('2026-03-01T15:59:59.000Z')).toBe('2026-03-01')
    expect(there.dayAt('2026-03-01T16:00:00.000Z')).toBe('2026-03-02')
    expect(there.minuteAt('2026-03-01T16:05:00.000Z')).toBe('2026-03-02T00:05')
  })

  it('reads a minute back to its instant', () => {
    expect(openZone(usualZone).instantAt('2026-03-02T00:05')).toBe('2026-03-01T16:05:00.000Z')
    expect(openZone('UTC').instantAt('2026-03-02T00:05')).toBe('2026-03-02T00:05:00.000Z')
  })

  it('takes the earlier of two equal minutes when a clock is put back', () => {
    const there = openZone('Europe/Berlin')
    expect(there.instantAt('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(there.instantAt('2026-07-01T12:00')).toBe('2026-07-01T10:00:00.000Z')
    expect(there.instantAt('2026-03-29T12:00')).toBe('2026-03-29T10:00:00.000Z')
  })
})
