import { describe, expect, it } from 'vitest'
import { draftInstrument } from '../cases/sheet-world.ts'
import { readOptionLines } from '../option-lines.ts'
import { refuseBrokenScale } from '../check-scale.ts'
import {
  addItem,
  addSection,
  changeItem,
  changeKind,
  copyItem,
  moveItem,
  removeItem,
  removeSection,
  renameItem,
  responseKinds,
  takeItems,
} from './edit-items.ts'
import { nextVersion, startInstrument } from './start-instrument.ts'

const ids = (shown: {
  readonly items: readonly { readonly id: string; readonly number: number }[]
}) => shown.items.map(({ id, number }) => `${number} ${id}`)

const two = draftInstrument()
const hanging = changeItem(two, 'q2', {
  showIf: [[{ item: 'q1', is: 'more', value: 2 }]],
  constraint: {
    holds: [[{ item: 'q1', is: 'equal', value: 5 }], [{ item: 'q2', is: 'less', value: 4 }]],
    message: { 'zh-CN': '', en: '' },
  },
})

describe('editing a questionnaire', () => {
  it.each(responseKinds)('adds an item that can be answered at once: %s', (kind) => {
    const begun = { ...startInstrument(), title: { 'zh-CN': '新', en: '' } }
    expect(refuseBrokenScale(addItem(begun, kind, null))).toBeNull()
    const after = addItem(two, kind, 'q1')
    expect(ids(after)).toEqual(['1 q1', '2 q3', '3 q2'])
  })

  it('takes over the options of the item before', () => {
    expect(addItem(two, 'choice', 'q1').items[1]?.response).toEqual({ kind: 'choice', set: 'five' })
  })

  it('moves by one place and numbers anew; at the ends nothing moves', () => {
    expect(ids(moveItem(two, 'q2', -1))).toEqual(['1 q2', '2 q1'])
    expect(moveItem(two, 'q1', -1)).toBe(two)
  })

  it('removes an item from conditions and scales too, so that nothing speaks of what is gone', () => {
    const left = removeItem(hanging, 'q1')
    expect(left.items).toMatchObject([
      { id: 'q2', number: 1, showIf: null, constraint: { holds: [[{ item: 'q2' }]] } },
    ])
    expect(left.subscales[0]?.items).toEqual(['q2'])
    expect(removeItem(left, 'q2').subscales).toEqual([])
  })

  it('renames an item everywhere', () => {
    const renamed = renameItem(hanging, 'q1', 'talk-often')
    expect(renamed.subscales[0]?.items).toEqual(['talk-often', 'q2'])
    expect(renamed.items[1]?.showIf?.[0]?.[0]?.item).toBe('talk-often')
    expect(refuseBrokenScale(renamed)).toBeNull()
  })

  it('lets an item that is no longer scored leave its scale', () => {
    const changed = changeKind(changeItem(two, 'q2', { reversed: true }), 'q2', 'text')
    expect(changed.subscales[0]?.items).toEqual(['q1'])
    expect(refuseBrokenScale(changed)).toBeNull()
  })

  it('takes items of another questionnaire with their options, under ids of their own', () => {
    const other = draftInstrument({
      responseSets: [{ id: 'five', min: 0, max: 3 }],
      items: [
        { id: 'q1', number: 7, text: { en: 'Theirs' }, response: { kind: 'choice', set: 'five' } },
      ],
      subscales: [],
    })
    const taken = takeItems(two, other, ['q1', 'nowhere'])
    expect(taken.items[2]).toMatchObject({
      id: 'q3',
      number: 3,
      text: { en: 'Theirs' },
      response: { set: 'set1' },
    })
    expect(takeItems(two, two, ['q1']).responseSets).toHaveLength(1)
    expect(refuseBrokenScale(taken)).toBeNull()
  })

  it('copies an item after itself, and gives the questions of a section back when it goes', () => {
    expect(ids(copyItem(two, 'q1'))).toEqual(['1 q1', '2 q3', '3 q2'])
    const parted = changeItem(addSection(two), 'q1', { section: 'part1' })
    expect(removeSection(parted, 'part1')).toEqual(two)
  })

  it('an option keeps its picture and its name in another tool while its words are rewritten (INQ-21)', () => {
    const known = [
      { value: 1, label: { 'zh-CN': '', en: 'Foot' }, name: 'foot', picture: 'map' as const },
    ]
    const read = readOptionLines('1 | 走路 | On foot\n2 | 坐车 | Bus', known)
    expect(read.ok && read.value).toMatchObject([
      { name: 'foot', picture: 'map', label: { en: 'On foot' } },
      { name: '', picture: null },
    ])
  })

  it('counts versions on', () => {
    expect(nextVersion('1', [])).toBe('2')
    expect(nextVersion('1.9', ['1.10'])).toBe('1.11')
    expect(nextVersion('revised', [])).toBe('revised-2')
  })
})
