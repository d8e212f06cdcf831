import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listPetNames, listTitledNames, waysToWrite } from './name-forms.ts'

test.each([
  ['王芳', ['王芳']],
  ['王小梅', ['王小梅', '小梅']],
  ['欧阳子涵', ['欧阳子涵', '阳子涵', '子涵']],
  ['张王小明', ['张王小明', '王小明', '小明']],
  ['扎西', ['扎西']],
  ['He An', ['He An', 'An He', 'HeAn', 'AnHe']],
  ['小明妈妈', ['小明妈妈', '明妈妈']],
])('%s is written as %j among others', (name, ways) => {
  expect(waysToWrite(name)).toEqual(expect.arrayContaining(ways))
})

test('parts that are words of the language, or one sign, stand for nobody', () => {
  const said = ['小明妈妈', 'He An', '王芳', 'Ma Long'].flatMap((name) => waysToWrite(name))
  for (const word of ['妈妈', 'He', 'An', '芳']) expect(said).not.toContain(word)
})

test('a surname of two signs stands alone and before a title', () => {
  expect(listTitledNames('欧阳霏')).toEqual(
    expect.arrayContaining(['欧阳', '欧阳妈妈', '老欧阳', '小欧阳', '欧阳哥']),
  )
  expect(listTitledNames('东方红')).not.toContain('东方')
  expect(listTitledNames('师明')).not.toContain('老师')
})

test('pet names are made of the last sign, and words that everybody uses are none', () => {
  expect(listPetNames('李强')).toEqual(
    expect.arrayContaining(['小强', '阿强', '强强', '强子', '强儿', '强哥']),
  )
  expect(listPetNames('李珠')).not.toContain('珠子')
  expect(listPetNames('阿依古丽·买买提')).toEqual([])
  expect(listPetNames('Zhou Xiaoting')).toEqual(expect.arrayContaining(['A ting', 'ting ting']))
})

const part = fc.constantFrom(
  '阿依古丽',
  '买买提',
  '扎西',
  '多吉',
  '吐尔逊',
  'Wang',
  'Fang',
  'Xiaomei',
)
const dot = fc.constantFrom('·', '•', '・', ' ', ' · ')

test('both halves of a name in two parts stand for it, however they are joined', () => {
  fc.assert(
    fc.property(
      part,
      part,
      dot,
      fc.constantFrom('·', '•', '・', ' ', ''),
      (first, last, typed, read) => {
        const ways = waysToWrite(`${first}${typed}${last}`)
        for (const way of [first, last, `${first}${read}${last}`, `${last}${read}${first}`])
          expect(ways).toContain(way)
      },
    ),
  )
})
