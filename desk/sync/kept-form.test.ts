import { describe, expect, test } from 'vitest'
import type { Json } from '../../core/kit/json.ts'
import { takeOpened } from './kept-form.ts'

const takeWords = (found: Json) => (typeof found === 'string' ? found : null)

describe('words kept on this device [S07]', () => {
  test('come back with what stood there when they were begun, whatever stands there now', () => {
    const kept = { was: 'as opened', is: 'half written' }
    expect(takeOpened(kept, 'of a colleague', takeWords)).toEqual(kept)
  })

  test('of an older program, without their beginning, count as begun from what stands now', () => {
    expect(takeOpened('half written', 'now', takeWords)).toEqual({
      was: 'now',
      is: 'half written',
    })
  })

  test('that no longer fit are left behind', () => {
    expect(takeOpened({ was: 'as opened', is: 7 }, 'now', takeWords)).toBeNull()
    expect(takeOpened(7, 'now', takeWords)).toBeNull()
  })
})
