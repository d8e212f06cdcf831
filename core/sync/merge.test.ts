import { describe, expect, test } from 'vitest'
import { house } from './cases/kinds.ts'
import { diffFields, mergeFields, splitPath, valueAt, withValue } from './merge.ts'

const present = {
  name: 'Z',
  staff: ['a', 'b'],
  marks: { one: 1, two: 2 },
  note: '',
  startsOn: '2026-03-01',
  endsOn: '2026-04-01',
  state: 'open',
  calls: 0,
}

describe('one field [S07]', () => {
  test('read as it stands now: the new value is written', () => {
    const merge = mergeFields(house, present, { name: { from: 'Z', to: 'Y' } })
    expect(merge).toEqual({ fields: { ...present, name: 'Y' }, written: ['name'], offered: [] })
  })

  test('changed by somebody meanwhile: the present value stands and the new one is offered', () => {
    const merge = mergeFields(house, present, { name: { from: 'X', to: 'Y' } })
    expect(merge).toEqual({
      fields: present,
      written: [],
      offered: [{ field: 'name', value: 'Y' }],
    })
  })

  test('already as wanted: nothing to do, whatever it was read as', () => {
    const merge = mergeFields(house, present, { name: { from: 'X', to: 'Z' } })
    expect(merge).toEqual({ fields: present, written: [], offered: [] })
  })

  test('different fields of one record do not meet', () => {
    const merge = mergeFields(house, present, {
      name: { from: 'X', to: 'Y' },
      note: { from: '', to: 'hello' },
    })
    expect(merge.fields).toEqual({ ...present, note: 'hello' })
    expect(merge.offered).toEqual([{ field: 'name', value: 'Y' }])
  })
})

describe('maps', () => {
  test('keys merge one by one: one is written while another is offered', () => {
    const merge = mergeFields(house, present, {
      'marks.one': { from: 1, to: 11 },
      'marks.two': { from: 0, to: 22 },
      'marks.three': { from: null, to: 3 },
    })
    expect(merge.fields['marks']).toEqual({ one: 11, two: 2, three: 3 })
    expect(merge.offered).toEqual([{ field: 'marks.two', value: 22 }])
  })

  test('a key set to null disappears', () => {
    const merge = mergeFields(house, present, { 'marks.one': { from: 1, to: null } })
    expect(merge.fields['marks']).toEqual({ two: 2 })
  })

  test('a key may contain a point; a point in the name of a plain field means nothing', () => {
    expect(splitPath(house, 'marks.a.b')).toEqual({ field: 'marks', key: 'a.b' })
    expect(splitPath(house, 'name.b')).toEqual({ field: 'name.b', key: null })
    expect(valueAt(house, withValue(house, present, 'marks.a.b', 7), 'marks.a.b')).toBe(7)
  })
})

describe('sets', () => {
  test('adding and removing by two people both take effect', () => {
    const one = mergeFields(house, present, { staff: { add: ['c'], remove: ['a'] } })
    const two = mergeFields(house, one.fields, { staff: { add: ['d'], remove: ['b'] } })
    expect(two.fields['staff']).toEqual(['c', 'd'])
    expect(two.offered).toEqual([])
  })

  test('adding what is there and removing what is not changes nothing', () => {
    const merge = mergeFields(house, present, { staff: { add: ['a'], remove: ['z'] } })
    expect(merge.fields['staff']).toEqual(['a', 'b'])
  })
})

describe('fields bound by one rule', () => {
  test('one of them stale: both new values are offered, neither is written', () => {
    const merge = mergeFields(house, present, {
      startsOn: { from: '2026-03-01', to: '2026-05-01' },
      endsOn: { from: '2026-03-31', to: '2026-06-01' },
    })
    expect(merge.fields).toEqual(present)
    expect(merge.offered).toEqual([
      { field: 'startsOn', value: '2026-05-01' },
      { field: 'endsOn', value: '2026-06-01' },
    ])
  })

  test('a sibling that did not change travels along, so that a stale one is noticed', () => {
    const changes = diffFields(house, present, { ...present, endsOn: '2026-05-01' })
    expect(changes).toEqual({
      startsOn: { from: '2026-03-01', to: '2026-03-01' },
      endsOn: { from: '2026-04-01', to: '2026-05-01' },
    })
    const moved = { ...present, startsOn: '2026-04-15', endsOn: '2026-04-20' }
    expect(mergeFields(house, moved, changes).written).toEqual([])
  })
})

describe('what changed between two versions', () => {
  test('is told per field, per key and per name', () => {
    const after = { ...present, name: 'Y', staff: ['b', 'c'], marks: { one: 1, two: 3, new: 4 } }
    expect(diffFields(house, present, after)).toEqual({
      name: { from: 'Z', to: 'Y' },
      staff: { add: ['c'], remove: ['a'] },
      'marks.two': { from: 2, to: 3 },
      'marks.new': { from: null, to: 4 },
    })
  })

  test('is nothing when nothing changed, in whatever order keys stand', () => {
    expect(diffFields(house, present, { ...present, marks: { two: 2, one: 1 } })).toEqual({})
  })

  test('merged into the old version gives the new one', () => {
    const after = { ...present, note: 'n', staff: ['c'], marks: { two: 5 }, startsOn: null }
    const merge = mergeFields(house, present, diffFields(house, present, after))
    expect(merge.fields).toEqual(after)
  })
})
