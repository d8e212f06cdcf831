import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideNames } from './hide-names.ts'

const people = [
  { familyId: 'a', name: '王小梅' },
  { familyId: 'b', name: '李强' },
  { familyId: 'c', name: 'Mary Chen' },
]
const codes: Record<string, string> = { a: 'Z-001', b: 'Z-002', c: 'Z-003' }
const codeOf = (id: string): string => codes[id] ?? ''
const hide = (text: string): string => hideNames(text, people, codeOf)

test('whole names and given names become the code of the family', () => {
  expect(hide('王小梅主动发言，小梅还帮了李强。')).toBe('Z-001主动发言，Z-001还帮了Z-002。')
  expect(hide('Mary Chen spoke; Mary smiled.')).toBe('Z-003 spoke; Z-003 smiled.')
  expect(hide('marychen spoke; Chen Mary smiled.')).toBe('Z-003 spoke; Z-003 smiled.')
})

test('a given name of one character stays, because it is an ordinary word', () => {
  expect(hide('孩子们越来越坚强。')).toBe('孩子们越来越坚强。')
})

test('a text without names is left as it was written', () => {
  expect(hide('多数孩子开始主动说话。')).toBe('多数孩子开始主动说话。')
})

test('a Latin name is a word of its own, and an English word is no name', () => {
  const said = 'He was there, others listened; the children met again.'
  const called = ['He An', 'Li Na', 'Chi Ld'].map((name) => ({ familyId: 'a', name }))
  expect(hideNames(said, called, codeOf)).toBe(said)
  expect(hideNames('He An and Li came.', called, codeOf)).toBe('Z-001 and Z-001 came.')
})

test('pet names are hidden where they are asked for', () => {
  const said = '小强笑了，强子和强哥也笑了。'
  expect(hide(said)).toBe(said)
  expect(hideNames(said, people, codeOf, { petNames: true })).toBe(
    'Z-002笑了，Z-002和Z-002也笑了。',
  )
})

test('a name that two families have becomes the codes of both, and a recorded name goes before a guess', () => {
  const both = [...people, { familyId: 'c', name: '陈小梅' }, { familyId: 'a', name: '小强' }]
  expect(hideNames('小梅来了。', both, codeOf)).toBe('Z-001/Z-003来了。')
  expect(hideNames('小强来了。', both, codeOf, { petNames: true })).toBe('Z-001来了。')
})

const anyName = fc.oneof(
  fc
    .tuple(fc.constantFrom('王', '欧阳', '令狐'), fc.constantFrom('霏霏', '蓁', '翀翎'))
    .map((parts) => parts.join('')),
  fc.constantFrom('阿依古丽·买买提', '扎西 · 多吉', 'Xyla Quorn', 'Zeb', 'A.b (c) [d]*'),
)

test('no recorded name is left in a text, whatever else is in it', () => {
  fc.assert(
    fc.property(anyName, anyName, fc.string({ unit: 'grapheme' }), (one, two, between) => {
      const both = [one, two].map((name) => ({ familyId: 'a', name }))
      const text = hideNames(`${one}，${between}，${two}`, both, () => '#')
      expect(text).not.toContain(one)
      expect(text).not.toContain(two)
    }),
  )
})
