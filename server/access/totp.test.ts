import { expect, test } from 'vitest'
import { factorAddress, findStep, makeFactorSecret, numberAt, stepAt } from './totp.ts'

// RFC 6238, appendix B: the ASCII key "12345678901234567890"; its eight digits end in our six.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('[R33] at second %i the number is %s', (second, number) => {
  expect(numberAt(secret, stepAt(second * 1000))).toBe(number)
  expect(findStep(secret, number, second * 1000, 0)).toBe(Math.floor(second / 30))
})

test('[R33] one step to either side is taken, two are not; a step that was used is not taken again', () => {
  const now = 1_234_567_890_000
  const step = stepAt(now)
  const taken = [-2, -1, 0, 1, 2].map((around) =>
    findStep(secret, numberAt(secret, step + around), now, 0),
  )
  expect(taken).toEqual([null, step - 1, step, step + 1, null])
  expect(findStep(secret, numberAt(secret, step), now, step)).toBeNull()
  expect(findStep(secret, numberAt(secret, step - 1), now, step)).toBeNull()
})

test.each(['', '28708', '2870822', '28708x'])('%j is no number', (typed) => {
  expect(findStep(secret, typed.length > 6 ? typed.slice(1) : typed, 59_000, 0)).toBeNull()
})

test('[R48] a secret has 160 bits, in the letters that apps take, and no two are alike', () => {
  const made = new Set(Array.from({ length: 50 }, makeFactorSecret))
  expect(made.size).toBe(50)
  for (const one of made) expect(one).toMatch(/^[A-Z2-7]{32}$/)
})

test('the address names agency and login name, whatever letters they have', () => {
  const address = new URL(factorAddress(secret, '青苗 社工站', '王静:1'))
  expect(address.searchParams.get('secret')).toBe(secret)
  expect(address.searchParams.get('issuer')).toBe('Kiteline 青苗 社工站')
  expect(decodeURIComponent(address.pathname)).toContain('Kiteline 青苗 社工站:王静:1')
})
