import { describe, expect, it } from 'vitest'
import type { LocalEntry } from '../../core/sync/device.ts'
import { makeShelf } from './shelf.ts'

function entry(id: string, fields: LocalEntry['fields'], removed = false): LocalEntry {
  const bare = { kind: 'person', scope: 'agency', position: 0, version: 1 }
  return { ...bare, id, fields, removed, conflicts: [], trail: [], unsent: false }
}

describe('a shelf', () => {
  const filled = () => {
    const shelf = makeShelf(['familyId', 'role'])
    shelf.put(entry('one', { familyId: 'a', role: 'child', note: 'x' }))
    shelf.put(entry('two', { familyId: 'a', role: 'parent', note: 'x' }))
    shelf.put(entry('three', { familyId: 'b', role: 'child', note: 'y' }))
    return shelf
  }
  const found = (shelf: ReturnType<typeof filled>, where: Record<string, string>) =>
    shelf.find(where).map(({ id }) => id)

  it('finds by several columns, by other fields, by id and without a condition', () => {
    const shelf = filled()
    expect(found(shelf, { familyId: 'a', role: 'child' })).toEqual(['one'])
    expect(found(shelf, { note: 'x' })).toEqual(['one', 'two'])
    expect(found(shelf, { familyId: 'a', note: 'y' })).toEqual([])
    expect(found(shelf, { id: 'two', familyId: 'a' })).toEqual(['two'])
    expect(found(shelf, { id: 'two', familyId: 'b' })).toEqual([])
    expect(found(shelf, {})).toEqual(['one', 'two', 'three'])
    expect(found(shelf, { familyId: 'nobody' })).toEqual([])
  })

  it('follows a record to its new value, and forgets one that is dropped', () => {
    const shelf = filled()
    expect(found(shelf, { familyId: 'b' })).toEqual(['three'])
    shelf.put(entry('one', { familyId: 'b', role: 'child', note: 'x' }))
    expect(found(shelf, { familyId: 'a' })).toEqual(['two'])
    expect(found(shelf, { familyId: 'b' })).toEqual(['three', 'one'])
    shelf.drop('three')
    expect(found(shelf, { familyId: 'b' })).toEqual(['one'])
  })

  it('finds nothing that was removed', () => {
    const shelf = filled()
    expect(found(shelf, { familyId: 'a' })).toEqual(['one', 'two'])
    shelf.put(entry('one', { familyId: 'a', role: 'child' }, true))
    expect(found(shelf, { familyId: 'a' })).toEqual(['two'])
  })
})
