import { expect, it } from 'vitest'
import { writeList } from './write-list.ts'

it('joins as the language does, and in Chinese with 、 where a thing has a 和 of its own', () => {
  expect(writeList(['妈妈', '奶奶'], 'zh-CN')).toBe('妈妈和奶奶')
  expect(writeList(['朋友', '好玩的', '村里'], 'zh-CN')).toBe('朋友、好玩的和村里')
  expect(writeList(['身体和吃饭', '好玩的'], 'zh-CN')).toBe('身体和吃饭、好玩的')
  expect(writeList(['school', 'friends', 'food'], 'en')).toBe('school, friends, and food')
  expect(writeList([], 'zh-CN')).toBe('')
})
