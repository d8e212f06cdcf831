// An invented village for the journeys: twelve families as a village office would list them.
import type { Cell, Rows } from './spreadsheets.ts'

export interface Household {
  readonly code: string
  readonly child: string
  readonly bornOn: string
  readonly sex: '男' | '女'
  readonly mother: string
  readonly phone: string
  readonly city: string
  readonly grandmother: string
}

const children: readonly (readonly [string, '男' | '女', string])[] = [
  ['杨晓岚', '女', '2015-03-08'],
  ['龙小川', '男', '2014-11-20'],
  ['石雨晴', '女', '2016-01-15'],
  ['吴家乐', '男', '2015-07-02'],
  ['向思远', '男', '2014-05-30'],
  ['田甜甜', '女', '2016-09-12'],
  ['彭子轩', '男', '2015-12-01'],
  ['麻丽娟', '女', '2014-08-18'],
  ['龚天宇', '男', '2016-04-25'],
  ['滕雪梅', '女', '2015-10-10'],
  ['覃朝阳', '男', '2014-02-14'],
  ['熊若兰', '女', '2016-06-06'],
]
const mothers =
  '刘桂芳 陈冬梅 张水英 李春桃 周玉兰 黄秋菊 徐爱莲 何小凤 罗满秀 谢金花 唐碧云 邓艳红'.split(' ')
const cities =
  '广东省东莞市 浙江省宁波市 福建省泉州市 广东省深圳市 江苏省苏州市 浙江省温州市'.split(' ')

export const households: readonly Household[] = children.map(([child, sex, bornOn], index) => ({
  code: `Z-${String(index + 1).padStart(3, '0')}`,
  child,
  sex,
  bornOn,
  mother: mothers[index] ?? '',
  phone: `1390000${String(1001 + index)}`,
  city: cities[index % cities.length] ?? '',
  grandmother: `${child.slice(0, 1)}奶奶${String.fromCodePoint(0x7532 + 0)}${index + 1}`,
}))

/** Invented, with a wrong check digit: nobody's number. */
function identityNumber({ bornOn }: Household, index: number): string {
  return `433101${bornOn.replaceAll('-', '')}${String(100 + index)}0`
}

export const registerMerges = ['A1:K1', 'D2:G2', 'H2:K2'] as const

/** The first row of data is row 4; the third household's telephone has lost digits. */
export function registerRows(badPhone = '12345'): Rows {
  const head: Cell[][] = [
    ['青山镇Z村农村留守儿童登记表（2026年秋）'],
    ['序号', '家庭编号', '村', '儿童', null, null, null, '母亲', null, null, null],
    [
      null,
      null,
      null,
      '姓名',
      '性别',
      '出生日期',
      '身份证号',
      '姓名',
      '电话',
      '务工地点',
      '外出时间',
    ],
  ]
  const body = households.map((home, index): Cell[] => [
    index + 1,
    home.code,
    'Z村',
    home.child,
    home.sex,
    home.bornOn,
    identityNumber(home, index),
    home.mother,
    index === 2 ? badPhone : home.phone,
    home.city,
    '2023-02-20',
  ])
  return [...head, ...body]
}
