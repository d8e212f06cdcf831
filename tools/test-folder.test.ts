import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withTestFolder } from './test-folder.mjs'

describe('the folder of a test run', () => {
  test('can be used by an unprivileged PostgreSQL', () => {
    expect(withTestFolder((folder) => statSync(folder).mode & 0o1777)).toBe(0o1777)
  })

  test('is gone afterwards', () => {
    const folder = withTestFolder((place) => {
      writeFileSync(join(place, 'a'), '1')
      return place
    })
    expect(existsSync(folder)).toBe(false)
  })

  test('is gone after a run that threw', () => {
    let place = ''
    const run = () =>
      withTestFolder((folder) => {
        place = folder
        throw new Error('broken run')
      })
    expect(run).toThrow('broken run')
    expect(existsSync(place)).toBe(false)
  })
})
