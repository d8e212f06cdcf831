import { describe, expect, it } from 'vitest'
import { contactEntry } from '../contact/contact-entry.ts'
import { family } from '../families/family.ts'
import { idOf } from '../families/cases/family-world.ts'
import { meeting } from '../groupwork/meeting.ts'
import { seat } from '../groupwork/seat.ts'
import { findRetentionEnded, type ServiceFacts } from './find-retention-ended.ts'

const group = idOf(50)

function home(number: number, registeredOn: string, state: 'open' | 'archived' = 'open') {
  return { ...family.read({ code: `Z-${number}`, registeredOn, state }), id: idOf(number) }
}

function endedAmong(changes: Partial<ServiceFacts>) {
  return findRetentionEnded({
    today: '2026-03-10',
    retentionYears: 3,
    families: [home(1, '2020-02-29')],
    consents: [],
    contactEntries: [],
    answerSheets: [],
    seats: [],
    meetings: [],
    ...changes,
  }).map(({ code, lastServiceOn, endedOn }) => `${code} ${lastServiceOn} ${endedOn}`)
}

const logged = (on: string) => contactEntry.read({ familyId: idOf(1), pairId: idOf(60), on })
const held = (heldOn: string) =>
  meeting.read({
    groupId: group,
    no: 1,
    theme: 'x',
    stage: 'mature',
    form: 'parallel',
    minutes: 60,
    strands: ['child'],
    plannedOn: heldOn,
    state: 'held',
    heldOn,
  })
const seated = (leftOn: string | null) =>
  seat.read({
    groupId: group,
    familyId: idOf(1),
    personId: idOf(61),
    strand: 'child',
    displayName: 'x',
    joinedOn: '2021-01-01',
    leftOn,
  })

describe('files whose retention has ended [EVA-18]', () => {
  it('are those whose last service lies longer back than the published period, longest first', () => {
    const families = [
      home(1, '2020-02-29'),
      home(2, '2023-03-11'),
      home(3, '2019-05-05', 'archived'),
    ]
    expect(endedAmong({ families })).toEqual([
      'Z-3 2019-05-05 2022-05-05',
      'Z-1 2020-02-29 2023-03-01',
    ])
  })

  it('count from the last logged contact, not from registration', () => {
    expect(endedAmong({ contactEntries: [logged('2023-03-10')] })).toEqual([
      'Z-1 2023-03-10 2026-03-10',
    ])
    expect(endedAmong({ contactEntries: [logged('2023-03-11')] })).toEqual([])
  })

  it('count from the last meeting held while a member had a seat', () => {
    const meetings = [held('2024-06-01'), held('2022-06-01')]
    expect(endedAmong({ seats: [seated(null)], meetings })).toEqual([])
    expect(endedAmong({ seats: [seated('2022-12-31')], meetings })).toEqual([
      'Z-1 2022-06-01 2025-06-01',
    ])
  })

  it('are none before the agency has published a period', () => {
    expect(endedAmong({ retentionYears: null })).toEqual([])
  })
})
