import { describe, expect, it } from 'vitest'
import { readInstrument } from './cases/read-instruments.ts'
import { compareMirrors } from './compare-mirrors.ts'
import { fillNames } from './words.ts'

const child = readInstrument('kiteline-child')
const parent = readInstrument('kiteline-parent')

describe('two views of the same pair', () => {
  it('shows where child and parent see it differently, reversed items turned (INQ-9)', () => {
    const compared = compareMirrors(
      { instrument: child, answers: { gentle: 2, frightening: 4, weekly: 5 } },
      { instrument: parent, answers: { gentle: 5, frightening: 1, weekly: 5, laugh: 3 } },
    )
    expect(
      compared.pairs.map((pair) => [pair.itemId, pair.own, pair.other, pair.difference]),
    ).toEqual([
      ['weekly', 5, 5, 0],
      ['gentle', 2, 5, -3],
      ['frightening', 2, 5, -3],
    ])
    expect(compared.meanDistance).toBe(2)
    expect(compared.perTag).toEqual([
      { tag: 'initiative', meanDistance: 0, count: 1 },
      { tag: 'tone', meanDistance: 3, count: 2 },
    ])
    expect(compared.unanswered).toBe(parent.items.length - 3)
  })

  it('has no distance where nobody answered the same question', () => {
    const compared = compareMirrors(
      { instrument: child, answers: { gentle: 2 } },
      { instrument: parent, answers: {} },
    )
    expect(compared).toMatchObject({ pairs: [], meanDistance: null, perTag: [] })
  })

  it('speaks of the parent by the name used at home', () => {
    const text = child.items[0]?.text?.['zh-CN'] ?? ''
    expect(fillNames(text, { parent: '妈妈' })).toBe('我会主动联系妈妈。')
    expect(fillNames(text, {})).toBe(text)
  })
})
