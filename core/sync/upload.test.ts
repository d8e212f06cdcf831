import { expect, test } from 'vitest'
import { countParts, listMissingParts, partBytes, sizeOfPart } from './upload.ts'

test('a file goes into parts of one size and a rest, and what has not arrived is named [S18]', () => {
  const size = 2 * partBytes + 5
  expect(countParts(size)).toBe(3)
  expect([0, 1, 2, 3].map((number) => sizeOfPart(size, number))).toEqual([
    partBytes,
    partBytes,
    5,
    null,
  ])
  expect([-1, 0.5, Number.NaN].map((number) => sizeOfPart(size, number))).toEqual([
    null,
    null,
    null,
  ])
  expect([countParts(partBytes), sizeOfPart(partBytes, 1)]).toEqual([1, null])
  expect(listMissingParts(size, [1])).toEqual([0, 2])
  expect(listMissingParts(size, [2, 0, 1, 1])).toEqual([])
})
