import { describe, expect, it } from 'vitest'
import { findDuplicates, nameKey, villageKey } from './find-duplicates.ts'

const families = [
  { id: 'a', village: 'Z村' },
  { id: 'b', village: 'Ｚ 村委会' },
  { id: 'c', village: 'Y村' },
  { id: 'd', village: '' },
]

function reasons(
  ...children: readonly (readonly [familyId: string, name: string, bornOn: string | null])[]
) {
  const registered = children.map(([familyId, name, bornOn], index) => ({
    id: `${index}`,
    familyId,
    name,
    bornOn,
    notSameAs: [],
  }))
  return findDuplicates(registered, families).map(
    ({ reason, left, right }) => `${left.id}${right.id} ${reason}`,
  )
}

describe('possible duplicates (FAM-30)', () => {
  it('are children of one name and one birth date, wherever they live', () => {
    expect(reasons(['a', '王小明', '2014-03-05'], ['c', '王 小明', '2014-03-05'])).toEqual([
      '01 sameNameAndBirth',
    ])
    expect(reasons(['a', 'Li Ming', '2014-03-05'], ['c', 'ＬＩ　ｍｉｎｇ', '2014-03-05'])).toEqual([
      '01 sameNameAndBirth',
    ])
    expect(reasons(['a', '王小明', '2014-03-05'], ['c', '王小明', '2014-03-06'])).toEqual([])
    expect(reasons(['a', '王小明', null], ['c', '王小明', null])).toEqual([])
  })

  it('are children of one name in one village with other or unknown birth dates', () => {
    expect(reasons(['a', '王小明', '2014-03-05'], ['b', '王小明', '2014-05-03'])).toEqual([
      '01 sameNameAndVillage',
    ])
    expect(reasons(['a', '王小明', null], ['b', '王小明', '2014-05-03'])).toEqual([
      '01 sameNameAndVillage',
    ])
    expect(reasons(['d', '王小明', null], ['d', '王小明', null])).toEqual([])
  })

  it('are children of one birth date and village whose names differ by one character', () => {
    expect(reasons(['a', '王小明', '2014-03-05'], ['b', '王晓明', '2014-03-05'])).toEqual([
      '01 similarNameAndBirth',
    ])
    expect(reasons(['a', '王小明', '2014-03-05'], ['b', '小明', '2014-03-05'])).toEqual([
      '01 similarNameAndBirth',
    ])
    expect(reasons(['a', '王小明', '2014-03-05'], ['b', '王大力', '2014-03-05'])).toEqual([])
    expect(reasons(['a', '王小明', '2014-03-05'], ['c', '王晓明', '2014-03-05'])).toEqual([])
  })

  it('are not twins of one family', () => {
    expect(reasons(['a', '王大明', '2014-03-05'], ['a', '王小明', '2014-03-05'])).toEqual([])
  })

  it('names and villages are compared as people mean them', () => {
    expect(nameKey('阿依·古丽\u200b')).toBe(nameKey('阿依古丽'))
    expect(nameKey('王\u202e小明')).toBe('王小明')
    expect(nameKey('𠮷田')).not.toBe(nameKey('吉田'))
    expect(['Z村', 'Z村委会', ' z 村', 'Z村民委员会'].map(villageKey)).toEqual(['z', 'z', 'z', 'z'])
  })

  it('are not asked about again once somebody has told them apart, on whichever of the two it stands (FAM-31)', () => {
    const child = { familyId: 'a', name: '王小明', bornOn: '2014-03-05', notSameAs: [] }
    const one = { ...child, id: 'one' }
    const other = { ...child, id: 'other', notSameAs: ['one'] }
    const third = { ...child, id: 'third' }
    expect(findDuplicates([one, { ...other, notSameAs: [] }], families)).toHaveLength(1)
    expect(findDuplicates([one, other], families)).toEqual([])
    expect(findDuplicates([other, one], families)).toEqual([])
    expect(findDuplicates([one, other, third], families)).toHaveLength(2)
  })
})
