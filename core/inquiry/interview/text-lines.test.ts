import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPoints, pointAt, slicePoints, unitAt } from './code-points.ts'
import { firstKeys, keyBetween, keysAfter } from './line-keys.ts'
import { listSpeakers, readLine, writeSeconds } from './read-line.ts'
import { joinLines, layOutLines, placeAt, splitLines, textBetween } from './text-lines.ts'

describe('positions in a text', () => {
  it('count a Han character of four bytes and an emoji as one [INQ-32]', () => {
    const text = '𠮷祥😀物a'
    expect(countPoints(text)).toBe(5)
    expect(slicePoints(text, 0, 1)).toBe('𠮷')
    expect(slicePoints(text, 2, 4)).toBe('😀物')
    expect(unitAt(text, 3)).toBe(5)
    expect(pointAt(text, 5)).toBe(3)
    expect(pointAt(text, 4)).toBe(2)
  })

  it('cut a text as its list of characters is cut [INQ-32]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), fc.nat(30), (text, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        expect(slicePoints(text, from, to)).toBe(Array.from(text).slice(from, to).join(''))
        expect(countPoints(text)).toBe(Array.from(text).length)
        const within = Math.min(from, countPoints(text))
        expect(pointAt(text, unitAt(text, within))).toBe(within)
      }),
    )
  })
})

describe('lines of a transcript', () => {
  it('make the text they were split from [INQ-32]', () => {
    const lines = layOutLines({ k0002: '二', k0001: '𠮷一', k0003: '' })
    expect(joinLines(lines)).toBe('𠮷一\n二\n')
    expect(lines.map(({ start }) => start)).toEqual([0, 3, 5])
    expect(textBetween(lines, 1, 4)).toBe('一\n二')
    expect(splitLines('\uFEFFa\r\nb\rc\nd')).toEqual(['a', 'b', 'c', 'd'])
  })

  it('find every position of the whole again, at line ends too [INQ-32]', () => {
    const lines = layOutLines({ k0001: '一二', k0002: '', k0003: '三' })
    expect([0, 1, 2, 3, 4, 5, 6].map((at) => placeAt(lines, at))).toEqual([
      { line: 'k0001', at: 0 },
      { line: 'k0001', at: 1 },
      { line: 'k0001', at: 2 },
      { line: 'k0002', at: 0 },
      { line: 'k0003', at: 0 },
      { line: 'k0003', at: 1 },
      null,
    ])
  })

  it('have room between them, again and again', () => {
    const [first = '', second = ''] = firstKeys(2)
    let [low, high] = [first, second]
    for (let turn = 0; turn < 60; turn += 1) {
      const key = keyBetween(low, high)
      expect(low < key && key < high).toBe(true)
      if (turn % 2 === 0) low = key
      else high = key
    }
    expect(keyBetween(null, first) < first).toBe(true)
    expect(keysAfter(`${second}i`, 2)).toEqual(['k0003', 'k0004'])
    expect(firstKeys(50_000)).toEqual([...firstKeys(50_000)].sort())
  })
})

describe('a typed line', () => {
  it.each([
    ['[00:12] 社工：你好', 12, '社工', '你好'],
    ['（01:02:03）孩子: 嗯', 3723, '孩子', '嗯'],
    ['妈妈：想他', null, '妈妈', '想他'],
    ['00:07 Worker: hello', 7, 'Worker', 'hello'],
    ['[2.30] 奶奶：饭在锅里', 150, '奶奶', '饭在锅里'],
    ['他后来说，老师讲：别哭', null, '', '他后来说，老师讲：别哭'],
    ['2.5 公里的路', null, '', '2.5 公里的路'],
    ['（沉默）', null, '', '（沉默）'],
  ])('%s', (text, seconds, speaker, words) => {
    const read = readLine(text)
    expect([read.seconds, read.speaker, slicePoints(text, read.wordsFrom, 999)]).toEqual([
      seconds,
      speaker,
      words,
    ])
  })

  it('tells who speaks how much', () => {
    const lines = layOutLines({ k0001: '社工：好吗', k0002: '孩子：好', k0003: '社工：嗯' })
    expect(listSpeakers(lines)).toEqual([
      { speaker: '社工', lines: 2, points: 3 },
      { speaker: '孩子', lines: 1, points: 1 },
    ])
    expect([writeSeconds(75), writeSeconds(3723)]).toEqual(['01:15', '1:02:03'])
  })
})
