import { expect, test } from 'vitest'
import { hideNames } from './hide-names.ts'

const people = [
  { familyId: 'a', name: '王小梅' },
  { familyId: 'b', name: '李强' },
  { familyId: 'c', name: 'Mary Chen' },
]
const codes: Record<string, string> = { a: 'Z-001', b: 'Z-002', c: 'Z-003' }
const hide = (text: string): string => hideNames(text, people, (id) => codes[id] ?? '')

test('whole names and given names become the code of the family', () => {
  expect(hide('王小梅主动发言，小梅还帮了李强。')).toBe('Z-001主动发言，Z-001还帮了Z-002。')
  expect(hide('Mary Chen spoke; Mary smiled.')).toBe('Z-003 spoke; Z-003 smiled.')
})

test('a given name of one character stays, because it is an ordinary word', () => {
  expect(hide('孩子们越来越坚强。')).toBe('孩子们越来越坚强。')
})

test('a text without names is left as it was written', () => {
  expect(hide('多数孩子开始主动说话。')).toBe('多数孩子开始主动说话。')
})
