import { expect, test } from 'vitest'
import { readSerialDate } from './excel-date.ts'
import { meaningOfBuiltIn, meaningOfCode } from './number-format.ts'
import { columnLetters, readCellReference } from './column-letters.ts'

test.each([
  ['yyyy-mm-dd', 'date'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
  ['[$-804]aaaa;@', 'date'],
  ['m/d', 'date'],
  ['m"月"', 'date'],
  ['d-mmm-yy h:mm', 'date'],
  ['h:mm:ss', 'time'],
  ['上午/下午h"时"mm"分"', 'time'],
  ['[h]:mm', 'number'],
  ['General', 'number'],
  ['0.00', 'number'],
  ['0.00E+00', 'number'],
  ['[Red]-0.0;[Green]0.0', 'number'],
  ['_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ', 'number'],
  ['0"day"', 'number'],
  ['0\\d', 'number'],
  ['@', 'number'],
])('the format %s means a %s', (code, meaning) => {
  expect(meaningOfCode(code)).toBe(meaning)
})

test('built-in formats, the Chinese ones included, are known by number', () => {
  const dates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
  const times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]
  for (let id = 0; id < 100; id += 1) {
    const meaning = dates.includes(id) ? 'date' : times.includes(id) ? 'time' : 'number'
    expect([id, meaningOfBuiltIn(id)]).toEqual([id, meaning])
  }
})

test('serial numbers are the days Excel shows, without its 29 February 1900', () => {
  expect(readSerialDate(1, false)).toEqual({ date: '1900-01-01' })
  expect(readSerialDate(59, false)).toEqual({ date: '1900-02-28' })
  expect(readSerialDate(60, false)).toBeUndefined()
  expect(readSerialDate(61, false)).toEqual({ date: '1900-03-01' })
  expect(readSerialDate(42_067, false)).toEqual({ date: '2015-03-04' })
  expect(readSerialDate(40_605, true)).toEqual({ date: '2015-03-04' })
  expect(readSerialDate(42_067.999_999_9, false)).toEqual({ date: '2015-03-05' })
  expect(readSerialDate(42_067.5, false)).toEqual({ date: '2015-03-04', time: '12:00:00' })
  for (const impossible of [0, -1, 2_958_466, 1e300]) {
    expect(readSerialDate(impossible, false)).toBeUndefined()
  }
})

test('columns are named as the program names them', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnLetters)).toEqual(
    'A Z AA AZ BA ZZ AAA XFD'.split(' '),
  )
  for (let column = 1; column <= 16_384; column += 97) {
    expect(readCellReference(`${columnLetters(column)}9`)).toEqual({ row: 9, column })
  }
  for (const wrong of ['A0', 'XFE1', 'A1048577', '1A', 'A', '', 'a1', 'A1 ']) {
    expect(readCellReference(wrong)).toBeUndefined()
  }
})
