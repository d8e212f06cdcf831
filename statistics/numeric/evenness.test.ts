import { describe, expect, it } from 'vitest'
import { evennessOf } from './evenness.ts'

describe('evenness', () => {
  it('is one when all kinds occur alike, however many do not occur', () => {
    expect(evennessOf([4, 4, 4, 0, 0])).toBeCloseTo(1, 12)
  })

  it('agrees with the entropy worked out by hand', () => {
    // H of 3/4 and 1/4 is 0.562335 nats; ln 2 is 0.693147.
    expect(evennessOf([3, 1])).toBeCloseTo(0.8112781245, 9)
  })

  it('says nothing of one kind alone', () => {
    expect(evennessOf([7])).toBeNull()
    expect(evennessOf([])).toBeNull()
  })
})
