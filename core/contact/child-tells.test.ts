import { describe, expect, it } from 'vitest'
import { type ChildSays, nextChildStep, stepBack } from './child-tells.ts'

const adultId = 'somebody'
const began: ChildSays = { adultId, startedBy: 'child', reached: true }
const how: ChildSays = { ...began, channel: 'videoCall' }

describe('a child who tells of a contact [CON-10]', () => {
  it('is asked one thing after the other', () => {
    expect([null, { adultId }, began, how, { ...how, adultTone: 4 }].map(nextChildStep)).toEqual([
      'who',
      'began',
      'how',
      'tone',
      'done',
    ])
  })

  it('may pass over how it sounded', () => {
    expect(nextChildStep({ ...how, adultTone: null })).toBe('done')
  })

  it('is asked nothing more when nobody answered', () => {
    expect(nextChildStep({ adultId, startedBy: 'child', reached: false })).toBe('done')
  })

  it('can go back one answer at a time', () => {
    expect(stepBack(how)).toEqual(began)
    expect(stepBack(began)).toEqual({ adultId })
    expect(stepBack({ adultId })).toBeNull()
  })
})
