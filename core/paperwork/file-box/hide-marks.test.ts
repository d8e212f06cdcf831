import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from './file-box.ts'
import { hideMarks } from './hide-marks.ts'

const marks: readonly Mark[] = [
  { hidden: 'Wangfang', shown: '[P]', kind: 'word' },
  { hidden: '13800001111', shown: '[T]', kind: 'number' },
  { hidden: 'Li', shown: '[L]', kind: 'word' },
]
const hide = hideMarks(marks, '[N]')

test.each([
  ['QQ 12345678，QQ号：87654321', 'QQ [N]，QQ号：[N]'],
  ['加了微信wangfang88，微信号是 li_na-2015', '加了微信[N]，微信号是 [N]'],
  ['微信：8765432', '微信：[N]'],
  ['wx: wangfang88; WeChat ID is zhangsan', 'wx: [N]; WeChat ID is [N]'],
  ['wxid_ab12cd', '[N]'],
  ['写信给 li.na+1@example.org 吧', '写信给 [N] 吧'],
  ['138 0000-1111', '[T]'],
])('an address is hidden, whoever has it: %s', (text, hidden) => {
  expect(hide(text)).toBe(hidden)
})

test.each([
  '用微信视频 20 分钟，QQ 群里 12 个人',
  'A WeChat: mother listens; the wx list says nothing',
  'Every Monday WeChat callers listened to Alice',
])('what is only said about calling stays: %s', (text) => {
  expect(hide(text)).toBe(text)
})

test('a Latin name is hidden as a word, in any case, and not inside one', () => {
  expect(hide('WANGFANG和Li来了, li listens')).toBe('[P]和[L]来了, [L] listens')
})

const label = fc.constantFrom(
  '微信',
  '微信号：',
  '微信账号是',
  'wx ',
  'VX：',
  'WeChat: ',
  'wechat id ',
)
const chat = fc.stringMatching(/^[a-z][a-z_-]{2,8}[0-9]{3,6}$/)

test('no WeChat or QQ number stands after such a word', () => {
  fc.assert(
    fc.property(label, chat, fc.integer({ min: 10_000, max: 999_999_999 }), (word, name, qq) => {
      const text = hide(`她的${word}${name}，QQ：${qq}。`)
      expect(text).toBe(`她的${word}[N]，QQ：[N]。`)
    }),
  )
})
