import { describe, expect, it } from 'vitest'
import { openWave } from './cases/sheet-world.ts'
import { listReminders, type SentLink } from './list-reminders.ts'
import { windowOf } from './wave-window.ts'

const now = '2026-03-10T08:00:00Z'
const link = (personId: string, changes: Partial<SentLink> = {}): SentLink => ({
  personId,
  childId: 'child',
  instrumentId: 'one',
  madeAt: '2026-03-08T08:00:00Z',
  endsAt: '2026-03-20T08:00:00Z',
  openedAt: null,
  answeredAt: null,
  revokedAt: null,
  ...changes,
})
const line = (respondentId: string, state: 'draft' | 'submitted' | 'declined' | null = null) => ({
  place: { instrumentId: 'one', childId: 'child', respondentId },
  sheet: state === null ? null : { state },
})

describe('reminders', () => {
  it('name whoever has not answered, those first who have waited longest (INQ-23)', () => {
    const lines = [
      line('mother'),
      line('father', 'draft'),
      line('aunt'),
      line('uncle', 'submitted'),
    ]
    const links = [
      link('mother'),
      link('father', { madeAt: '2026-03-01T08:00:00Z', openedAt: '2026-03-02T08:00:00Z' }),
      link('uncle'),
    ]
    expect(
      listReminders(lines, links, now).map(({ line: one, state, daysSince }) => [
        one.place.respondentId,
        state,
        daysSince,
      ]),
    ).toEqual([
      ['father', 'opened', 9],
      ['mother', 'sent', 2],
      ['aunt', 'noLink', null],
    ])
  })

  it('leave alone whoever said no, and count no link that ended or was taken back (INQ-23)', () => {
    expect(listReminders([line('mother', 'declined')], [link('mother')], now)).toEqual([])
    const gone = [
      link('mother', { revokedAt: now }),
      link('mother', { endsAt: '2026-03-09T08:00:00Z' }),
      link('mother', { instrumentId: 'two' }),
      link('mother', { childId: 'sister' }),
    ]
    expect(listReminders([line('mother')], gone, now)[0]?.state).toBe('noLink')
  })
})

describe('the window of a wave', () => {
  it.each([
    ['2026-02-28', 'notYet'],
    ['2026-03-01', 'open'],
    ['2026-03-15', 'open'],
    ['2026-03-16', 'over'],
  ] as const)('on %s is %s', (day, window) => {
    expect(windowOf(openWave({ dueOn: '2026-03-15' }), day)).toBe(window)
    expect(windowOf(openWave({ state: 'closed' }), day)).toBe('closed')
  })

  it('does not end where no due day was set', () => {
    expect(windowOf(openWave({ dueOn: null }), '2030-01-01')).toBe('open')
  })
})
