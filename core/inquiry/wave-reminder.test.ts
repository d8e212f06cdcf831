import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { foundIn } from '../sync/find-needs.ts'
import { person } from '../families/person.ts'
import { context, entryOf, givenConsent, idOf, ids, openWave, today } from './cases/sheet-world.ts'
import { isQuiet, latestReminder, waveReminder, type WaveReminder } from './wave-reminder.ts'

function reminder(changes: Partial<WaveReminder> = {}): WaveReminder {
  return {
    familyId: ids.family,
    waveId: ids.wave,
    childId: ids.child,
    respondentId: ids.mother,
    remindedOn: today,
    how: 'telephone',
    byId: context.actor.staffId,
    ...changes,
  }
}

const member = (id: string, familyId = ids.family) =>
  entryOf('person', id, person.read({ familyId, name: 'A', role: 'child' }))

function judge(changes: Partial<WaveReminder>, its = openWave(), consents = [givenConsent()]) {
  const found = foundIn([
    entryOf('wave', ids.wave, its),
    member(ids.child),
    member(ids.mother),
    member(idOf(99), idOf(98)),
    ...consents.map((one, index) => entryOf('consent', idOf(500 + index), one)),
  ])
  return waveReminder.rule(fieldsAsJson(reminder(changes)), null, found, context)?.id ?? null
}

describe('a reminder', () => {
  it('is noted by whoever gave it, of people of one family, on a day that has come [INQ-24]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ byId: idOf(3) })).toBe('ReminderOfSomebodyElse')
    expect(judge({ respondentId: idOf(99) })).toBe('NotInThisFamily')
    expect(judge({ remindedOn: '2026-03-11' })).toBe('DateInFuture')
    expect(judge({ remindedOn: '2026-02-28' })).toBe('WaveNotOpen')
  })

  it('belongs to an open wave of known people and to consent that holds [INQ-24]', () => {
    expect(judge({}, openWave({ state: 'closed' }))).toBe('WaveClosed')
    expect(judge({}, openWave({ subject: 'codes' }))).toBe('WaveMissing')
    expect(judge({}, openWave(), [])).not.toBeNull()
  })

  it('leaves the person in peace for three days, about this child and this wave [INQ-24]', () => {
    const all = [reminder({ remindedOn: '2026-03-02' }), reminder({ remindedOn: '2026-03-07' })]
    const latest = latestReminder(all, ids.wave, reminder())
    expect(latest?.remindedOn).toBe('2026-03-07')
    expect(['2026-03-09', '2026-03-10'].map((day) => isQuiet(latest, day))).toEqual([true, false])
    expect(latestReminder(all, ids.survey, reminder())).toBeNull()
    expect(
      latestReminder(all, ids.wave, { childId: ids.child, respondentId: ids.child }),
    ).toBeNull()
    expect(isQuiet(null, today)).toBe(false)
  })
})
