import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../../kit/table.ts'
import { readDay } from './read-day.ts'
import { readPlace } from './read-place.ts'
import {
  holdsIdentityNumber,
  plainText,
  readPhone,
  readRelation,
  readRhythm,
  readSex,
} from './read-words.ts'

const today = '2026-03-10'

function dayOf(value: string | number | PlainCell) {
  const cell: PlainCell =
    typeof value === 'string'
      ? { kind: 'text', text: value }
      : typeof value === 'number'
        ? { kind: 'number', value }
        : value
  const read = readDay(cell, plainText(String(value)), today)
  return read.ok ? `${read.day}${read.fromSerial ? ' from serial' : ''}` : read.trouble
}

describe('a birth date', () => {
  it.each([
    '2014-03-05',
    '2014-3-5',
    '2014.3.5',
    '2014/03/05',
    '2014年3月5日',
    '2014年03月05号',
    '20140305',
    '２０１４．３．５',
    '2014 年 3 月 5 日',
    '2014-03-05 00:00:00',
    '2014-03-05T00:00:00.000Z',
    '2014、3、5'.replaceAll('、', '.'),
  ])('is read from %s (FAM-21)', (text) => {
    expect(dayOf(text)).toBe('2014-03-05')
  })

  it('is read from date cells, compact numbers and bare Excel day numbers, the last with a mark (FAM-21)', () => {
    expect(dayOf({ kind: 'date', date: '2014-03-05' })).toBe('2014-03-05')
    expect(dayOf(20140305)).toBe('2014-03-05')
    expect(dayOf(41703)).toBe('2014-03-05 from serial')
  })

  it.each([
    ['2014-02-30', 'dateImpossible'],
    ['20141301', 'dateImpossible'],
    ['2026-03-11', 'dateInFuture'],
    ['1899-12-31', 'dateTooOld'],
    ['2014', 'dateIncomplete'],
    ['2014年3月', 'dateIncomplete'],
    ['201403', 'dateIncomplete'],
    ['3/5/2014', 'dateAmbiguous'],
    ['14.3.5', 'dateAmbiguous'],
    ['农历2014年3月5日', 'dateLunar'],
    ['春天', 'dateUnreadable'],
  ])('is refused from %s as %s (FAM-21)', (text, trouble) => {
    expect(dayOf(text)).toBe(trouble)
  })

  it('is read with the year last only where one reading is possible', () => {
    expect(dayOf('25/3/2014')).toBe('2014-03-25')
    expect(dayOf('3/25/2014')).toBe('2014-03-25')
    expect(dayOf('5/5/2014')).toBe('2014-05-05')
  })
})

describe('a work address', () => {
  const placeOf = (text: string) => {
    const place = readPlace(plainText(text))
    return place.at === 'away'
      ? `${place.province}|${place.city}${place.cut ? '|cut' : ''}`
      : place.at
  }

  it.each([
    ['广东省东莞市', '广东|东莞'],
    ['广东东莞', '广东|东莞'],
    ['广东 东莞', '广东|东莞'],
    ['广东', '广东|'],
    ['上海市', '上海|'],
    ['北京市朝阳区', '北京||cut'],
    ['东莞', '广东|东莞'],
    ['东莞市长安镇乌沙工业区8号', '广东|东莞|cut'],
    ['广东省东莞市长安镇某电子厂', '广东|东莞|cut'],
    ['浙江义乌', '浙江|义乌'],
    ['江苏省苏州市昆山市', '江苏|苏州|cut'],
    ['湖南省湘西土家族苗族自治州', '湖南|湘西'],
    ['内蒙古自治区呼和浩特市', '内蒙古|呼和浩特'],
    ['新疆维吾尔自治区', '新疆|'],
    ['Dongguan, Guangdong', 'Guangdong|Dongguan'],
  ])('%s is kept as %s (FAM-23)', (text, kept) => {
    expect(placeOf(text)).toBe(kept)
  })

  it.each(['在家', '在家务农', '本村', '无', 'home'])('%s means at home', (text) => {
    expect(placeOf(text)).toBe('home')
  })

  it.each([
    '某电子厂',
    '朝阳区',
    '5 Factory Road, Dongguan',
    '外地',
    '-',
    '/',
    '😀',
  ])('%s is not guessed (FAM-23)', (text) => {
    expect(placeOf(text)).toBe('unknown')
  })
})

describe('words of a register', () => {
  it('are read as people write them', () => {
    expect(['男', '女', 'F', 'Boy', '不详', '其他', '1'].map(readSex)).toEqual([
      'male',
      'female',
      'female',
      'male',
      'unknown',
      null,
      null,
    ])
    expect(
      ['每月一次', '半年', '一年', '过年', '两年', '每周', '三个月', '不定', '看情况'].map(
        readRhythm,
      ),
    ).toEqual([
      'monthly',
      'halfYearly',
      'yearly',
      'yearly',
      'rarer',
      'weekly',
      'quarterly',
      'unknown',
      null,
    ])
    expect(['奶奶', '外公', '姑妈', '舅舅', '姐姐', '邻居'].map(readRelation)).toEqual([
      'grandmother',
      'grandfather',
      'aunt',
      'uncle',
      'sibling',
      'otherCaregiver',
    ])
  })

  it.each([
    ['138 0000 0000', '13800000000'],
    ['+86 138-0000-0000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['0743-8222222', '07438222222'],
    ['13800000000/13900000000', '13800000000 / 13900000000'],
    ['1.38E+10', 'phoneLostDigits'],
    ['问村长', 'phoneNotValid'],
    ['1380', 'phoneNotElevenDigits'],
    ['1380000000', 'phoneNotElevenDigits'],
    ['138000000001', 'phoneNotElevenDigits'],
    ['8222222', '8222222'],
  ])('telephone %s → %s', (text, expected) => {
    const read = readPhone(plainText(text))
    expect(read.ok ? read.phone : read.trouble).toBe(expected)
  })

  it('an identity number is seen wherever it stands (FAM-22)', () => {
    const yes = [
      '433101201403051234',
      '43310120140305123X',
      '433101 20140305 123x',
      '王小明433101201403051234',
      '433101800305123',
      '４３３１０１２０１４０３０５１２３４',
    ]
    const no = ['13800000000', '20140305', '12345678901234567', '433101201413051234', 'Z-001']
    expect(yes.map((text) => holdsIdentityNumber(plainText(text)))).toEqual(yes.map(() => true))
    expect(no.map(holdsIdentityNumber)).toEqual(no.map(() => false))
  })
})
