import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSav } from './cases/read-sav.ts'
import { savSeconds, type SavFile, type SavNumber, type SavVariable } from './sav-file.ts'
import { writeSav } from './write-sav.ts'

const madeAt = '2026-11-22T08:09:10.000Z'

function item(name: string): SavNumber {
  return {
    type: 'number',
    name,
    label: '想爸爸妈妈的时候，我会主动打电话',
    measure: 'ordinal',
    decimals: 0,
    valueLabels: [
      { value: 1, label: '从不' },
      { value: 5, label: '总是' },
      { value: -9, label: '未作答' },
    ],
    missing: [-9, -8],
  }
}

function text(name: string): SavVariable {
  return { type: 'text', name, label: '' }
}

function write(variables: readonly SavVariable[], rows: SavFile['rows']) {
  return writeSav({ title: '前测', madeAt, variables, rows })
}

function read(variables: readonly SavVariable[], rows: SavFile['rows']) {
  const outcome = write(variables, rows)
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  return readSav(outcome.value)
}

describe('what is written can be read again', () => {
  test('labels, missing codes, long and Chinese names come back', () => {
    const file = read(
      [item('想念与联系_前测'), item('a_name_longer_than_eight_letters')],
      [[1, -9]],
    )
    expect(file.variables.map(({ name }) => name)).toEqual([
      '想念与联系_前测',
      'a_name_longer_than_eight_letters',
    ])
    expect(file.variables[0]).toMatchObject({
      label: '想爸爸妈妈的时候，我会主动打电话',
      missing: [-9, -8],
    })
    expect(Object.fromEntries(file.variables[0]?.labels ?? [])).toEqual({
      1: '从不',
      5: '总是',
      '-9': '未作答',
    })
    expect(file.rows).toEqual([[1, -9]])
  })

  test('a missing answer is the missing value and never 0', () => {
    expect(read([item('a'), item('b'), item('c')], [[null, 0, null]]).rows).toEqual([
      [null, 0, null],
    ])
  })

  test('a day is counted as SPSS counts it, leap days too', () => {
    const day: SavVariable = { type: 'day', name: 'day', label: '' }
    expect(read([day], [['2024-02-29'], [null]]).rows).toEqual([[13_928_544_000], [null]])
    expect(savSeconds('1582-10-14')).toBe(0)
  })

  test('a label that is too long is cut at a whole character', () => {
    const long = { ...item('a'), label: '家'.repeat(200) }
    expect(read([long], []).variables[0]?.label).toBe('家'.repeat(85))
  })

  test.each([
    255, 256, 504, 505, 510, 760, 4_000,
  ])('a text of %i bytes comes back whole', (size) => {
    const long = `${'家'.repeat(Math.floor(size / 3))}${'x'.repeat(size % 3)}`
    expect(
      read(
        [text('t'), item('a')],
        [
          [long, 3],
          ['', -9],
        ],
      ).rows,
    ).toEqual([
      [long, 3],
      ['', -9],
    ])
  })

  test('any numbers and texts, in any number of rows', () => {
    const value = fc.option(
      fc.oneof(
        fc.integer({ min: -200, max: 300 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    )
    const word = fc.option(fc.string({ unit: 'grapheme', maxLength: 20 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(value, word, value)), (rows) => {
        const file = read([item('a'), text('t'), item('b')], rows)
        expect(file.rowsPromised).toBe(rows.length)
        expect(file.rows).toEqual(
          rows.map(([first, middle, last]) => [first, (middle ?? '').trimEnd(), last]),
        )
      }),
    )
  })
})

describe('what would be lost is refused', () => {
  test.each([
    ['no variable', [], [], 'SavNoVariables'],
    ['a name that begins with a digit', [item('1a')], [], 'SavBadName'],
    ['a word of the SPSS language', [item('With')], [], 'SavBadName'],
    ['a name of more than 64 bytes', [item('想'.repeat(22))], [], 'SavBadName'],
    ['two names that differ in case only', [item('Score'), item('score')], [], 'SavNameTwice'],
    [
      'a fourth missing code',
      [{ ...item('a'), missing: [-6, -7, -8, -9] }],
      [],
      'SavTooManyMissingCodes',
    ],
    ['a row that is too short', [item('a'), item('b')], [[1]], 'SavRowLength'],
    ['a text of more than 32,767 bytes', [text('t')], [['家'.repeat(10_923)]], 'SavTextTooLong'],
    ['a text among numbers', [item('a')], [['3']], 'SavBadValue'],
    ['a number that is none', [item('a')], [[Number.NaN]], 'SavBadValue'],
    [
      'a day that is none',
      [{ type: 'day', name: 'd', label: '' }],
      [['2026-13-01']],
      'SavBadValue',
    ],
  ] as const)('%s', (_what, variables, rows, id) => {
    expect(write(variables, rows)).toMatchObject({ ok: false, refusal: { id } })
  })
})
