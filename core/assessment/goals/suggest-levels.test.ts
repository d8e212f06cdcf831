import { describe, expect, it } from 'vitest'
import { checkLevels } from './check-levels.ts'
import { suggestLevels } from './suggest-levels.ts'

function rowOf(...given: Parameters<typeof suggestLevels>) {
  const found = suggestLevels(...given)
  return found === null ? null : Object.values(found.levels)
}

describe('five levels to begin from [GOA-3]', () => {
  it.each([
    [
      '每周0次',
      '每周主动联系4次',
      [
        '每周主动联系0次',
        '每周主动联系1–3次',
        '每周主动联系4次',
        '每周主动联系5–6次',
        '每周主动联系至少7次',
      ],
    ],
    [
      'never',
      'three calls a week',
      [
        '0 calls a week',
        '1–2 calls a week',
        'three calls a week',
        '4 calls a week',
        'at least 5 calls a week',
      ],
    ],
    [
      '每周吵8次',
      '每周吵3次',
      ['每周吵至少8次', '每周吵4–7次', '每周吵3次', '每周吵2次', '每周吵0–1次'],
    ],
  ])('run from where they stand over what is hoped for: %s → %s', (baseline, aim, levels) => {
    expect(rowOf(baseline, aim)).toEqual(levels)
  })

  it('begin from the figure of the record where there is one', () => {
    expect(
      rowOf('每周 0.5 次（联系记录，2026-03-01）', '每周2次', { value: 0.5, days: 7 })?.slice(0, 3),
    ).toEqual(['每周0–1次', '', '每周2次'])
    const three = rowOf('每周 0.8 次', '每周至少3次', { value: 0.8, days: 7 })
    expect(three?.slice(0, 3)).toEqual(['每周0–1次', '每周2次', '每周至少3次'])
    const fewer = rowOf('每周吵 8.5 次', '每周吵3次', { value: 8.5, days: 7 })
    expect(fewer?.slice(0, 2)).toEqual(['每周吵至少8次', '每周吵4–7次'])
    expect(rowOf('每周 0.5 次', '每月4次', { value: 0.5, days: 7 })?.[1]).toBe('')
  })

  it('leave a level empty where no value is left for it, and never guess a number', () => {
    expect(rowOf('每周0次', '每周1次')?.[1]).toBe('')
    expect(rowOf('想起来才打', '约好固定的时间')).toEqual([
      '想起来才打',
      '',
      '约好固定的时间',
      '',
      '',
    ])
    expect(rowOf('每月2次', '每周2次')).toEqual(['每月2次', '', '每周2次', '', ''])
    expect(rowOf('每周2次', '每周2次')).toEqual(['每周2次', '', '每周2次', '', ''])
    expect(suggestLevels('每周2次', ' ')).toBeNull()
  })

  it('pass their own check: nothing overlaps, nothing is missing between them', () => {
    for (const start of [0, 1, 2, 5, 9])
      for (const aim of [2, 3, 4, 7]) {
        const found = suggestLevels(`每周${start}次`, `每周${aim}次`)
        if (found === null || !found.counted) continue
        const wrong = checkLevels(found.levels).filter(({ id }) => id !== 'empty')
        expect([start, aim, wrong]).toEqual([start, aim, []])
      }
  })
})
