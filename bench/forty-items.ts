// Forty items of one kind, in our own words: only their number and length matter here.
import type { Instrument } from '../core/inquiry/instrument.ts'
import { instrument } from '../core/inquiry/instrument.ts'

const starts = [
  '孩子会主动',
  '我和孩子能',
  '这个星期我们',
  '打电话的时候孩子会',
  '遇到难处时孩子会',
]
const ends = [
  '说学校里的事',
  '说心里的话',
  '一起想办法',
  '听我把话说完',
  '问我过得好不好',
  '说到高兴的事',
  '说到难过的事',
  '约好下一次的时间',
]

const points = ['从来没有', '很少', '有时候', '经常', '总是']

export const fortyItems: Instrument = instrument.read({
  code: 'bench-forty',
  version: '1',
  title: { 'zh-CN': '四十个问题', en: 'Forty items' },
  description: { 'zh-CN': '只为测量', en: 'For measuring only' },
  instructions: { 'zh-CN': '请按最近一个月的情况回答。', en: 'Think of the last month.' },
  languages: ['zh-CN', 'en'],
  respondent: 'any',
  target: 'child',
  responseSets: [
    {
      id: 'often',
      min: 1,
      max: 5,
      options: points.map((label, index) => ({
        value: index + 1,
        label: { 'zh-CN': label, en: String(index + 1) },
      })),
    },
  ],
  items: starts.flatMap((start, outer) =>
    ends.map((end, inner) => ({
      id: `item-${outer}-${inner}`,
      number: outer * ends.length + inner + 1,
      text: { 'zh-CN': `${start}${end}。`, en: `Item ${outer} ${inner}` },
      response: { kind: 'choice', set: 'often' },
    })),
  ),
  subscales: [],
  licence: { status: 'ours' },
  provenance: {},
  validation: { status: 'notValidated' },
})
