import { describe, expect, it } from 'vitest'
import { staff } from '../access/staff.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { foundWith, idOf, ids, today } from './cases/family-world.ts'
import { excludedStaff } from './excluded-staff.ts'
import { hasOtherSupervisor, otherSupervisors } from './other-supervisors.ts'

function colleague(number: number, changes: object = {}) {
  const fields = { name: 'Wu', roles: ['supervisor'], state: 'active', ...changes }
  return [staff, { ...staff.read(fieldsAsJson(fields)), id: idOf(number) }] as const
}

function keptOut(number: number, changes: object = {}) {
  const named = { familyId: ids.family, staffId: idOf(number), ground: 'accused', since: today }
  const record = excludedStaff.read(fieldsAsJson({ ...named, ...changes }))
  return [excludedStaff, { ...record, id: idOf(700 + number) }] as const
}

function other(...records: Parameters<typeof foundWith>[0]) {
  return hasOtherSupervisor(foundWith(records), { actorId: idOf(3), familyId: ids.family })
}

describe('another supervisor who could decide [SUP-3]', () => {
  it('is active, a supervisor and somebody else', () => {
    expect(other(colleague(3), colleague(4))).toBe(true)
    expect(other(colleague(3))).toBe(false)
    expect(other(colleague(4, { state: 'suspended' }))).toBe(false)
    expect(other(colleague(4, { roles: ['socialWorker'] }))).toBe(false)
  })

  it('is nobody who has to stay out of the family', () => {
    expect(other(colleague(4), keptOut(4))).toBe(false)
    expect(other(colleague(4), colleague(5), keptOut(4))).toBe(true)
    expect(other(colleague(4), keptOut(4, { state: 'lifted' }))).toBe(true)
    expect(other(colleague(4), keptOut(4, { familyId: idOf(99) }))).toBe(true)
  })

  it('is nobody who wrote the words too: two who both wrote do not wait for each other for ever', () => {
    const records = [colleague(3), colleague(4)]
    const deciding = { actorId: idOf(3), familyId: ids.family }
    const writers = [idOf(3), idOf(4)]
    expect(hasOtherSupervisor(foundWith(records), { ...deciding, writers })).toBe(false)
    const third = foundWith([...records, colleague(5)])
    expect(hasOtherSupervisor(third, { ...deciding, writers })).toBe(true)
  })

  it('is named one by one, in the family and in what is about no single one', () => {
    const all = [3, 4, 5].map((number) => colleague(number)[1])
    const named = (familyId: string | null) =>
      otherSupervisors(all, [keptOut(4)[1]], { actorId: idOf(3), familyId }).map(({ id }) => id)
    expect(named(ids.family)).toEqual([idOf(5)])
    expect(named(null)).toEqual([idOf(4), idOf(5)])
  })
})
