import { describe, expect, it } from 'vitest'
import { groupWorld, ids, wordingIn } from '../cases/group-world.ts'
import { describeFamilyChange } from './family-change.ts'
import type { FamilyRecords } from './family-records.ts'
import { listFamilySeries } from './family-records.ts'

const en = wordingIn('en')

function familyOf(n: number, published = true): FamilyRecords {
  const reliability = published ? [{ kind: 'retest', value: 0.8, sd: 2, source: 'A manual' }] : []
  const world = groupWorld({ reliability })
  const own = <Row extends { readonly familyId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ familyId }) => familyId === ids.family(n))
  return {
    family: { id: ids.family(n), code: `Z-0${n}` },
    people: own(world.people),
    pairs: own(world.pairs),
    instruments: world.instruments,
    waves: [world.waves.before, world.waves.after],
    sheets: own(world.sheets),
    contacts: [],
    noContacts: [],
    contactMatches: [],
    seats: own(world.seats),
  }
}

describe('how did this family change [EVA-23]', () => {
  it('lists every measure from both sides, first and latest', () => {
    const finding = describeFamilyChange(familyOf(1), en)
    expect(finding.tables[0]?.rows).toEqual([
      [
        "Trust · mother · child's answer",
        '5.00',
        '8.00',
        '+3.00',
        '2.48',
        'moved in the hoped-for direction, reliably up',
      ],
      [
        "Trust · mother · adult's answer",
        '7.00',
        '8.00',
        '+1.00',
        '2.48',
        'moved in the hoped-for direction, within measurement error',
      ],
    ])
  })

  it('keeps raw movement apart from change beyond measurement error', () => {
    expect(describeFamilyChange(familyOf(1), en).sentence).toBe(
      'Family Z-01 has 2 measures with a first and a later score: 2 moved in the hoped-for direction, 0 did not move, 0 moved in the unwanted direction. 2 of them have a published reliability to judge by: 1 changed for the better beyond measurement error, 0 for the worse, the rest stayed within it.',
    )
  })

  it('judges nothing without a published reliability and spread', () => {
    const finding = describeFamilyChange(familyOf(1, false), en)
    expect(finding.sentence).toContain('cannot be told')
    expect(finding.tables[0]?.rows[0]?.[4]).toBe('–')
  })

  it('says so when nothing was measured twice', () => {
    const finding = describeFamilyChange(familyOf(3), en)
    expect(finding.sentence).toBe('Family Z-03 has no measure with two scores yet.')
    expect(finding.charts).toEqual([])
    expect(finding.notes.join(' ')).toContain('2 measures have one score only')
  })

  it('leaves drafts and sheets set aside out', () => {
    const records = familyOf(1)
    const drafts = records.sheets.map((sheet) => ({ ...sheet, state: 'draft' as const }))
    expect(listFamilySeries({ ...records, sheets: drafts })).toEqual([])
  })
})
