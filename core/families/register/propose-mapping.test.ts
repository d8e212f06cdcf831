import { describe, expect, it } from 'vitest'
import { formHeader, formMerges, plainHeader, tableOf } from '../cases/register-table.ts'
import { headerOf, proposeMapping } from './propose-mapping.ts'

const child = ['Z村', '王小明', '男', '2014-03-05']

describe('the proposed mapping', () => {
  it('understands one row of Chinese heads', () => {
    const { columns, firstRow } = proposeMapping(tableOf([plainHeader, child]))
    expect(firstRow).toBe(2)
    expect(columns).toEqual([
      'family.village',
      'child.name',
      'child.sex',
      'child.bornOn',
      'identity',
      'father.name',
      'father.phone',
      'father.workPlace',
      'mother.name',
      'mother.workPlace',
      'caregiver.name',
      'caregiver.relation',
      'held',
    ])
  })

  it('understands the title and the three rows of merged heads of form F1', () => {
    const table = tableOf([...formHeader, [1, '王小明', '男', '2014-03-05']], formMerges)
    const mapping = proposeMapping(table)
    expect(mapping.firstRow).toBe(5)
    expect(mapping.columns).toEqual([
      'skip',
      'child.name',
      'child.sex',
      'child.bornOn',
      'identity',
      'father.name',
      'father.workPlace',
      'mother.name',
      'mother.workPlace',
      'caregiver.name',
      'caregiver.phone',
    ])
    expect(headerOf(table, mapping.headerRows, 7)).toBe('家庭情况 · 父亲 · 现工作地址')
  })

  it('understands two rows of heads without merges, as CSV has them', () => {
    const table = tableOf([
      ['儿童', null, null, '父亲', null, '母亲', null],
      ['姓名', '性别', '出生年月日', '姓名', '电话', '姓名', '电话'],
      ['王小明', '男', '2014-03-05', '王大', '13800000000', '李梅', null],
    ])
    expect(proposeMapping(table).columns).toEqual([
      'child.name',
      'child.sex',
      'child.bornOn',
      'father.name',
      'father.phone',
      'mother.name',
      'mother.phone',
    ])
  })

  it('understands English heads', () => {
    const heads = [
      'No.',
      'Village',
      'Child name',
      'Sex',
      'Date of birth',
      'ID number',
      "Father's name",
      "Father's work place",
      'Mother name',
      'Away since (mother)',
      'Caregiver',
      'Relation to child',
      'School',
      'E-mail',
      'Both parents away?',
    ]
    expect(proposeMapping(tableOf([heads, ['1']])).columns).toEqual([
      'skip',
      'family.village',
      'child.name',
      'child.sex',
      'child.bornOn',
      'identity',
      'father.name',
      'father.workPlace',
      'mother.name',
      'mother.awaySince',
      'caregiver.name',
      'caregiver.relation',
      'held',
      'noField',
      'computed',
    ])
  })

  it('keeps four grandparents apart', () => {
    const heads = ['姓名', '出生日期', '爷爷姓名', '奶奶姓名', '外公姓名', '外婆姓名', '外婆电话']
    expect(proposeMapping(tableOf([heads, ['王小明']])).columns.slice(2)).toEqual([
      'paternalGrandfather.name',
      'paternalGrandmother.name',
      'maternalGrandfather.name',
      'maternalGrandmother.name',
      'maternalGrandmother.phone',
    ])
  })

  it('sees identity numbers under a head that hides them (FAM-22)', () => {
    const rows = [
      ['姓名', '出生日期', '号码'],
      ['王小明', '2014-03-05', '433101201403051234'],
      ['李小红', '2015-03-05', '433101201503051234'],
    ]
    expect(proposeMapping(tableOf(rows)).columns[2]).toBe('identity')
  })

  it('uses an address for the village only where no column names the village', () => {
    expect(proposeMapping(tableOf([['姓名', '出生日期', '现居住地'], child])).columns[2]).toBe(
      'family.village',
    )
    expect(
      proposeMapping(tableOf([['姓名', '出生日期', '现居住地', '行政村'], child])).columns.slice(2),
    ).toEqual(['noField', 'family.village'])
  })

  it('fills a target from one column and asks about the second', () => {
    expect(proposeMapping(tableOf([['姓名', '出生日期', '儿童姓名'], ['王小明']])).columns).toEqual(
      ['child.name', 'child.bornOn', 'unknown'],
    )
  })

  it('says nothing about an empty or a foreign sheet', () => {
    expect(proposeMapping(tableOf([])).columns).toEqual([])
    expect(
      proposeMapping(
        tableOf([
          ['甲', '乙'],
          ['1', '2'],
        ]),
      ).columns,
    ).toEqual(['unknown', 'unknown'])
  })
})
