import { describe, expect, it } from 'vitest'
import { fillUnnamed } from './words.ts'

describe('words about nobody in particular', () => {
  it('carry no mark of a name', () => {
    expect(fillUnnamed('{child}会主动联系{parent}。', 'zh-CN')).toBe('孩子会主动联系家长。')
    expect(fillUnnamed('{child} calls {parent} first.', 'en')).toBe(
      'The child calls the parent first.',
    )
    expect(fillUnnamed('no mark at all', 'en')).toBe('no mark at all')
  })
})
