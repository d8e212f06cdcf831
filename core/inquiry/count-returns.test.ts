import { describe, expect, it } from 'vitest'
import { countModes, countReturns, readHandedOut, writeHandedOut } from './count-returns.ts'

const sheet = (groupLabel: string, respondentCode: string) => ({ groupLabel, respondentCode })

describe('who answered a survey by codes [INQ-41]', () => {
  const sheets = [
    sheet('青山小学', 'a1'),
    sheet('青山小学', 'a1'),
    sheet('青山小学', 'a2'),
    sheet('河口村', 'b1'),
  ]

  it('counts each code once, by school or village, also where nobody answered', () => {
    const handedOut = [
      { label: '青山小学', count: 4 },
      { label: '河口村', count: 2 },
      { label: '北坡村', count: 4 },
    ]
    const { lines, whole } = countReturns({ handedOut }, sheets)
    expect(lines.map(({ label, returned, rate }) => [label, returned, rate])).toEqual(
      expect.arrayContaining([
        ['青山小学', 2, 0.5],
        ['河口村', 1, 0.5],
        ['北坡村', 0, 0],
      ]),
    )
    expect(whole).toMatchObject({ handedOut: 10, returned: 3, rate: 0.3 })
  })

  it('tells no rate where it is not known how many were handed out, nor one above all', () => {
    expect(countReturns({ handedOut: [] }, sheets).whole.rate).toBeNull()
    const some = countReturns({ handedOut: [{ label: '青山小学', count: 1 }] }, sheets)
    expect(some.lines.map(({ rate }) => rate)).toEqual([null, null])
    expect(some.whole.handedOut).toBeNull()
  })

  it('takes one number for all', () => {
    expect(countReturns({ handedOut: [{ label: '', count: 6 }] }, sheets).whole.rate).toBe(0.5)
  })

  it('is typed a line per school and read back', () => {
    const read = readHandedOut('青山小学三（1）班，42份\n 河口村 30 \n\n北坡村：7')
    expect(read).toEqual([
      { label: '青山小学三（1）班', count: 42 },
      { label: '河口村', count: 30 },
      { label: '北坡村', count: 7 },
    ])
    expect(readHandedOut(writeHandedOut(read ?? []))).toEqual(read)
    expect(readHandedOut('120')).toEqual([{ label: '', count: 120 }])
    expect(readHandedOut('青山小学 若干')).toBeNull()
    expect(readHandedOut('青山小学 0')).toBeNull()
  })

  it('tells which way the sheets came', () => {
    expect(countModes(['paper', 'familyLink', 'familyLink'])).toEqual([
      { mode: 'familyLink', count: 2 },
      { mode: 'paper', count: 1 },
    ])
  })
})
