import { describe, expect, it } from 'vitest'
import { consent } from '../families/consent.ts'
import { pairId } from '../families/pair.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { consentEntry, idOf, seatFields } from './cases/group-case.ts'
import { seat, type Seat } from './seat.ts'
import { listWithdrawnSeats } from './withdrawn-seats.ts'

const children = [idOf('Lan'), idOf('Bo')]
const withdrawn = consentEntry('Lan', 'family A', { withdrawnOn: '2026-03-05', withdrawnBy: 'M' })
const known = (entry: typeof withdrawn) => consent.readEntry(entry)
const sits = (name: string, strand: 'child' | 'parent', more: Partial<Seat> = {}) => ({
  ...seat.read(fieldsAsJson({ ...seatFields(name, 'family A', strand), ...more })),
  id: idOf(`seat of ${name}`),
})
const seats = [
  sits('Lan', 'child'),
  sits('Bo', 'child'),
  sits('mother', 'parent', { pairId: pairId(idOf('Lan'), idOf('mother')) }),
  sits('aunt', 'parent', { pairId: pairId(idOf('Bo'), idOf('aunt')) }),
]
const namesOn = (day: string, consents = [known(withdrawn)], all = seats) =>
  listWithdrawnSeats(all, consents, children, day).map(
    ({ seat: { displayName }, since }) => `${displayName} ${since}`,
  )

describe('a seat whose consent to the group was taken back [GRP-64]', () => {
  it('is named with its day: the child’s, and that of the parent who comes for this child', () => {
    expect(namesOn('2026-03-04')).toEqual([])
    expect(namesOn('2026-03-05')).toEqual(['Lan 2026-03-05', 'mother 2026-03-05'])
  })

  it('is named too when the guardian has refused after all', () => {
    const refused = consentEntry('Lan', 'family A', { decision: 'refused' })
    expect(namesOn('2026-03-05', [known(refused)])).toEqual(['Lan 2026-02-20', 'mother 2026-02-20'])
  })

  it('is named no more once it has ended, and not of another purpose, nor where nobody was asked', () => {
    const ended = seats.map((one) => ({ ...one, leftOn: '2026-03-06' }))
    expect(namesOn('2026-03-07', [known(withdrawn)], ended)).toEqual([])
    const photo = consentEntry('Lan', 'family A', { purpose: 'photo', withdrawnOn: '2026-03-05' })
    expect(namesOn('2026-03-07', [known(photo)])).toEqual([])
    expect(namesOn('2026-03-07', [])).toEqual([])
  })
})
