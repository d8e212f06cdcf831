import { describe, expect, it } from 'vitest'
import { idOf, ids } from '../families/cases/family-world.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { contactEntry, type ContactEntry } from './contact-entry.ts'
import { recentContact } from './recent-contact.ts'

const today = '2026-03-08'

function told(number: number, changes: Partial<ContactEntry> = {}) {
  const fields = { familyId: ids.family, pairId: idOf(500), on: '2026-03-02', ...changes }
  return { ...contactEntry.read(fieldsAsJson(fields)), id: idOf(number) }
}

describe('the last week of a family’s contact', () => {
  it('counts a call once that child and parent both told of [CON-5]', () => {
    const both = [told(1, { toldBy: 'child' }), told(2, { toldBy: 'adult' })]
    expect(recentContact(both, [], today)).toEqual({ last: '2026-03-02', inWeek: 1 })
  })

  it('counts the days of a week, today among them, and no attempt', () => {
    const entries = [
      told(1, { on: '2026-03-01' }),
      told(2, { on: '2026-03-02' }),
      told(3, { on: '2026-03-08', reached: false }),
    ]
    expect(recentContact(entries, [], today)).toEqual({ last: '2026-03-02', inWeek: 1 })
  })

  it('has no last contact where nobody was reached', () => {
    expect(recentContact([told(1, { reached: false })], [], today)).toEqual({
      last: null,
      inWeek: 0,
    })
  })
})
