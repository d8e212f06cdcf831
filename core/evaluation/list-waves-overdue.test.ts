import { describe, expect, it } from 'vitest'
import { waveReminder } from '../inquiry/wave-reminder.ts'
import { idOf } from '../families/cases/family-world.ts'
import { groupWorld, ids } from './cases/group-world.ts'
import { listWavesOpen, listWavesOverdue, type WaveFacts } from './list-waves-open.ts'

const today = '2026-05-20'
const world = groupWorld()
const after = { ...world.waves.after, groupId: ids.group, dueOn: '2026-05-15' }

function facts(changes: Partial<WaveFacts> = {}): WaveFacts {
  return {
    ...{ may: () => true, today, waves: [after], instruments: world.instruments },
    ...{ answerSheets: world.sheets, seats: world.seats, waveReminders: [], restrictions: [] },
    ...{ pairs: world.pairs, everyPair: world.pairs },
    ...changes,
  }
}

describe('a group’s wave past its day [SUP-12]', () => {
  it('is overdue while somebody has to answer, from the day after its last day', () => {
    expect(listWavesOverdue(facts())).toMatchObject([
      { waveId: after.id, groupId: ids.group, inDays: -5 },
    ])
    expect(listWavesOverdue(facts({ today: after.dueOn }))).toEqual([])
  })

  it('is not overdue without a day, closed, or of no group', () => {
    const others = [
      { ...after, dueOn: null },
      { ...after, state: 'closed' as const },
      { ...after, groupId: null },
    ]
    expect(listWavesOverdue(facts({ waves: others }))).toEqual([])
  })

  it('is not overdue when everybody has answered, or their answers are not all seen', () => {
    const [late] = listWavesOverdue(facts())
    const missing = new Set((late?.waiting ?? []).map(({ familyId }) => familyId))
    const seats = world.seats.filter(({ familyId }) => !missing.has(familyId))
    const pairs = world.pairs.filter(({ familyId }) => !missing.has(familyId))
    expect(listWavesOverdue(facts({ seats, pairs }))).toEqual([])
    expect(listWavesOverdue(facts({ may: () => false }))).toEqual([])
  })

  it('stays overdue while whoever is missing was reminded and is left in peace on Today', () => {
    const [late] = listWavesOverdue(facts())
    const waveReminders = (late?.waiting ?? []).map(({ familyId, childId, respondentId }) => ({
      ...waveReminder.read({
        ...{ waveId: after.id, familyId, childId, respondentId },
        ...{ remindedOn: '2026-05-19', how: 'telephone', byId: idOf(1) },
      }),
      id: `reminded ${childId} ${respondentId}`,
    }))
    expect(waveReminders.length).toBeGreaterThan(0)
    expect(listWavesOpen(facts({ waveReminders }))).toEqual([])
    expect(listWavesOverdue(facts({ waveReminders }))).toHaveLength(1)
  })
})
