import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLabel } from './break-label.ts'

describe('breakLabel', () => {
  it('breaks a Chinese question before a letter, never before its closing mark', () => {
    expect(breakLabel('你愿意再来参加小组吗？', 10)).toBe('你愿意再来参加小组\n吗？')
    expect(breakLabel('孩子（小明）说了什么。', 5)).toBe('孩子（小\n明）说了什\n么。')
    expect(breakLabel('“体重”：各组的平均变化', 5)).toBe('“体重”：\n各组的平均\n变化')
  })

  it('keeps words and numbers whole', () => {
    expect(breakLabel('Attention to the child (n = 26)', 8)).toBe(
      'Attention to\nthe child\n(n = 26)',
    )
    expect(breakLabel('Cont', 2)).toBe('Cont')
  })

  it('leaves a short name as it is', () => {
    expect(breakLabel('Z-01  前测', 11)).toBe('Z-01  前测')
    expect(breakLabel('', 5)).toBe('')
  })

  it('loses no letter, and no line begins with a closing mark or ends with an opening one', () => {
    const letters = fc.constantFrom(...'你我他，。？！）（“”、 ab1%'.split(''))
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 40 }),
        fc.integer({ min: 3, max: 12 }),
        (all, most) => {
          const text = `你${all.join('')}`
          const lines = breakLabel(text, most).split('\n')
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。？！）”、%]/)
          for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（“]$/)
        },
      ),
    )
  })
})
