import { describe, expect, it } from 'vitest'
import { contactEntry } from '../contact/contact-entry.ts'
import { noContact } from '../contact/no-contact.ts'
import { idOf, ids, pairWith } from '../families/cases/family-world.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { findSaidSilences } from './find-said-silences.ts'

const own = pairWith(ids.mother, 'mother')
const place = { familyId: ids.family, pairId: own.id }
const said = (until: string, toldBy: string, number = 1) => ({
  ...noContact.read(fieldsAsJson({ ...place, from: '2026-02-20', until, toldBy })),
  id: idOf(900 + number),
})
const called = (on: string, reached = true) => ({
  ...contactEntry.read(
    fieldsAsJson({
      ...{ ...place, on, channel: 'voiceCall', startedBy: 'adult', reached },
      ...(reached ? { minutes: 5 } : {}),
    }),
  ),
  id: idOf(950),
})
const find = (
  noContacts: readonly ReturnType<typeof said>[],
  contactEntries: readonly ReturnType<typeof called>[] = [],
) =>
  findSaidSilences({ today: '2026-03-10', noContacts, contactEntries, pairs: [own] }).map(
    ({ until, toldBy }) => `${until} ${toldBy}`,
  )

describe('somebody of the family says that there was no contact [EVA-40]', () => {
  it('is a word to the worker: the last one of each pair', () => {
    expect(find([said('2026-03-08', 'adult'), said('2026-03-09', 'caregiver', 2)])).toEqual([
      '2026-03-09 caregiver',
    ])
  })

  it('is over once they have reached each other, also later that day, not by an attempt', () => {
    expect(find([said('2026-03-08', 'adult')], [called('2026-03-09')])).toEqual([])
    expect(find([said('2026-03-08', 'adult')], [called('2026-03-08')])).toEqual([])
    expect(find([said('2026-03-08', 'adult')], [called('2026-03-07')])).toHaveLength(1)
    expect(find([said('2026-03-08', 'adult')], [called('2026-03-09', false)])).toHaveLength(1)
  })

  it('is not what a worker has noted, nor a word of long ago', () => {
    expect(find([said('2026-03-08', 'staff'), said('2026-02-24', 'adult', 2)])).toEqual([])
  })
})
