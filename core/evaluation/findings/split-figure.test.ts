import { expect, test } from 'vitest'
import { writeGuardedCsv } from '../../inquiry/guarded-csv.ts'
import { wordingIn } from '../cases/group-world.ts'
import { listRows } from './finding.ts'
import { readNumber, splitFigure } from './split-figure.ts'

test.each([
  ['+0.11 [\u22120.02, +0.24]', [0.11, -0.02, 0.24, '']],
  ['+0.11 [\u22120.02, +0.24] (n = 7)', [0.11, -0.02, 0.24, '(n = 7)']],
  ['mean change +2.00 [1.00, 3.00], n = 5', [2, 1, 3, 'mean change, n = 5']],
  ['[\u22120.16, +0.38]', [null, -0.16, 0.38, '']],
  ['7', [7, null, null, '']],
  ['71%', [71, null, null, '%']],
  ['2.10 [1.00, 3.20]; t = 2.10, p = 0.031', [2.1, 1, 3.2, 't = 2.10, p = 0.031']],
  ['F(2, 30) = 1.20, p = 0.310', [null, null, null, 'F(2, 30) = 1.20, p = 0.310']],
  ['\u22122: 0, \u22121: 1', [null, null, null, '\u22122: 0, \u22121: 1']],
  ['–', [null, null, null, '–']],
])('%s is taken apart for a table file', (value, parts) => {
  expect(splitFigure(value)).toEqual(parts)
})

test('codes and dates are not numbers', () => {
  expect(['Z-01', '2026-11-22', '+1', '\u22122', null].map(readNumber)).toEqual([
    'Z-01',
    '2026-11-22',
    1,
    -2,
    null,
  ])
})

test('a table file of an answer holds its figures as numbers, none behind an apostrophe; words stay guarded [R07]', () => {
  const finding = {
    id: 'x',
    title: '=1+1',
    charts: [],
    sentence: 's',
    notes: [],
    figures: [{ label: 'a', value: '+0.11 [\u22120.02, +0.24]', method: null }],
    tables: [
      {
        name: 't',
        caption: 'c',
        columns: [
          { label: 'code', numeric: false },
          { label: 'level', numeric: true },
        ],
        rows: [['0012', '+1']],
      },
    ],
  }
  const csv = writeGuardedCsv(listRows(finding, wordingIn('en')))
  expect(csv).toContain('a,0.11,-0.02,0.24,,,')
  expect(csv).toContain('0012,1\r\n')
  expect(csv).toContain("'=1+1")
})
